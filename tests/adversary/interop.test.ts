import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SignalDatabase from '@signalapp/sqlcipher'
import { expect, it } from 'vitest'
import { openDatabase } from '../../main/vault/database.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { readKeys, unwrapWith } from '../../main/vault/keys/key-store.ts'
import { unlockVault } from '../../main/vault/unlock-vault.ts'
import { newVault, testOpener } from '../support/vault.ts'

/**
 * An SQLCipher that is not ours, used nowhere but here: its licence (AGPL) doesn't go into a closed product. If Relais were
 * gone tomorrow, a database would still open with any such program and its raw key.
 */
const project = fileURLToPath(new URL('../..', import.meta.url))

/** What another program says of the same file, with no setting but the key. */
function countsByAnother(path: string, key: Uint8Array, tables: readonly string[]): Record<string, number> {
  const other = new SignalDatabase(path)
  try {
    other.exec(`PRAGMA key = "x'${Buffer.from(key).toString('hex')}'"`)
    expect(other.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    const count = (table: string) => {
      const [row] = other.prepare(`SELECT count(*) AS n FROM "${table}"`).all() as { n: number }[]
      return row?.n ?? -1
    }
    return Object.fromEntries(tables.map((table) => [table, count(table)]))
  } finally {
    other.close()
  }
}

it('an independent SQLCipher opens the database with its raw key and counts the same rows', async () => {
  const folder = await newVault()
  const vault = await unlockVault(folder, testOpener)
  for (let n = 0; n < 50; n += 1) {
    const statement = 'INSERT INTO drafts (case_id, form, item_id, body) VALUES (?, ?, ?, ?)'
    vault.writer.run(statement, `case-${n}`, 'wishes', '', 'mot '.repeat(n * 40))
  }
  vault.close()
  const files = vaultFiles(folder)
  const key = await unwrapWith((await readKeys(files)).keyFile, testOpener)
  const ours = openDatabase(files.database, key, 'existing')
  const tables = ours.reader
    .all<{ name: string }>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`)
    .map(({ name }) => name)
  const count = (table: string) => ours.reader.get<{ n: number }>(`SELECT count(*) AS n FROM "${table}"`)?.n
  const counts = Object.fromEntries(tables.map((table) => [table, count(table)]))
  ours.close()
  expect(countsByAnother(files.database, key, tables)).toEqual(counts)
  expect(counts.drafts).toBe(50)
})

it('and with another key reads nothing', async () => {
  const { database } = vaultFiles(await newVault())
  expect(() => countsByAnother(database, new Uint8Array(32), ['vault'])).toThrow()
})

it('that program is never part of the product', () => {
  const { dependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  expect(Object.keys(dependencies)).not.toContain('@signalapp/sqlcipher')
  const sources = ['main', 'renderer', 'shared', 'build', 'bench'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  expect(sources.length).toBeGreaterThan(200)
  const naming = sources.filter((path) => readFileSync(path, 'utf8').includes('@signalapp/'))
  expect(naming).toEqual([])
})
