import type { ChannelsAt, Given, Out } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { OpenVault } from './open-vault.ts'

/** A long piece of work: it tells how far it is, and stops when asked. */
export interface Job {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** What every handler in the vault process is given. */
export interface VaultContext {
  /** @throws vault.locked */
  readonly vault: OpenVault
  /** Milliseconds since 1970. */
  now(): number
  /** The calendar day where this computer is, never before one on which this vault was open. */
  today(): PlainDate
  /** Puts an opened vault in place for the calls to come. */
  enter(vault: OpenVault): void
  runJob<T>(jobId: string, work: (job: Job) => Promise<T>): Promise<T>
  cancelJob(jobId: string): void
}

/** What a feature keeps going while a vault is open. @returns how to stop it, at once, before the vault is closed */
export type Companion = (vault: OpenVault, now: () => number) => () => void

export type VaultChannel = ChannelsAt<'vault'>

export type VaultHandlers<Prefix extends string = string> = {
  readonly [K in Extract<VaultChannel, `${Prefix}.${string}`>]: (
    input: Given<K>,
    context: VaultContext,
  ) => Out<K> | Promise<Out<K>>
}
