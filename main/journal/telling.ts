import type { ChannelName, Contract, Given, Out } from '../../shared/contract.ts'
import type { VaultChannel, VaultContext } from '../vault/handler.ts'
import type { Line } from './journal.store.ts'

/**
 * A change and its lines, in one transaction. Called before the handler, so that it can look at what is about to be
 * replaced; what it returns is called after it.
 */
interface Change<K extends ChannelName> {
  readonly change: (given: Given<K>, context: VaultContext) => (out: Out<K>) => readonly Line[]
}

/** Content of a case is shown; of which one. */
interface View<K extends ChannelName> {
  readonly view: (given: Given<K>) => string
}

/** Channels whose handler has an open vault to write in. */
type Unlocked<K extends ChannelName> = Contract[K]['needs'] extends 'unlocked' ? K : never

/**
 * How a call is journaled:
 * - `silent`: it changes nothing that counts and shows nothing of a case;
 * - `own`: its handler works in transactions of its own, or before there is an open vault, and appends its lines itself;
 * - otherwise the dispatcher appends what the entry says. Its handler must not be asynchronous.
 */
export type Telling<K extends VaultChannel> =
  | 'silent'
  | 'own'
  | (K extends Unlocked<K> ? Change<K> | View<K> : never)

/** Anything that the dispatcher has to do for a call, with the types of its channel forgotten. */
export interface LooseTelling {
  readonly change?: (given: unknown, context: VaultContext) => (out: unknown) => readonly Line[]
  readonly view?: (given: unknown) => string
}
