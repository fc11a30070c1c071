import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lines } from '../../main/journal/lines.ts'
import { sectionNames } from '../../shared/cases/sections.ts'
import { channelNames, contract } from '../../shared/contract.ts'
import type { JournalAction } from '../../shared/journal/actions.ts'
import type { KitOpener } from '../../shared/vault/opener.ts'
import { agreed, consentTo } from '../support/consent.ts'
import {
  openBeneath,
  openVaultSide,
  stateOfFolder,
  type TestVault,
  temporaryFolder,
  testPassphrase,
} from '../support/vault.ts'
import {
  canaries,
  journalWorld,
  newId,
  opened,
  seal,
  sealed,
  sentence,
  type World,
  word,
} from './journal-world.ts'

interface Scenario {
  readonly writes: JournalAction
  /** Everything up to the call, and the vault that it is made to. */
  readonly before?: (of: World) => Promise<unknown>
  readonly vault?: 'a' | 'b'
  /** The line is in another journal than the one that was open before the call. */
  readonly elsewhere?: true
  readonly call: (of: World, found: never) => Promise<unknown>
}

const scenario = <T>(
  writes: JournalAction,
  call: (of: World, found: T) => Promise<unknown>,
  rest: { before?: (of: World) => Promise<T>; vault?: 'a' | 'b'; elsewhere?: true } = {},
): Scenario => ({ writes, call, ...rest })

const opener = { by: 'passphrase', passphrase: testPassphrase } as const
const noBackup = 'relais-x.relais-backup'
const otherPassphrase = 'rivage ocre treize lanternes douces'

function unlock(vault: TestVault, folder = vault.folder) {
  vault.close()
  return vault.call('vault.unlock', { folder, passphrase: testPassphrase })
}

async function begunKit({ a }: World): Promise<KitOpener> {
  const kit = await a.call('recovery.begin', { form: 'code', locale: 'fr' })
  if (kit.form !== 'code') throw new Error('another form of kit')
  return { by: 'code', code: kit.code }
}

async function kitOf(of: World): Promise<KitOpener> {
  const kit = await begunKit(of)
  await of.a.call('recovery.confirm', { kit, current: testPassphrase })
  return kit
}

const meeting = () => ({ id: newId(), on: '2026-03-09', at: null, place: word('place') })

async function entryOf(vault: TestVault): Promise<string> {
  const id = newId()
  const details = {
    organisation: word('entry'),
    conditions: sentence('conditions'),
    note: word('entry note'),
  }
  await vault.call('directory.save', { id, details, seen: null })
  return id
}

const sheetIn = (vault: TestVault) =>
  vault.call('directory.previewCsv', {
    bytes: new TextEncoder().encode(`Organisme;Note\n${word('sheet')};${word('sheet note')}\n`),
    jobId: newId(),
  })

async function handedOver({ a, toB, caseId }: World): Promise<void> {
  await consentTo(a, caseId, [
    agreed({ purpose: 'coordination', members: [toB], sections: [...sectionNames] }),
  ])
  await a.call('exchange.seal', {
    caseId,
    sections: [],
    stepIds: [],
    recipients: [toB],
    purpose: 'coordination',
    handover: true,
    expiresOn: '2026-04-01',
    jobId: newId(),
  })
}

