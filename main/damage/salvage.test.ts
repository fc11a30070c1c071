import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Out } from '../../shared/contract.ts'
import { practicePassphrase } from '../../shared/practice/practice.contract.ts'
import { type PagesByTable, pagesByTable } from '../../tests/support/pages-by-table.ts'
import { type RowsByTable, rowsByTable } from '../../tests/support/rows-by-table.ts'
import {
  openPracticeSide,
  openVaultSide,
  stateOfFolder,
  temporaryFolder,
  testOpener,
  testPassphrase,
} from '../../tests/support/vault.ts'
import { openDatabase } from '../vault/database.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import type { Job } from '../vault/handler.ts'
import { type FoundKeys, readKeys, unwrapWith } from '../vault/keys/key-store.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { salvage, salvageWith } from './salvage.ts'

type Account = Out<'damage.salvage'>
type Kind = Account['kept'][number]['kind']

const caseCount = 40
const clock = { now: Date.parse('2026-03-03T12:00:00Z'), today: '2026-03-03' }
const quietJob: Job = { signal: new AbortController().signal, onProgress: () => undefined }
const kindOf: Readonly<Record<string, Kind>> = {
  cases: 'cases',
  case_sections: 'sections',
  drafts: 'drafts',
  journal: 'journal',
  settings: 'settings',
  members: 'members',
  case_turns: 'turns',
  directory_entries: 'directory',
  meetings: 'meetings',
}

/** A vault with cases of two sections each, closed: its files, its rows, and which page is whose. */
interface Model {
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly rows: RowsByTable
  readonly pages: PagesByTable
  readonly found: FoundKeys
  readonly key: Uint8Array
}
let model: Model

async function build(): Promise<Model> {
  const vault = await openVaultSide()
  let before: string | null = null
  for (let n = 0; n < caseCount; n += 1) {
    const id = crypto.randomUUID()
    // From a quarter of a page to several.
    const situation = `Situation fictive ${n}. `.repeat(n % 5 === 0 ? 600 : 60)
    await vault.call('cases.saveSection', { id, section: { name: 'summary', body: { situation } }, seen: [] })
    const wishes = { name: 'wishes', body: { wishes: `Souhait fictif numéro${n}, dormir.` } } as const
    await vault.call('cases.saveSection', { id, section: wishes, seen: [] })
    await vault.call('drafts.put', { key: { caseId: id, form: 'risk' }, body: `"${'mot '.repeat(200)}"` })
    const note = `Note de fermeture fictive ${n}. `.repeat(30)
    await vault.call('cases.turn', { id, turn: { to: 'closed', reasons: ['left_area'], note } })
    if (before !== null) await vault.call('cases.tellApart', { id, other: before })
    before = id
    const details = { organisation: `Organisme fictif ${n}`, services: ['legal_aid'], note: 'x'.repeat(900) }
    await vault.call('directory.save', { id: crypto.randomUUID(), details, seen: null })
    const meeting = {
      id: crypto.randomUUID(),
      on: '2026-04-09',
      at: n % 2 ? '09:30' : null,
      place: `Salle ${n}`,
    }
    await vault.call('committee.saveMeeting', { meeting })
  }
  vault.close()
  // Once more, so that the copy of the first page is of what is there now.
  const again = await unlockVault(vault.folder, testOpener)
  again.close()
  const found = await readKeys(vaultFiles(vault.folder))
  const key = await unwrapWith(found.keyFile, testOpener)
  const names = stateOfFolder(vault.folder).map((line) => line.split(' ')[0] ?? '')
  return {
    files: names.map((name) => ({ name, bytes: readFileSync(join(vault.folder, name)) })),
    rows: rowsByTable(vault.folder, key),
    pages: await pagesByTable(vault.folder),
    found,
    key,
  }
}

/** Built once, in the first test: folders belong to tests. */
beforeEach(async () => {
  model ??= await build()
})

function copy(): string {
  const folder = temporaryFolder()
  for (const { name, bytes } of model.files) writeFileSync(join(folder, name), bytes)
  return folder
}

