import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chainStart, hashOfLine } from '../../main/journal/chain.ts'
import type { KeptLine } from '../../main/journal/journal.store.ts'
import type { VaultDatabase } from '../../main/vault/database.ts'
import { createDispatcher } from '../../main/vault/dispatch.ts'
import type { Out } from '../../shared/contract.ts'
import { consentTo } from '../support/consent.ts'
import { acquaint, openBeneath, openVaultSide, temporaryFolder, testPassphrase } from '../support/vault.ts'

const newId = (): string => crypto.randomUUID()

/** A closed vault with some forty lines and, after the thirtieth or so, a packet that holds the journal as it was. */
async function vaultWithJournal(): Promise<{ folder: string; lines: number; sealedAfter: number }> {
  const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Béa Fictive')]
  const known = await acquaint(a, b)
  const caseId = newId()
  const statuses = (times: number) =>
    Array.from({ length: times }, (_, n) =>
      a.call('cases.turn', {
        id: caseId,
        turn: n % 2 === 0 ? { to: 'closed', reasons: ['needs_met'] } : { to: 'open', note: 'note fictive' },
      }),
    )
  await a.call('cases.saveSection', { id: caseId, section: { name: 'wishes', body: {} }, seen: [] })
  await consentTo(a, caseId)
  await Promise.all(statuses(26))
  const { lines } = await a.call('journal.list', { filter: {}, before: null })
  await a.call('exchange.seal', {
    caseId,
    sections: ['wishes'],
    stepIds: [],
    recipients: [known.b],
    purpose: 'committee_review',
    expiresOn: '2026-04-01',
    jobId: newId(),
  })
  await Promise.all(statuses(10))
  const after = await a.call('journal.list', { filter: {}, before: null })
  a.close()
  return { folder: a.folder, lines: after.lines[0]?.seq ?? 0, sealedAfter: lines[0]?.seq ?? 0 }
}

/** As someone with the passphrase and a SQLite shell: the triggers are hers to remove. */
async function tamper(folder: string, work: (database: VaultDatabase) => void): Promise<void> {
  const database = await openBeneath(folder)
  const triggers = database.reader.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'",
  )
  for (const { name } of triggers) database.raw.exec(`DROP TRIGGER ${name}`)
  work(database)
  for (const { sql } of triggers) database.raw.exec(sql)
  database.close()
}

/** Makes the hashes fit again from the first line on, as the program would have written them. */
function rechain({ reader, writer }: VaultDatabase): void {
  let before = chainStart
  for (const line of reader.all<KeptLine>('SELECT * FROM journal ORDER BY seq')) {
    before = hashOfLine(before, line)
    writer.run('UPDATE journal SET hash = ? WHERE seq = ?', before, line.seq)
  }
}

async function verify(folder: string): Promise<Out<'journal.verify'>> {
  const dispatcher = createDispatcher(() => undefined)
  onTestFinished(() => dispatcher.close())
  await dispatcher.run('vault.unlock', { folder, passphrase: testPassphrase })
  const reply = await dispatcher.run('journal.verify', { jobId: newId() })
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.out as Out<'journal.verify'>
}

