import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newVault, openBeneath } from '../../tests/support/vault.ts'
import { chainStart } from './chain.ts'
import { appendLine, journalHead, type SignedLine } from './journal.store.ts'

const line: SignedLine = {
  at: 1_772_000_000_000,
  who: 'a'.repeat(64),
  action: 'cases.viewed',
  subject: '0b5e8b5c-7d5f-4c9a-9f5e-2f6c1d3a4b5c',
  details: {},
}

const openJournal = async () => (await openBeneath(await newVault())).writer

describe('the journal', () => {
  it('numbers its lines without a gap and chains each to the one before', async () => {
    const db = await openJournal()
    const before = journalHead(db)
    appendLine(db, line)
    appendLine(db, { ...line, subject: null, details: { fields: 'wishes,safeContacts', count: 2 } })
    const [first, second] = db.all<{ seq: number; hash: Uint8Array }>(
      'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 2',
    )
    expect(first).toMatchObject({ seq: (before?.seq ?? 0) + 2 })
    expect(second).toMatchObject({ seq: (before?.seq ?? 0) + 1 })
    expect(first?.hash).not.toEqual(second?.hash)
    expect(journalHead(db)).toEqual(first)
  })

  it('hashes as the documentation says, byte by byte', async () => {
    const db = await openJournal()
    const before = journalHead(db)
    appendLine(db, { ...line, at: 5, who: 'b', subject: 'c' })
    const seq = (before?.seq ?? 0) + 1
    const encoded = [
      ...Buffer.from('relais journal line v1\0'),
      ...(before?.hash ?? chainStart),
      ...[0x96, seq, 5, 0xa1, 0x62, 0xac, ...Buffer.from('cases.viewed'), 0x91, 0xa1, 0x63],
      ...[0xa2, 0x7b, 0x7d],
    ]
    const hash = createHash('sha256').update(Uint8Array.from(encoded)).digest()
    expect(Buffer.from(journalHead(db)?.hash ?? [])).toEqual(hash)
  })

  it('drops a sentence that would have been written down for good', async () => {
    const db = await openJournal()
    appendLine(db, { ...line, subject: 'Noémie Fictive', details: { note: 'elle vit seule', count: 1 } })
    expect(db.get('SELECT subject, details FROM journal ORDER BY seq DESC LIMIT 1')).toEqual({
      subject: null,
      details: '{"count":1}',
    })
  })

  it('can be neither changed nor cut by a mistake of the program', async () => {
    const db = await openJournal()
    appendLine(db, line)
    expect(() => db.run("UPDATE journal SET action = 'cases.created'")).toThrow('append-only')
    expect(() => db.run('DELETE FROM journal')).toThrow('append-only')
  })

  it('keeps no line of a change that was not kept', async () => {
    const db = await openJournal()
    const before = journalHead(db)
    const change = () =>
      db.transaction(() => {
        appendLine(db, line)
        throw new Error('stop')
      })
    expect(change).toThrow('stop')
    expect(journalHead(db)).toEqual(before)
  })
})
