import { appContract } from './app/app.contract.ts'
import { backupContract } from './backup/backup.contract.ts'
import { casesContract } from './cases/cases.contract.ts'
import type { CallInput, Channel, HandlerInput, Output } from './channel.ts'
import { committeeContract } from './committee/committee.contract.ts'
import { damageContract } from './damage/damage.contract.ts'
import { directoryContract } from './directory/directory.contract.ts'
import { documentsContract } from './documents/documents.contract.ts'
import { draftsContract } from './drafts/drafts.contract.ts'
import { exchangeContract } from './exchange/exchange.contract.ts'
import { journalContract } from './journal/journal.contract.ts'
import { membersContract } from './members/members.contract.ts'
import { noticesContract } from './notices/notices.contract.ts'
import { practiceContract } from './practice/practice.contract.ts'
import { recoveryContract } from './recovery/recovery.contract.ts'
import { referralsContract } from './referrals/referrals.contract.ts'
import { todayContract } from './today/today.contract.ts'
import { vaultContract } from './vault/vault.contract.ts'

/** Every call there is. The preload's keys, the handlers and the renderer's client all follow from this table. */
export const contract = {
  ...appContract,
  ...vaultContract,
  ...recoveryContract,
  ...backupContract,
  ...damageContract,
  ...journalContract,
  ...noticesContract,
  ...casesContract,
  ...draftsContract,
  ...referralsContract,
  ...membersContract,
  ...exchangeContract,
  ...directoryContract,
  ...documentsContract,
  ...committeeContract,
  ...todayContract,
  ...practiceContract,
} as const

export type Contract = typeof contract
export type ChannelName = keyof Contract
export type In<K extends ChannelName> = CallInput<Contract, K>
export type Given<K extends ChannelName> = HandlerInput<Contract, K>
export type Out<K extends ChannelName> = Output<Contract, K>

export type ChannelsAt<W extends Channel['at']> = {
  [K in ChannelName]: Contract[K]['at'] extends W ? K : never
}[ChannelName]

export const channelNames = Object.keys(contract) as readonly ChannelName[]
export const isChannelName = (name: unknown): name is ChannelName =>
  typeof name === 'string' && Object.hasOwn(contract, name)

/** How a call comes back: its output, or a coded error that the renderer puts into words. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly out: T }
  | {
      readonly ok: false
      readonly error: { readonly code: string; readonly params: Readonly<Record<string, string | number>> }
    }
