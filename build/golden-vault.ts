import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../main/vault/database.ts'
import { createDispatcher } from '../main/vault/dispatch.ts'
import { vaultFiles } from '../main/vault/folder/files.ts'
import type { VaultChannel } from '../main/vault/handler.ts'
import { readKeys, unwrapWith } from '../main/vault/keys/key-store.ts'
import { migrationsFolder, readMigrations } from '../main/vault/migrate.ts'
import { contract, type Out } from '../shared/contract.ts'

/**
 * `node build/golden-vault.ts`: keeps a vault as the latest schema leaves it, for every later version to open. It begins
 * as the golden vault before it, is brought up to date and used a little, so that the new tables hold something too.
 */
export const goldenVaults = fileURLToPath(new URL('../tests/vectors/vaults/', import.meta.url))
/** Protects nothing: it is that of the tests, and the people in there are made up. */
const passphrase = 'tambour violet quatorze nuages lents'
const rowsFile = 'rows.json'
/** When all of it happens, and where: neither the clock nor the folders of the computer that makes it are in there. */
const then = Date.UTC(2026, 2, 2, 12)
const there = '/home/fictive'
/** SHA-256 of each migration that has its golden vault: from then on it never changes. */
const releasedFile = join(goldenVaults, 'migrations.json')

type Rows = Record<string, Record<string, unknown>[]>

/** The schema versions there is a golden vault of, oldest first. */
export const goldenVersions = (): string[] =>
  readdirSync(goldenVaults)
    .filter((name) => /^\d{4}$/.test(name))
    .sort()

export const goldenRows = (version: string): Rows =>
  JSON.parse(readFileSync(join(goldenVaults, version, rowsFile), 'utf8'))

export const releasedMigrations = (): Record<string, string> =>
  existsSync(releasedFile) ? JSON.parse(readFileSync(releasedFile, 'utf8')) : {}

export const migrationHashes = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(migrationsFolder)
      .filter((name) => /^\d{4}-/.test(name))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(migrationsFolder, name)))
          .digest('hex'),
      ]),
  )

/** Everything the tables of a closed vault hold, its search index as words; bytes as `{ hex }`. */
export async function rowsOf(folder: string): Promise<Rows> {
  const files = vaultFiles(folder)
  const key = await unwrapWith((await readKeys(files)).keyFile, { by: 'passphrase', passphrase })
  const { reader, close } = openDatabase(files.database, key, 'existing')
  try {
    const tables = reader.all<{ name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
          AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    return Object.fromEntries(
      tables.map(({ name }) => [name, reader.all<object>(`SELECT * FROM "${name}"`).map(inJson)]),
    )
  } finally {
    close()
  }
}

const inJson = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? { hex: value.toString('hex') } : value,
    ]),
  )

async function writeGolden(): Promise<string> {
  const version = String(readMigrations().length).padStart(4, '0')
  const before = goldenVersions().at(-1)
  if (before === undefined || before >= version) throw new Error(`the golden vault ${version} is there`)
  const work = await mkdtemp(join(tmpdir(), 'relais-golden-'))
  try {
    const folder = join(work, 'vault')
    await cp(join(goldenVaults, before), folder, { recursive: true })
    await rm(join(folder, rowsFile))
    await openWith(folder, use)
    await moveTo(there, work, folder)
    // What is kept beside the database is of its last pages again.
    await openWith(folder, async () => undefined)
    await rm(vaultFiles(folder).backups, { recursive: true, force: true })
    const rows = await rowsOf(folder)
    const empty = Object.keys(rows).filter((table) => rows[table]?.length === 0)
    if (empty.length > 0)
      throw new Error(`nothing is in ${empty.join(', ')}: say in build/golden-vault.ts what puts it there`)
    const text = JSON.stringify(rows, null, 1)
    if (text.includes(tmpdir())) throw new Error('a folder of this computer is in it')
    await writeFile(join(folder, rowsFile), `${text}\n`)
    await writeFile(releasedFile, `${JSON.stringify(migrationHashes(), null, 2)}\n`)
    await cp(folder, join(goldenVaults, version), { recursive: true })
    return version
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

type Call = (channel: VaultChannel, input: unknown) => Promise<unknown>

/** Unlocks, works and locks, at the hour that it always is. */
async function openWith(folder: string, work: (call: Call) => Promise<void>): Promise<void> {
  const dispatcher = createDispatcher(
    () => undefined,
    () => then,
  )
  const call: Call = async (channel, input) => {
    const reply = await dispatcher.run(channel, contract[channel].in.parse(input))
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.code}`)
    return reply.out
  }
  try {
    await call('vault.unlock', { folder, passphrase })
    await work(call)
  } finally {
    dispatcher.close()
  }
}

/** What fills the tables that came with the latest schema. */
async function use(call: Call): Promise<void> {
  const [handedOver, closed, alike] = [randomUUID(), randomUUID(), randomUUID()]
  const profile = { majority: 'adult', gender: 'woman', region: '06', periodFrom: '2025-06' }
  for (const id of [closed, alike]) {
    await call('cases.saveSection', { id, section: { name: 'profile', body: profile }, seen: [] })
  }
  await call('cases.tellApart', { id: closed, other: alike })
  await call('cases.turn', {
    id: closed,
    turn: { to: 'closed', reasons: ['needs_met'], checklist: ['may_come_back'], note: 'Situation fictive.' },
  })

  const consent = {
    id: randomUUID(),
    purpose: 'coordination',
    services: ['legal_aid'],
    recipients: 'Organisme fictif',
    members: [await theOtherMember(call)],
    sections: ['consents'],
    givenBy: 'person',
    givenOn: '2026-02-02',
    endsOn: '2026-09-01',
  }
  await call('cases.saveSection', {
    id: handedOver,
    section: { name: 'consents', body: { items: [consent] } },
    seen: [],
  })
  await call('exchange.seal', {
    caseId: handedOver,
    sections: [],
    stepIds: [],
    recipients: consent.members,
    purpose: 'coordination',
    handover: true,
    expiresOn: '2026-03-30',
    jobId: randomUUID(),
  })

  await call('directory.save', {
    id: randomUUID(),
    details: {
      organisation: 'Clinique fictive',
      services: ['legal_aid'],
      regions: ['06'],
      checkedOn: '2026-01-12',
    },
    seen: null,
  })
  await call('committee.saveMeeting', {
    meeting: { id: randomUUID(), on: '2026-03-09', at: '13:30', place: 'Salle' },
  })
}

/** The one whose card the golden vaults hold. */
async function theOtherMember(call: Call): Promise<string> {
  const { members } = (await call('members.list', {})) as Out<'members.list'>
  const [member] = members
  if (!member) throw new Error('there is nobody to hand a case over to')
  return member.fingerprint
}

/** Settings remember folders, where the last backup went: as if the vault had always been in another. */
async function moveTo(to: string, from: string, folder: string): Promise<void> {
  const files = vaultFiles(folder)
  const key = await unwrapWith((await readKeys(files)).keyFile, { by: 'passphrase', passphrase })
  const { writer, close } = openDatabase(files.database, key, 'existing')
  try {
    writer.run('UPDATE settings SET value = replace(value, ?, ?)', from, to)
  } finally {
    close()
  }
}

if (import.meta.main) process.stdout.write(`${await writeGolden()}\n`)