/** One call to every channel that is not silent. */
const scenarios: Readonly<Record<string, Scenario>> = {
  'vault.create': scenario(
    'vault.created',
    ({ a }) =>
      a.call('vault.create', {
        folder: join(temporaryFolder(), 'vault'),
        passphrase: testPassphrase,
        identity: { name: word('new owner'), organisation: word('new organisation'), sector: 'community' },
      }),
    { elsewhere: true },
  ),
  'vault.unlock': scenario('vault.unlocked', ({ a }) => unlock(a)),
  'vault.changePassphrase': scenario('vault.passphrase_changed', ({ a }) =>
    a.call('vault.changePassphrase', { current: testPassphrase, next: otherPassphrase }),
  ),
  'vault.setProtection': scenario('vault.protection_changed', ({ a }) =>
    a.call('vault.setProtection', { eraseAfter: 20, current: testPassphrase }),
  ),
  'recovery.confirm': scenario(
    'recovery.kit_made',
    ({ a }, kit) => a.call('recovery.confirm', { kit, current: testPassphrase }),
    {
      before: begunKit,
    },
  ),
  'recovery.check': scenario('recovery.kit_checked', ({ a }, kit) => a.call('recovery.check', { kit }), {
    before: kitOf,
  }),
  'recovery.recover': scenario(
    'recovery.recovered',
    ({ a }, kit) => {
      a.close()
      return a.call('recovery.recover', { folder: a.folder, kit, passphrase: otherPassphrase })
    },
    { before: kitOf },
  ),
  'backup.settings': scenario('backup.settings_changed', ({ a }) =>
    a.call('backup.settings', { folder: null, automatic: false }),
  ),
  'backup.now': scenario('backup.made', ({ a }) => a.call('backup.now', { jobId: newId() })),
  'backup.restore': scenario('backup.restored', async ({ a }) => {
    const { folder, name } = await a.call('backup.now', { jobId: newId() })
    const into = join(temporaryFolder(), 'vault')
    await a.call('backup.restore', { jobId: newId(), folder, name, opener, into })
    return unlock(a, into)
  }),
  'damage.check': scenario('vault.checked', ({ a }) => a.call('damage.check', { jobId: newId() })),
  'damage.salvage': scenario(
    'vault.salvaged',
    async ({ a }) => {
      const into = join(temporaryFolder(), 'vault')
      a.close()
      await a.call('damage.salvage', { jobId: newId(), folder: a.folder, opener, into })
      return unlock(a, into)
    },
    { elsewhere: true },
  ),

  'cases.get': scenario('cases.viewed', ({ a, caseId }) => a.call('cases.get', { id: caseId })),
  'cases.saveSection': scenario('cases.section_saved', async ({ a, caseId }) => {
    const { sections: kept } = await a.call('cases.get', { id: caseId })
    const seen = kept.filter(({ name }) => name === 'wishes').map(({ version }) => version)
    const body = { wishes: sentence('other wishes'), safeContacts: word('contacts') }
    return a.call('cases.saveSection', { id: caseId, section: { name: 'wishes', body }, seen })
  }),
  'cases.turn': scenario('cases.status_changed', ({ a, caseId }) =>
    a.call('cases.turn', {
      id: caseId,
      turn: { to: 'closed', reasons: ['needs_met'], note: sentence('closing note') },
    }),
  ),
  'cases.tellApart': scenario('cases.told_apart', async ({ a, caseId }) => {
    const other = newId()
    await a.call('cases.saveSection', { id: other, section: { name: 'question', body: {} }, seen: [] })
    return a.call('cases.tellApart', { id: caseId, other })
  }),
  'referrals.list': scenario('cases.viewed', ({ a, caseId }) => a.call('referrals.list', { caseId })),
  'notices.trustClock': scenario('vault.clock_trusted', ({ a }) => a.call('notices.trustClock', {})),
  'referrals.save': scenario('referrals.saved', ({ a, caseId }) =>
    a.call('referrals.save', {
      caseId,
      id: newId(),
      details: { service: 'legal_aid', note: word('second note') },
    }),
  ),
  'referrals.order': scenario('referrals.ordered', ({ a, stepId }) =>
    a.call('referrals.order', { id: stepId, position: 0 }),
  ),
  'referrals.move': scenario('referrals.moved', ({ a, stepId }) =>
    a.call('referrals.move', { id: stepId, move: { to: 'sent', on: '2026-03-02', reason: null } }),
  ),
  'referrals.remind': scenario(
    'referrals.reminded',
    ({ a, stepId }) => a.call('referrals.remind', { id: stepId }),
    {
      before: ({ a, stepId }) =>
        a.call('referrals.move', { id: stepId, move: { to: 'sent', on: '2026-03-02', reason: null } }),
    },
  ),
  'referrals.remove': scenario('referrals.removed', ({ a, stepId }) =>
    a.call('referrals.remove', { id: stepId }),
  ),
  'members.me': scenario(
    'members.card_renewed',
    ({ a }) => a.call('members.me', {}),
    // So late in its year that the card is made anew.
    { before: async ({ a }) => a.setToday('2027-01-15') },
  ),
  'members.cardFile': scenario('members.card_saved', ({ a }) => a.call('members.cardFile', {})),
  'members.takeCard': scenario('members.added', async ({ a }) => {
    const stranger = await openVaultSide(word('stranger'))
    return a.call('members.takeCard', { bytes: (await stranger.call('members.cardFile', {})).bytes })
  }),
  'members.verify': scenario('members.verified', ({ a, toB }) =>
    a.call('members.verify', { fingerprint: toB, on: '2026-03-02' }),
  ),
  'members.remove': scenario('members.removed', ({ a, toB }) =>
    a.call('members.remove', { fingerprint: toB }),
  ),
  'exchange.compose': scenario('cases.viewed', ({ a, caseId }) =>
    a.call('exchange.compose', {
      caseId,
      sections: ['wishes'],
      stepIds: [],
      recipients: [],
      purpose: 'committee_review',
    }),
  ),
  'exchange.seal': scenario('exchange.sealed', seal),
  'exchange.callOffHandover': scenario(
    'exchange.handover_called_off',
    ({ a, caseId }) => a.call('exchange.callOffHandover', { caseId }),
    { before: handedOver },
  ),
  'exchange.markSaved': scenario(
    'exchange.saved',
    ({ a }, { packetId }) => a.call('exchange.markSaved', { packetId }),
    { before: sealed },
  ),
  'exchange.open': scenario(
    'exchange.opened',
    ({ b }, { bytes }) => b.call('exchange.open', { bytes, jobId: newId() }),
    { before: sealed, vault: 'b' },
  ),
  'exchange.accept': scenario(
    'exchange.accepted',
    ({ b }, packetId) => b.call('exchange.accept', { packetId }),
    { before: opened, vault: 'b' },
  ),
  'exchange.refuse': scenario(
    'exchange.refused',
    ({ b }, packetId) => b.call('exchange.refuse', { packetId, reason: 'no_capacity' }),
    { before: opened, vault: 'b' },
  ),
  'documents.compose': scenario('cases.viewed', ({ a, caseId }) =>
    a.call('documents.compose', { kind: 'trajectory', caseId, locale: 'fr' }),
  ),
  'documents.page': scenario('documents.printed', ({ a, caseId }) =>
    a.call('documents.page', { kind: 'trajectory', caseId, locale: 'fr' }),
  ),
  'committee.saveMeeting': scenario('committee.meeting_saved', ({ a }) =>
    a.call('committee.saveMeeting', { meeting: meeting() }),
  ),
  'committee.removeMeeting': scenario<string>(
    'committee.meeting_removed',
    ({ a }, id) => a.call('committee.removeMeeting', { id }),
    {
      before: async ({ a }) => {
        const one = meeting()
        await a.call('committee.saveMeeting', { meeting: one })
        return one.id
      },
    },
  ),
  'practice.open': scenario(
    'vault.created',
    ({ a }) => a.call('practice.open', { folder: join(temporaryFolder(), 'practice'), locale: 'fr' }),
    { elsewhere: true },
  ),
  'directory.save': scenario('directory.saved', ({ a }) => entryOf(a)),
  'directory.remove': scenario<string>(
    'directory.removed',
    ({ a }, id) => a.call('directory.remove', { id }),
    {
      before: ({ a }) => entryOf(a),
    },
  ),
  'directory.markChecked': scenario<string>(
    'directory.checked',
    ({ a }, id) => a.call('directory.markChecked', { id }),
    { before: ({ a }) => entryOf(a) },
  ),
  'directory.importCsv': scenario<string>(
    'directory.imported',
    ({ a }, preview) => a.call('directory.importCsv', { preview, jobId: newId() }),
    { before: async ({ a }) => (await sheetIn(a)).preview },
  ),
  'directory.csvFile': scenario('directory.exported', ({ a }) => a.call('directory.csvFile', {})),
  'directory.seal': scenario(
    'exchange.sealed',
    ({ a, toB }) => a.call('directory.seal', { recipients: [toB], expiresOn: '2026-04-01', jobId: newId() }),
    { before: ({ a }) => entryOf(a) },
  ),
  'journal.verify': scenario('journal.verified', ({ a }) => a.call('journal.verify', { jobId: newId() })),
}