/** One bit in the middle of each page. */
function hit(folder: string, ...pages: readonly number[]): void {
  const path = vaultFiles(folder).database
  const bytes = readFileSync(path)
  for (const page of pages) {
    const at = (page - 1) * 4096 + 2000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
  }
  writeFileSync(path, bytes)
}

interface Salvaged {
  readonly account: Account
  readonly rows: RowsByTable
  readonly into: string
}

/** The damaged files are the same afterwards, to the byte. */
async function salvaged(folder: string): Promise<Salvaged> {
  const into = join(temporaryFolder(), 'salvaged')
  const before = stateOfFolder(folder)
  const account = await salvageWith(model.key, model.found, { folder, into }, clock, quietJob)
  expect(stateOfFolder(folder)).toEqual(before)
  return { account, rows: rowsByTable(into, model.key), into }
}

/** A case made anew has its own number, id and code as long as its indexes are there; the rest is what salvage made up. */
const comparable = (table: string, row: string, { cases }: Account): string => {
  if (table !== 'cases') return row
  const { n, id, code, ...rest } = JSON.parse(row)
  const isRebuilt = cases.some((one) => one.code === code && one.rebuilt)
  return JSON.stringify(isRebuilt ? { n, id, code } : { n, id, code, rest })
}

/** Nothing is there that was not (but the line of the journal that says so), and nothing is gone that is not told. */
function expectHonest({ account, rows }: Salvaged): number {
  let gone = 0
  for (const [table, kind] of Object.entries(kindOf)) {
    const was = (model.rows.get(table) ?? []).map((row) => comparable(table, row, account))
    const is = (rows.get(table) ?? []).map((row) => comparable(table, row, account))
    const made = table === 'journal' ? 1 : 0
    expect(is.filter((row) => !was.includes(row)).length, `rows of ${table} that were never there`).toBe(made)
    const missing = was.filter((row) => !is.includes(row)).length
    const lost = account.lost.find((one) => one.kind === kind)
    if (missing > 0) expect(lost, `${missing} of ${table}`).toBeDefined()
    if (lost?.count != null) expect(lost.count).toBe(missing)
    expect(account.kept.find((one) => one.kind === kind)?.count).toBe(is.length - made)
    gone += missing
  }
  return gone
}

/** What the account says of each case is what is missing of it. */
function expectCasesTold({ account, rows }: Salvaged): void {
  const sections = new Set(rows.get('case_sections'))
  const gone = (model.rows.get('case_sections') ?? []).filter((row) => !sections.has(row))
  const codes = new Map(
    (model.rows.get('cases') ?? []).map((row) => [JSON.parse(row).n, JSON.parse(row).code]),
  )
  const told = account.cases.flatMap(({ code, sections: names }) => names.map((name) => `${code} ${name}`))
  const meant = gone.map((row) => `${codes.get(JSON.parse(row).case_n)} ${JSON.parse(row).name}`)
  expect(told.sort()).toEqual(meant.sort())
}

