import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { compiledSources } from '../../../main/shell/preview/vault-child.ts'
import { createDispatcher } from '../../../main/vault/dispatch.ts'
import { type ChannelsAt, contract, type In, type Out, type Reply } from '../../../shared/contract.ts'
import { fromWire } from '../../../shared/errors.ts'
import type { VaultMessage } from '../../../shared/vault/messages.ts'

const vaultProcess = new URL('../../../main/vault/process.ts', import.meta.url)

/** Makes one call and gives its answer. Throws the refusal, or that the process ended without an answer. */
export type Ask = <K extends ChannelsAt<'vault'>>(channel: K, input: In<K>) => Promise<Out<K>>
/** What a person does, call by call: they are numbered from 1. */
export type Script = (ask: Ask) => Promise<void>

/** The process ended before it answered. */
export class NoAnswer extends Error {}

export interface SpawnedVault {
  readonly pid: number
  readonly ask: Ask
  end(): Promise<void>
  kill(): Promise<void>
  readonly gone: Promise<number | null>
}

export interface SpawnOptions {
  /** What starts Node in its place: `strace …`, `prlimit …`. */
  readonly behind?: readonly string[]
  /** Modules that Node loads before the vault process. */
  readonly preload?: readonly string[]
  readonly environment?: Record<string, string>
  /** Another program in its place. */
  readonly entry?: URL
}

/** A real vault process, started the way a test needs it; ended with the test. */
export function spawnVault({
  behind = [],
  preload = [],
  environment = {},
  entry = vaultProcess,
}: SpawnOptions = {}): SpawnedVault {
  const [command = '', ...rest] = [
    ...behind,
    process.execPath,
    ...preload.flatMap((url) => ['--import', url]),
    fileURLToPath(entry),
  ]
  const child = spawn(command, rest, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: { NODE_COMPILE_CACHE: compiledSources, ...process.env, ...environment },
  })
  child.on('error', () => undefined)
  const waiting = new Map<number, (reply: Reply | null) => void>()
  const gone = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      for (const settle of waiting.values()) settle(null)
      waiting.clear()
      resolve(code)
    })
  })
  child.on('message', (message: VaultMessage) => {
    if (message.type !== 'reply') return
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  const send = (message: object): void => void (child.connected && child.send(message, () => undefined))
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  let last = 0
  return {
    pid: child.pid ?? 0,
    gone,
    kill,
    ask: async <K extends ChannelsAt<'vault'>>(channel: K, input: In<K>): Promise<Out<K>> => {
      last += 1
      const id = last
      const reply = await new Promise<Reply | null>((resolve) => {
        waiting.set(id, resolve)
        send({ type: 'call', id, channel, input: contract[channel].in.parse(input) })
        if (!child.connected) resolve(null)
      })
      if (!reply) throw new NoAnswer(channel)
      if (!reply.ok) throw fromWire(reply.error)
      return reply.out as Out<K>
    },
    end: async () => {
      send({ type: 'end' })
      await gone
    },
  }
}

/** The vault side of the contract in the test's own process: for what leads up to a fault, and what comes after it. */
export function inProcess(now: () => number = Date.now): { ask: Ask; close: () => void } {
  const dispatcher = createDispatcher(() => undefined, now)
  onTestFinished(() => dispatcher.close())
  return {
    close: () => dispatcher.close(),
    ask: async <K extends ChannelsAt<'vault'>>(channel: K, input: In<K>): Promise<Out<K>> => {
      const reply = await dispatcher.run(channel, contract[channel].in.parse(input))
      if (!reply.ok) throw fromWire(reply.error)
      return contract[channel].out.parse(reply.out) as Out<K>
    },
  }
}