const newestOf = async (vault: TestVault) =>
  (await vault.call('journal.list', { filter: {}, before: null })).lines

const vaultChannels = channelNames.filter((name) => contract[name].at === 'vault')

describe('a change without a line', () => {
  it.each(vaultChannels.filter((name) => lines[name as keyof typeof lines] !== 'silent'))(
    'is not possible through %s',
    async (channel) => {
      const { writes, before, vault = 'a', elsewhere, call } = scenarios[channel] ?? {}
      if (!writes || !call) throw new Error(`no call to ${channel} in this test`)
      const start = await journalWorld()
      const found = (await before?.(start)) as never
      const last = elsewhere ? 0 : ((await newestOf(start[vault]))[0]?.seq ?? 0)
      await call(start, found)
      const written = (await newestOf(start[vault])).filter(({ seq }) => seq > last)
      expect(written.map(({ action }) => action)).toContain(writes)
    },
  )
})

type Silent = (of: World) => Promise<unknown>

/** What is being typed, and which reminder was read: it changes the vault and is no act. */
const writesWithoutLine = ['drafts.put', 'drafts.discard', 'notices.dismiss']

/** One call to every channel that is silent and may change nothing at all. */
const silent: Readonly<Record<string, Silent>> = {
  'app.cancelJob': ({ a }) => a.call('app.cancelJob', { jobId: newId() }),
  'vault.inspect': ({ a }) => a.call('vault.inspect', { folder: a.folder }),
  'vault.assessPassphrase': ({ a }) => a.call('vault.assessPassphrase', { passphrase: word('guess') }),
  'vault.protection': ({ a }) => a.call('vault.protection', {}),
  'recovery.state': ({ a }) => a.call('recovery.state', {}),
  'recovery.begin': begunKit,
  'recovery.abandon': ({ a }) => a.call('recovery.abandon', {}),
  'recovery.checkShare': ({ a }) => a.call('recovery.checkShare', { folder: a.folder, share: 'x' }),
  'backup.state': ({ a }) => a.call('backup.state', {}),
  'backup.list': ({ a }) => a.call('backup.list', { folder: a.folder }),
  'backup.look': ({ a }) => a.call('backup.look', { folder: a.folder, name: noBackup, opener }),
  'journal.list': ({ a }) => a.call('journal.list', { filter: {}, before: null }),
  'notices.list': ({ a }) => a.call('notices.list', {}),
  'cases.list': ({ a }) => a.call('cases.list', {}),
  'members.readCard': ({ a }) => a.call('members.readCard', { bytes: new Uint8Array(9) }),
  'members.list': ({ a }) => a.call('members.list', {}),
  'drafts.get': ({ a, caseId }) => a.call('drafts.get', { key: { caseId, form: 'wishes' } }),
  'drafts.unsavedCases': ({ a }) => a.call('drafts.unsavedCases', {}),
  'exchange.coverage': ({ a, toB, caseId }) =>
    a.call('exchange.coverage', {
      caseId,
      sections: [],
      stepIds: [],
      recipients: [toB],
      purpose: 'committee_review',
    }),
  'exchange.file': ({ a }) => a.call('exchange.file', { packetId: '0'.repeat(32) }),
  'exchange.forget': ({ a }) => a.call('exchange.forget', { packetId: '0'.repeat(32) }),
  'exchange.sent': ({ a }) => a.call('exchange.sent', {}),
  'exchange.received': ({ a }) => a.call('exchange.received', {}),
  'cases.similar': ({ a, caseId }) => a.call('cases.similar', { id: caseId }),
  'committee.meetings': ({ a }) => a.call('committee.meetings', {}),
  'directory.search': ({ a }) => a.call('directory.search', {}),
  'directory.get': ({ a }) => a.call('directory.get', { id: newId() }),
  'directory.previewCsv': ({ a }) => sheetIn(a),
  'today.list': ({ a }) => a.call('today.list', {}),
  'practice.state': ({ a }) => a.call('practice.state', {}),
}

