import { createDoor } from '../main/shell/door.ts'
import { forkVaultChild } from '../main/shell/preview/vault-child.ts'
import { createVaultHost } from '../main/shell/vault-host.ts'
import type { ChannelName, In, Out } from '../shared/contract.ts'

/** The vault process and the one door to it, as the window meets them: schemas, channel between processes and all. */
export interface VaultCalls {
  call<K extends ChannelName>(channel: K, input: In<K>): Promise<Out<K>>
  /** Process id of the vault process, 0 before the first call. */
  pid(): number
  /** Ends the process, as locking does. */
  end(): Promise<void>
}

const origin = 'relais://app'

export function startVaultProcess(): VaultCalls {
  let pid = 0
  const fork = () => {
    const child = forkVaultChild()
    pid = child.pid
    return child
  }
  const host = createVaultHost(fork, { onProgress: () => undefined, onLost: () => undefined })
  const door = createDoor({ origin, isUnlocked: () => true, run: host.call })
  return {
    call: async <K extends ChannelName>(channel: K, input: In<K>) => {
      const reply = await door({ isMainFrame: true, url: `${origin}/` }, channel, input)
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.out as Out<K>
    },
    pid: () => pid,
    end: () => host.end(),
  }
}
