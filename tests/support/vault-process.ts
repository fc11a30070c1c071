import { onTestFinished } from 'vitest'
import { forkVaultChild } from '../../main/shell/preview/vault-child.ts'
import { createVaultHost } from '../../main/shell/vault-host.ts'
import { type ChannelsAt, contract, type In, type Out } from '../../shared/contract.ts'
import { fromWire } from '../../shared/errors.ts'

export interface VaultProcess {
  readonly pid: number
  /** Throws the refusal. */
  call<K extends ChannelsAt<'vault'>>(channel: K, input: In<K>): Promise<Out<K>>
  /** Asks it to put everything away and end. */
  end(): Promise<void>
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>
}

/** A real vault process, without a window; ended with the test. */
export function openVaultProcess(): VaultProcess {
  const child = forkVaultChild()
  const gone = new Promise<void>((resolve) => child.onExit(resolve))
  const host = createVaultHost(() => child, { onProgress: () => undefined, onLost: () => undefined })
  const kill = (): Promise<void> => {
    child.kill()
    return gone
  }
  onTestFinished(kill)
  return {
    pid: child.pid,
    call: async <K extends ChannelsAt<'vault'>>(channel: K, input: In<K>): Promise<Out<K>> => {
      const reply = await host.call(channel, contract[channel].in.parse(input))
      if (!reply.ok) throw fromWire(reply.error)
      return reply.out as Out<K>
    },
    end: () => host.end(),
    kill,
  }
}