describe('salvage', () => {
  it('of a vault that is whole loses nothing, opens with the same passphrase and finds every word again', async () => {
    const folder = copy()
    const into = join(temporaryFolder(), 'salvaged')
    const account = await salvage({ folder, opener: testOpener, into }, clock, quietJob)
    expect(account).toMatchObject({ lost: [], cases: [], identity: 'kept' })
    expect(expectHonest({ account, rows: rowsByTable(into, model.key), into })).toBe(0)
    const side = await openVaultSide()
    await side.call('vault.unlock', { folder: into, passphrase: testPassphrase })
    const { rows } = await side.call('cases.list', { words: 'numero17' })
    expect(rows).toHaveLength(1)
    expect((await side.call('directory.search', { words: 'fictif 17', services: ['legal_aid'] })).total).toBe(
      1,
    )
    const { lines } = await side.call('journal.list', { filter: {}, before: null })
    expect(lines.map(({ action }) => action)).toContain('vault.salvaged')
  })

  it('keeps all but the page that was hit, whichever it is, and tells what was on it', async () => {
    const outcomes = new Set<string>()
    for (const [table, pages] of model.pages) {
      for (const page of new Set([pages[0], pages[pages.length >> 1], pages.at(-1)])) {
        if (page === undefined) continue
        const folder = copy()
        hit(folder, page)
        const result = await salvaged(folder)
        const gone = expectHonest(result)
        expectCasesTold(result)
        outcomes.add(gone === 0 ? 'nothing lost' : `lost of ${table}`)
        expect(result.account.identity, table).toBe('kept')
      }
    }
    // The lines of cases come back from their indexes; indexes and the pages that are copied cost nothing.
    expect([...outcomes].sort()).toEqual([
      'lost of case_sections',
      'lost of case_turns',
      'lost of directory_entries',
      'lost of drafts',
      'lost of journal',
      'lost of meetings',
      'lost of settings',
      'nothing lost',
    ])
  }, 120_000)

  it('makes up a case whose line and indexes are all lost around the sections that are left, and says so', async () => {
    const folder = copy()
    const trees = [
      'cases',
      'sqlite_autoindex_cases_1',
      'sqlite_autoindex_cases_2',
      'cases_by_update',
      'cases_by_profile',
      'cases_by_filter',
    ]
    hit(folder, ...trees.flatMap((name) => model.pages.get(name) ?? []))
    const { account, rows } = await salvaged(folder)
    expect(rows.get('case_sections')).toEqual(model.rows.get('case_sections'))
    expect(account.cases).toHaveLength(caseCount)
    expect(account.cases.every(({ rebuilt }) => rebuilt)).toBe(true)
    expect(account.lost).toEqual([{ kind: 'cases', count: null }])
    const owner = JSON.parse(model.rows.get('cases')?.[0] ?? '{}').owner
    expect((rows.get('cases') ?? []).map((row) => JSON.parse(row).owner)).toEqual(
      Array(caseCount).fill(owner),
    )
  })

  it('keeps what two thirds of the pages hold when the others are gone, without a word that was never there', async () => {
    const folder = copy()
    const all = [...model.pages].flatMap(([name, pages]) => (name.startsWith('case_search') ? [] : pages))
    hit(folder, ...new Set(all.filter((_, index) => index % 3 === 1)))
    const result = await salvaged(folder)
    expect(expectHonest(result)).toBeGreaterThan(0)
    expect(result.rows.get('case_sections')?.length).toBeGreaterThan(caseCount / 2)
  })

  it.each([4, 2])('keeps what is left of a database cut to one part in %i', async (parts) => {
    const folder = copy()
    const path = vaultFiles(folder).database
    truncateSync(path, Math.floor(readFileSync(path).length / parts))
    expectHonest(await salvaged(folder))
  })

  it('reads a vault whose first page and its copy are lost by the form of its rows', async () => {
    const folder = copy()
    rmSync(vaultFiles(folder).firstPage)
    hit(folder, 1)
    const { rows, account } = await salvaged(folder)
    for (const table of [
      'cases',
      'case_sections',
      'case_turns',
      'case_pairs',
      'directory_entries',
      'meetings',
      'drafts',
      'journal',
    ]) {
      const expected = model.rows.get(table) ?? []
      expect(rows.get(table)?.slice(0, expected.length).toSorted()).toEqual(expected.toSorted())
    }
    expect(account.identity).toBe('kept')
  })

  it('reads a vault whose salt was hit with the salt of the copy', async () => {
    const folder = copy()
    const path = vaultFiles(folder).database
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(3) ^ 1, 3)
    writeFileSync(path, bytes)
    const { account } = await salvaged(folder)
    expect(account).toMatchObject({ lost: [], cases: [], identity: 'kept' })
  })

  it('gives new keys to an owner whose own are lost twice, and leaves her cases hers', async () => {
    const folder = copy()
    rmSync(vaultFiles(folder).firstPage)
    hit(folder, ...(model.pages.get('identity') ?? []))
    const { account, rows } = await salvaged(folder)
    expect(account.identity).toBe('new')
    const { fingerprint } = JSON.parse(rows.get('identity')?.[0] ?? '{}')
    const owners = (rows.get('cases') ?? []).map((row) => JSON.parse(row).owner)
    expect(new Set(owners)).toEqual(new Set([fingerprint]))
    expect(fingerprint).not.toBe(JSON.parse(model.rows.get('identity')?.[0] ?? '{}').fingerprint)
  })

  it('saves the owner’s keys when no page of the database can be read, and says that all else is lost', async () => {
    const folder = copy()
    const path = vaultFiles(folder).database
    writeFileSync(
      path,
      readFileSync(path).map((byte, index) => byte ^ (index * 31)),
    )
    const { account, rows } = await salvaged(folder)
    expect(rows.get('identity')).toEqual(model.rows.get('identity'))
    expect(rows.get('box_keys')).toEqual(model.rows.get('box_keys'))
    expect(account.identity).toBe('kept')
    expect(account.lost.map(({ count }) => count)).toEqual(account.kept.map(() => null))
  })

  it('keeps a practice vault one, even where it can no longer say so itself', async () => {
    const practice = await openPracticeSide('fr')
    practice.close()
    const opener = { by: 'passphrase', passphrase: practicePassphrase } as const
    const files = vaultFiles(practice.folder)
    const keys = await readKeys(files)
    const key = await unwrapWith(keys.keyFile, opener)
    const database = openDatabase(files.database, key, 'existing')
    const page = database.reader.get<{ root: number }>(
      "SELECT rootpage AS root FROM sqlite_schema WHERE name = 'vault'",
    )
    database.close()
    hit(practice.folder, page?.root ?? 0)
    // Nor by its copies.
    for (const name of readdirSync(practice.folder)) {
      const path = join(practice.folder, name)
      if (path !== files.database && !name.includes('key')) rmSync(path, { recursive: true })
    }
    const where = { folder: practice.folder, into: join(temporaryFolder(), 'salvaged') }
    await salvageWith(key, keys, where, clock, quietJob)
    const vault = await unlockVault(where.into, opener)
    expect(vault.practice).toBe(true)
    vault.close()
  })

  it('says so when nothing can be read, and leaves nothing behind', async () => {
    const folder = copy()
    const path = vaultFiles(folder).database
    truncateSync(path)
    rmSync(vaultFiles(folder).firstPage)
    const around = temporaryFolder()
    const into = join(around, 'salvaged')
    const refusal = salvageWith(model.key, model.found, { folder, into }, clock, quietJob)
    await expect(refusal).rejects.toThrow('damage.beyond_salvage')
    expect(stateOfFolder(around)).toEqual([])
  })

  it('that is cancelled leaves nothing behind', async () => {
    const around = temporaryFolder()
    const cancelling = new AbortController()
    const job: Job = {
      signal: cancelling.signal,
      onProgress: (done) => {
        if (done > 10) cancelling.abort()
      },
    }
    const where = { folder: copy(), into: join(around, 'salvaged') }
    await expect(salvageWith(model.key, model.found, where, clock, job)).rejects.toThrow('app.cancelled')
    expect(stateOfFolder(around)).toEqual([])
  })

  it('never goes over a vault, into one that is open, or through another vault’s key', async () => {
    const folder = copy()
    const over = { folder, into: folder }
    const refused = (where: { folder: string; into: string }, key = model.key) =>
      expect(salvageWith(key, model.found, where, clock, quietJob)).rejects
    await refused(over).toThrow('vault.already_exists')
    const vault = await unlockVault(folder, testOpener)
    await refused({ folder, into: join(temporaryFolder(), 'x') }).toThrow('vault.open_elsewhere')
    vault.close()
    await refused({ folder, into: join(temporaryFolder(), 'x') }, new Uint8Array(32)).toThrow(
      'vault.mismatch',
    )
  })
})
