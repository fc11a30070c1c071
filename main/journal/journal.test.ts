import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { In } from '../../shared/contract.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { consentTo } from '../../tests/support/consent.ts'
import {
  acquaint,
  newOpenVault,
  openBeneath,
  openVaultSide,
  type TestVault,
  temporaryFolder,
  testPassphrase,
} from '../../tests/support/vault.ts'
import { appendLine } from './journal.store.ts'
import { headInPacket } from './journal-heads.store.ts'
import { walkChain } from './verify.ts'

const newId = (): string => crypto.randomUUID()

const save = (vault: TestVault, id: string, wishes: string, seen: Record<string, number>[] = []) =>
  vault.call('cases.saveSection', { id, section: { name: 'wishes', body: { wishes } }, seen })

const closing: In<'cases.turn'>['turn'] = { to: 'closed', reasons: ['needs_met'] }
const reopening: In<'cases.turn'>['turn'] = { to: 'open', note: 'note fictive' }

const actions = async (vault: TestVault, filter: In<'journal.list'>['filter'] = {}) =>
  (await vault.call('journal.list', { filter, before: null })).lines.map(({ action }) => action)

describe('the journal', () => {
  it('names a case by its code and a member by her name, as they are today', async () => {
    const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Béa Fictive')]
    const known = await acquaint(a, b)
    const id = newId()
    const { code } = await save(a, id, 'dormir')
    const { lines } = await a.call('journal.list', { filter: {}, before: null })
    const [saved, created, , verified] = lines
    expect(saved).toMatchObject({
      who: { name: 'Anne Fictive' },
      action: 'cases.section_saved',
      subject: { kind: 'case', id, name: code },
      details: { section: 'wishes', fields: 'wishes' },
    })
    expect(created).toMatchObject({ action: 'cases.created' })
    expect(verified).toMatchObject({ subject: { kind: 'member', id: known.b, name: 'Béa Fictive' } })
    await a.call('members.remove', { fingerprint: known.b })
    const [removed] = (await a.call('journal.list', { filter: {}, before: null })).lines
    expect(removed).toMatchObject({ action: 'members.removed', subject: { name: null } })
  })

  it('names only the fields that a save changed', async () => {
    const vault = await openVaultSide()
    const id = newId()
    const first = await vault.call('cases.saveSection', {
      id,
      section: { name: 'summary', body: { context: 'a', situation: 'b', needs: 'c' } },
      seen: [],
    })
    await vault.call('cases.saveSection', {
      id,
      section: { name: 'summary', body: { context: 'a', situation: 'autre', needs: '' } },
      seen: [first.version],
    })
    const { lines } = await vault.call('journal.list', { filter: {}, before: null })
    expect(lines[0]?.details).toEqual({ section: 'summary', fields: 'situation,needs' })
    expect(lines[1]?.details).toEqual({ section: 'summary', fields: 'context,situation,needs' })
  })

  it('counts a look once a quarter of an hour, and not at all at what is not there', async () => {
    const vault = await openVaultSide()
    const id = newId()
    await save(vault, id, 'dormir')
    const looks = async () => (await actions(vault)).filter((action) => action === 'cases.viewed').length
    for (let n = 0; n < 5; n += 1) await vault.call('cases.get', { id })
    await vault.call('referrals.list', { caseId: id })
    expect(await looks()).toBe(1)
    vault.setToday('2026-03-03')
    await vault.call('cases.get', { id })
    expect(await looks()).toBe(2)
    await vault.call('referrals.list', { caseId: newId() })
    await expect(vault.call('cases.get', { id: newId() })).rejects.toThrow('cases.not_found')
    expect(await looks()).toBe(2)
  })

  it('is narrowed by topic, by case and by days, and goes back page by page', async () => {
    const vault = await openVaultSide()
    const [one, other] = [newId(), newId()]
    await save(vault, one, 'dormir')
    vault.setToday('2026-03-04')
    await save(vault, other, 'manger')
    expect(await actions(vault, { caseId: one })).toEqual(['cases.section_saved', 'cases.created'])
    expect(await actions(vault, { topics: ['vault'] })).toEqual(['vault.unlocked'])
    expect(await actions(vault, { topics: ['cases', 'vault'], to: '2026-03-02' })).toHaveLength(3)
    expect(await actions(vault, { from: '2026-03-03' })).toHaveLength(2)
    expect(await actions(vault, { from: '2026-03-05' })).toEqual([])
    for (let n = 0; n < 120; n += 1) {
      await vault.call('cases.turn', { id: one, turn: n % 2 === 0 ? closing : reopening })
    }
    const first = await vault.call('journal.list', { filter: {}, before: null })
    expect(first).toMatchObject({ more: true })
    const second = await vault.call('journal.list', { filter: {}, before: first.lines.at(-1)?.seq ?? 0 })
    expect(second).toMatchObject({ more: false })
    const seqs = [...first.lines, ...second.lines].map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, n) => seqs.length - n))
  })

  it('of a case has the packets in which it left, and of a refused one not even its case', async () => {
    const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Béa Fictive')]
    const known = await acquaint(a, b)
    const id = newId()
    const { code } = await save(a, id, 'dormir')
    await consentTo(a, id)
    const { packetId } = await a.call('exchange.seal', {
      caseId: id,
      sections: ['wishes'],
      stepIds: [],
      recipients: [known.b],
      purpose: 'committee_review',
      expiresOn: '2026-04-01',
      jobId: newId(),
    })
    const [sealed] = (await a.call('journal.list', { filter: { caseId: id }, before: null })).lines
    expect(sealed).toMatchObject({
      action: 'exchange.sealed',
      subject: { kind: 'packet', id: packetId },
      details: { case: code, recipients: 1, sections: 'wishes' },
    })
    await a.call('exchange.markSaved', { packetId })
    expect((await actions(a, { caseId: id }))[0]).toBe('exchange.saved')
    const { bytes } = await a.call('exchange.file', { packetId })
    await b.call('exchange.open', { bytes, jobId: newId() })
    await b.call('exchange.refuse', { packetId, reason: 'no_capacity' })
    const { lines } = await b.call('journal.list', { filter: { topics: ['exchange'] }, before: null })
    expect(lines.map(({ action }) => action)).toEqual([
      'exchange.refused',
      'exchange.sealed',
      'exchange.opened',
    ])
    expect(JSON.stringify(lines)).not.toContain(id)
    expect(lines[0]?.details).toMatchObject({ sender: 'Anne Fictive', reason: 'no_capacity' })
  })

  it('reaches the recipient as a commitment, which she keeps', async () => {
    const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Béa Fictive')]
    const known = await acquaint(a, b)
    const id = newId()
    await save(a, id, 'dormir')
    await consentTo(a, id)
    const { packetId } = await a.call('exchange.seal', {
      caseId: id,
      sections: ['wishes'],
      stepIds: [],
      recipients: [known.b],
      purpose: 'committee_review',
      expiresOn: '2026-04-01',
      jobId: newId(),
    })
    const { bytes } = await a.call('exchange.file', { packetId })
    await b.call('exchange.open', { bytes, jobId: newId() })
    await b.call('exchange.accept', { packetId })
    a.close()
    b.close()
    const [sender, recipient] = [await openBeneath(a.folder), await openBeneath(b.folder)]
    const head = sender.reader.get<{ seq: number; hash: Buffer }>('SELECT seq, hash FROM journal_heads')
    const kept = recipient.reader.get<{ held: Buffer }>(
      'SELECT sender_journal_head AS held FROM received_packets',
    )
    expect(head && headInPacket(head)).toBe(kept?.held.toString('hex'))
    expect(sender.reader.get('SELECT hash FROM journal WHERE seq = ?', head?.seq ?? 0)).toEqual({
      hash: head?.hash,
    })
  })
})

