import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../shared/dates.ts'
import { newOpenVault } from '../../tests/support/vault.ts'
import { insertCase } from '../cases/cases.store.ts'
import { documentsHandlers } from '../documents/documents.handlers.ts'
import type { VaultContext } from '../vault/handler.ts'
import { lastSeenDay } from '../vault/last-seen.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { journalHead, type Line } from './journal.store.ts'
import { record, recordIfPossible, runJournaled } from './record.ts'

/** As the vault process gives it to a handler, on one day. */
const contextOf = (vault: OpenVault, today: PlainDate): VaultContext => ({
  vault,
  now: () => new Date(`${today}T12:00:00`).getTime(),
  today: () => today,
  enter: () => undefined,
  runJob: () => Promise.reject(new Error('no job')),
  cancelJob: () => undefined,
})

const line: Line = { action: 'cases.viewed', subject: crypto.randomUUID(), details: {} }

describe('on a full disk', () => {
  it('what was only shown is still shown, and nothing is changed without its line', async () => {
    const vault = await newOpenVault()
    const context = { vault, now: () => 1_772_000_000_000 }
    const { raw } = vault.database
    raw.pragma(`max_page_count=${Number(raw.pragma('page_count', { simple: true }))}`)
    let written = 0
    while (recordIfPossible(context, line)) written += 1
    const head = journalHead(vault.reader)
    expect(head?.seq).toBe(written)
    expect(() => record(context, line)).toThrow('full')
    const change = () =>
      vault.writer.transaction(() => {
        vault.writer.run("UPDATE identity SET name = 'x'")
        record(context, line)
      })
    expect(change).toThrow('full')
    expect(vault.reader.get("SELECT 1 FROM identity WHERE name = 'x'")).toBeUndefined()
    expect(journalHead(vault.reader)).toEqual(head)
  })
})

describe('a paper', () => {
  it('is not made when the journal can’t tell that it was', async () => {
    const vault = await newOpenVault()
    const caseId = crypto.randomUUID()
    const [today, owner] = ['2026-03-02', vault.me.fingerprint]
    insertCase(vault.writer, { id: caseId, code: 'abeille-1234', status: 'open', owner, createdOn: today })
    const context = contextOf(vault, today)
    const choice = { kind: 'case-sheet', caseId, locale: 'fr', sections: [], trajectory: false } as const
    const page = () =>
      runJournaled('documents.page', choice, context, () => print({ ...choice, sections: [] }, context))
    const print = documentsHandlers['documents.page']
    expect(page()).toMatchObject({ html: expect.stringContaining('abeille-1234') })
    const { raw } = vault.database
    raw.pragma(`max_page_count=${Number(raw.pragma('page_count', { simple: true }))}`)
    while (recordIfPossible(context, line));
    expect(page).toThrow('full')
  })
})

describe('a vault that stays open over midnight', () => {
  it('has seen the new day once something is done on it, and still has when the clock is set back', async () => {
    const vault = await newOpenVault()
    for (const [moment, seen] of [
      ['2026-03-02T23:59:00', '2026-03-02'],
      ['2026-03-03T00:01:00', '2026-03-03'],
      ['2026-03-01T12:00:00', '2026-03-03'],
    ] as const) {
      record({ vault, now: () => new Date(moment).getTime() }, line)
      expect(lastSeenDay(vault.reader)).toBe(seen)
    }
  })
})
