import { sentPacketBy } from '../exchange/exchange.store.ts'
import type { VaultChannel } from '../vault/handler.ts'
import { caseLines } from './case-lines.ts'
import { memberLines } from './member-lines.ts'
import { referralLines } from './referral-lines.ts'
import type { Telling } from './telling.ts'

/**
 * What is journaled, for every call that the vault answers. A channel added to the contract does not compile before
 * somebody has decided here.
 */
export const lines: { readonly [K in VaultChannel]: Telling<K> } = {
  'app.cancelJob': 'silent',

  'vault.inspect': 'silent',
  'vault.assessPassphrase': 'silent',
  'vault.create': 'own',
  'vault.unlock': 'own',
  'vault.changePassphrase': 'own',
  'vault.protection': 'silent',
  'vault.setProtection': 'own',

  'recovery.state': 'silent',
  // Nothing of a kit counts before it was entered back.
  'recovery.begin': 'silent',
  'recovery.confirm': 'own',
  'recovery.abandon': 'silent',
  'recovery.check': 'own',
  'recovery.checkShare': 'silent',
  'recovery.recover': 'own',

  'backup.state': 'silent',
  'backup.settings': 'own',
  'backup.now': 'own',
  'backup.list': 'silent',
  'backup.look': 'silent',
  'backup.restore': 'own',

  'damage.check': 'own',
  'damage.salvage': 'own',

  'journal.list': 'silent',
  'journal.verify': 'own',

  'notices.list': 'silent',
  // What was read is no act: the reminder comes back by itself.
  'notices.dismiss': 'silent',

  // Expired packets may be open to her again: who said so, and when, is worth a line.
  'notices.trustClock': {
    change: () => () => [{ action: 'vault.clock_trusted', subject: null, details: {} }],
  },

  ...caseLines,
  ...referralLines,
  ...memberLines,

  // What is being typed is nothing yet; saving it is.
  'drafts.put': 'silent',
  'drafts.get': 'silent',
  'drafts.discard': 'silent',
  'drafts.unsavedCases': 'silent',

  'exchange.compose': { view: ({ caseId }) => caseId },
  // Names of sections and coded gaps, asked with every tick of a box; the look that follows is journaled.
  'exchange.coverage': 'silent',
  'exchange.seal': 'own',
  'exchange.callOffHandover': 'own',
  // Ciphertext on its way to the shell, which says with `markSaved` whether it was written anywhere.
  'exchange.file': 'silent',
  'exchange.markSaved': {
    change: ({ packetId }, { vault: { reader } }) => {
      const packet = sentPacketBy(reader, packetId)
      const caseId = packet?.caseId ?? null
      const details = { ...(caseId !== null && { case: caseId }) }
      return () => (packet ? [{ action: 'exchange.saved', subject: packetId, details }] : [])
    },
  },
  'exchange.open': 'own',
  'exchange.accept': 'own',
  'exchange.refuse': 'own',
  // Closes what was opened; nothing was kept.
  'exchange.forget': 'silent',
  'exchange.sent': 'silent',
  'exchange.received': 'silent',

  'directory.search': 'silent',
  'directory.get': 'silent',
  'directory.save': 'own',
  'directory.remove': 'own',
  'directory.markChecked': 'own',
  // Nothing is kept of a file that is only looked at.
  'directory.previewCsv': 'silent',
  'directory.importCsv': 'own',
  'directory.csvFile': 'own',
  'directory.seal': 'own',

  'documents.compose': { view: ({ caseId }) => caseId },
  // Before the page leaves: a paper that the journal can't tell of is not made.
  'documents.page': {
    change:
      ({ caseId, kind, locale }) =>
      () => [{ action: 'documents.printed', subject: caseId, details: { kind, locale } }],
  },

  'committee.meetings': 'silent',
  'committee.saveMeeting': 'own',
  'committee.removeMeeting': 'own',

  // Codes, services and days, as in the list of cases.
  'today.list': 'silent',

  'practice.open': 'own',
  'practice.state': 'silent',
}