describe('a vault of an older Relais', () => {
  it('begins its journal with the update that gave it one', async () => {
    const vault = await openVaultSide()
    const folder = join(temporaryFolder(), 'vault')
    cpSync(fileURLToPath(new URL('../../tests/vectors/vaults/0001', import.meta.url)), folder, {
      recursive: true,
    })
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect((await actions(vault)).slice(-2)).toEqual(['vault.unlocked', 'vault.updated'])
    expect(await vault.call('journal.verify', { jobId: newId() })).toMatchObject({
      firstBroken: null,
      missing: null,
      mended: null,
    })
  })
})

describe('verifying', () => {
  const manyLines = async (count: number) => {
    const { writer } = await newOpenVault()
    writer.transaction(() => {
      for (let n = 0; n < count; n += 1) {
        appendLine(writer, { at: n, who: 'x', action: 'cases.viewed', subject: newId(), details: {} })
      }
    })
    return writer
  }

  it('tells how far it is, line after line to the last', async () => {
    const db = await manyLines(5000)
    const told: number[] = []
    const { signal } = new AbortController()
    const found = await walkChain(db, { signal, onProgress: (done) => told.push(done) })
    expect(found).toEqual({ lines: 5000, firstBroken: null })
    expect(told).toEqual([2000, 4000, 5000])
  })

  it('stops when asked, between two batches', async () => {
    const db = await manyLines(5000)
    const stop = new AbortController()
    const walking = walkChain(db, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(isRelaisError(await walking.catch((error) => error), 'app.cancelled')).toBe(true)
  })

  it('is not troubled by lines that come while it reads', async () => {
    const db = await manyLines(2500)
    const { signal } = new AbortController()
    const onProgress = () =>
      appendLine(db, { at: 0, who: 'x', action: 'cases.viewed', subject: null, details: {} })
    expect(await walkChain(db, { signal, onProgress })).toEqual({ lines: 2500, firstBroken: null })
  })
})