describe('the journal, in the hands of someone with the passphrase,', () => {
  it('untouched, is whole and held by the packet', async () => {
    const { folder, lines } = await vaultWithJournal()
    const found = await verify(folder)
    expect(found).toMatchObject({ firstBroken: null, missing: null, heads: { packets: 1 } })
    expect(found.lines).toBeGreaterThanOrEqual(lines)
  })

  it.each<[string, (database: VaultDatabase) => void, number]>([
    [
      'edited line',
      ({ writer }) => writer.run("UPDATE journal SET action = 'cases.viewed' WHERE seq = 9"),
      9,
    ],
    ['edited time', ({ writer }) => writer.run('UPDATE journal SET at = at + 1 WHERE seq = 9'), 9],
    ['edited details', ({ writer }) => writer.run("UPDATE journal SET details = '{}' WHERE seq = 9"), 9],
    [
      'somebody else’s name on a line',
      ({ writer }) => writer.run("UPDATE journal SET who = 'x' WHERE seq = 9"),
      9,
    ],
    ['removed line', ({ writer }) => writer.run('DELETE FROM journal WHERE seq = 9'), 10],
    ['removed first lines', ({ writer }) => writer.run('DELETE FROM journal WHERE seq < 9'), 9],
    [
      'removed line, the others moved up',
      ({ writer }) => {
        writer.run('DELETE FROM journal WHERE seq = 9')
        for (let seq = 10; seq <= 40; seq += 1)
          writer.run('UPDATE journal SET seq = ? WHERE seq = ?', seq - 1, seq)
      },
      9,
    ],
    [
      'inserted line, the others moved down',
      ({ writer }) => {
        writer.run('UPDATE journal SET seq = -seq - 1 WHERE seq >= 9')
        writer.run('UPDATE journal SET seq = -seq WHERE seq < 0')
        writer.run(
          "INSERT INTO journal SELECT 9, at, who, 'cases.viewed', subject, '{}', hash FROM journal WHERE seq = 8",
        )
      },
      9,
    ],
    [
      'two lines that changed places',
      ({ writer }) => {
        writer.run('UPDATE journal SET seq = -1 WHERE seq = 9')
        writer.run('UPDATE journal SET seq = 9 WHERE seq = 10')
        writer.run('UPDATE journal SET seq = 10 WHERE seq = -1')
      },
      9,
    ],
  ])('names the first broken link: %s', async (_, change, line) => {
    const { folder } = await vaultWithJournal()
    await tamper(folder, change)
    expect((await verify(folder)).firstBroken).toBe(line)
  })

  it('shows a cut tail: the packet vouches for a line that is gone', async () => {
    const { folder, sealedAfter } = await vaultWithJournal()
    await tamper(folder, ({ writer }) => writer.run('DELETE FROM journal WHERE seq >= ?', sealedAfter - 3))
    expect(await verify(folder)).toMatchObject({ firstBroken: null, missing: sealedAfter })
  })

  it('shows a cut tail that has grown again past where it was', async () => {
    const { folder, sealedAfter } = await vaultWithJournal()
    await tamper(folder, (database) => {
      database.writer.run('DELETE FROM journal WHERE seq >= ?', sealedAfter - 3)
      for (let seq = sealedAfter - 3; seq < sealedAfter + 20; seq += 1) {
        database.writer.run(
          "INSERT INTO journal SELECT ?, at, who, 'cases.viewed', subject, '{}', hash FROM journal WHERE seq = 2",
          seq,
        )
      }
      rechain(database)
    })
    expect(await verify(folder)).toMatchObject({ firstBroken: null, missing: sealedAfter })
  })

  it('shows an edited line even when every hash after it was made to fit', async () => {
    const { folder, sealedAfter } = await vaultWithJournal()
    await tamper(folder, (database) => {
      database.writer.run("UPDATE journal SET action = 'cases.viewed' WHERE seq = 9")
      rechain(database)
    })
    expect(await verify(folder)).toMatchObject({ firstBroken: null, missing: sealedAfter })
  })

  it('shows that the whole was replaced by a shorter valid chain', async () => {
    const { folder, sealedAfter } = await vaultWithJournal()
    await tamper(folder, (database) => {
      database.writer.run('DELETE FROM journal WHERE seq > 5')
      database.writer.run("UPDATE journal SET action = 'cases.viewed'")
      rechain(database)
    })
    expect(await verify(folder)).toMatchObject({ firstBroken: null, missing: sealedAfter })
  })

  it('shows a signed head that was moved to fit: nobody else signs for the owner', async () => {
    const { folder, sealedAfter } = await vaultWithJournal()
    await tamper(folder, (database) => {
      database.writer.run("UPDATE journal SET action = 'cases.viewed' WHERE seq = 9")
      rechain(database)
      database.writer.run(
        'UPDATE journal_heads SET hash = (SELECT hash FROM journal WHERE seq = journal_heads.seq)',
      )
    })
    expect(await verify(folder)).toMatchObject({ firstBroken: null, missing: sealedAfter })
  })

  it('shows a cut tail whose list of heads was emptied too: a backup still has one', async () => {
    const { folder } = await vaultWithJournal()
    const dispatcher = createDispatcher(() => undefined)
    onTestFinished(() => dispatcher.close())
    await dispatcher.run('vault.unlock', { folder, passphrase: testPassphrase })
    await dispatcher.run('backup.now', { jobId: newId() })
    dispatcher.close()
    let held = 0
    await tamper(folder, ({ reader, writer }) => {
      held = reader.get<{ seq: number }>("SELECT seq FROM journal_heads WHERE held_by = 'backup'")?.seq ?? 0
      writer.run('DELETE FROM journal WHERE seq > 9')
      writer.run('DELETE FROM journal_heads')
    })
    expect(held).toBeGreaterThan(30)
    expect(await verify(folder)).toMatchObject({
      firstBroken: null,
      missing: held,
      mended: null,
      heads: { backups: 1, packets: 0 },
    })
  })

  it('says which line tells of a restored backup, when what came after it is rightly missing', async () => {
    const { folder } = await vaultWithJournal()
    const into = join(temporaryFolder(), 'vault')
    const dispatcher = createDispatcher(() => undefined)
    onTestFinished(() => dispatcher.close())
    const opener = { by: 'passphrase', passphrase: testPassphrase }
    const call = async (channel: string, input: object) => {
      const reply = await dispatcher.run(channel, input)
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.out as never
    }
    await call('vault.unlock', { folder, passphrase: testPassphrase })
    const place = temporaryFolder()
    await call('backup.settings', { folder: place, automatic: false })
    const { name } = (await call('backup.now', { jobId: newId() })) as Out<'backup.now'>
    await call('members.me', {})
    await call('backup.now', { jobId: newId() })
    dispatcher.close()
    await call('backup.restore', { jobId: newId(), folder: place, name, opener, into })
    const found = await verify(into)
    expect(found.firstBroken).toBeNull()
    expect(found.missing).toBeGreaterThan(0)
    expect(found.mended).toBeGreaterThan(0)
  })
})