describe('a channel without a line', () => {
  it('changes nothing on the disk, not a byte', async () => {
    const start = await journalWorld()
    const wanted = vaultChannels.filter((name) => lines[name as keyof typeof lines] === 'silent')
    expect([...Object.keys(silent), ...writesWithoutLine].sort()).toEqual([...wanted].sort())
    for (const [channel, call] of Object.entries(silent)) {
      const before = stateOfFolder(start.a.folder)
      // Some refuse what they are given here; that changes nothing either.
      await call(start).catch(() => undefined)
      expect(stateOfFolder(start.a.folder), channel).toEqual(before)
    }
  })
})

describe('words of a case, names and passphrases', () => {
  it('are in no line of any journal, whatever was called', async () => {
    const start = await journalWorld()
    const { a, b, caseId, stepId } = start
    await a.call('cases.get', { id: caseId })
    await a.call('cases.list', { words: word('search') })
    await a.call('drafts.put', { key: { caseId, form: 'summary' }, body: JSON.stringify(sentence('draft')) })
    await a.call('referrals.move', { id: stepId, move: { to: 'sent', on: '2026-03-02', reason: null } })
    const packetId = await opened(start)
    const { answerPacketId } = await b.call('exchange.accept', { packetId })
    const answer = await b.call('exchange.file', { packetId: answerPacketId ?? '' })
    const reply = await a.call('exchange.open', { bytes: answer.bytes, jobId: newId() })
    await a.call('exchange.accept', { packetId: reply.packetId })
    await a.call('members.cardFile', {})
    for (const { folder, close } of [a, b]) {
      close()
      const { reader } = await openBeneath(folder)
      const kept = JSON.stringify([
        reader.all('SELECT at, who, action, subject, details FROM journal'),
        reader.all('SELECT reference FROM journal_heads'),
      ])
      // The journal is there, and the words are where they belong, so that this test could find them.
      expect(kept).toContain(caseId)
      expect(
        canaries.foundIn(Buffer.from(JSON.stringify(reader.all('SELECT body FROM case_sections')))),
      ).not.toEqual([])
      expect(canaries.foundIn(Buffer.from(kept))).toEqual([])
      for (const one of testPassphrase.split(' ')) expect(kept).not.toContain(one)
    }
  })
})
