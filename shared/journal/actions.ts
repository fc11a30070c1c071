import { z } from 'zod'

/** What the journal can say, by topic. An action is a promise: it is chained into the journal and never renamed. */
const actionsByTopic = {
  vault: [
    'vault.created',
    'vault.unlocked',
    'vault.updated',
    'vault.salvaged',
    'vault.passphrase_changed',
    'vault.protection_changed',
    'vault.checked',
    'vault.clock_trusted',
  ],
  recovery: ['recovery.kit_made', 'recovery.kit_checked', 'recovery.recovered'],
  backup: ['backup.made', 'backup.restored', 'backup.settings_changed'],
  cases: ['cases.created', 'cases.viewed', 'cases.section_saved', 'cases.status_changed', 'cases.told_apart'],
  referrals: [
    'referrals.saved',
    'referrals.ordered',
    'referrals.moved',
    'referrals.removed',
    'referrals.reminded',
  ],
  members: [
    'members.card_saved',
    'members.card_renewed',
    'members.added',
    'members.verified',
    'members.removed',
  ],
  exchange: [
    'exchange.sealed',
    'exchange.saved',
    'exchange.opened',
    'exchange.accepted',
    'exchange.refused',
    'exchange.handover_called_off',
  ],
  directory: [
    'directory.saved',
    'directory.removed',
    'directory.checked',
    'directory.imported',
    'directory.exported',
  ],
  documents: ['documents.printed'],
  committee: ['committee.meeting_saved', 'committee.meeting_removed'],
  journal: ['journal.verified'],
} as const

export const journalTopic = z.enum(Object.keys(actionsByTopic) as [JournalTopic, ...JournalTopic[]])
export type JournalTopic = keyof typeof actionsByTopic

export type JournalAction = (typeof actionsByTopic)[JournalTopic][number]
const actions: readonly JournalAction[] = Object.values(actionsByTopic).flat()
export const journalAction = z.enum(actions as [JournalAction, ...JournalAction[]])

export const actionsOf = (topic: JournalTopic): readonly JournalAction[] => actionsByTopic[topic]

/** The part before the dot. */
export const topicOf = (action: JournalAction): JournalTopic => action.split('.')[0] as JournalTopic
