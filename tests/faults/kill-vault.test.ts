import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openDatabase } from '../../main/vault/database.ts'
import { vaultFiles } from '../../main/vault/files.ts'
import { decodeKeyFile, unwrapKey } from '../../main/vault/key-file.ts'
import { newVault, testPassphrase } from '../support/vault.ts'
import { openVaultProcess } from '../support/vault-process.ts'

const kills = 200

/** What one case of a stream says: long enough for several pages, and different each time. */
const wishesOf = (id: string): string => `Souhait ${id} `.repeat(100)

/** The wishes of every case, straight from the file: also what the next process would recover from the log. */
function readBack(folder: string, key: Uint8Array): Map<string, string> {
  const database = openDatabase(vaultFiles(folder).database, key, 'existing')
  try {
    expect(database.raw.pragma('quick_check', { simple: true })).toBe('ok')
    expect(database.raw.pragma('foreign_key_check')).toEqual([])
    const count = (sql: string) => database.reader.get<{ n: number }>(sql)?.n
    // A case, its section and its words in the index come together or not at all.
    expect(count('SELECT count(*) AS n FROM case_search')).toBe(count('SELECT count(*) AS n FROM cases'))
    const rows = database.reader.all<{ id: string; body: string }>(
      'SELECT cases.id, body FROM case_sections JOIN cases ON n = case_n',
    )
    return new Map(rows.map(({ id, body }) => [id, JSON.parse(body).wishes]))
  } finally {
    database.close()
  }
}

it(`a vault process killed ${kills} times in a stream of saves loses nothing that it said was saved`, async () => {
  const folder = await newVault()
  const key = await unwrapKey(decodeKeyFile(readFileSync(vaultFiles(folder).keys, 'utf8')), testPassphrase)
  const asked = new Set<string>()
  const saved = new Set<string>()

  for (let round = 0; round < kills; round += 1) {
    const vault = openVaultProcess()
    await vault.call('vault.unlock', { folder, passphrase: testPassphrase })
    let acknowledged = 0
    await new Promise<void>((killed) => {
      const next = (): void => {
        const id = crypto.randomUUID()
        asked.add(id)
        const section = { name: 'wishes', body: { wishes: wishesOf(id) } } as const
        vault.call('cases.saveSection', { id, section, seen: [] }).then(
          () => {
            saved.add(id)
            acknowledged += 1
            // The kill falls somewhere into the saves that are still on their way.
            if (acknowledged === 1 + (round % 7)) void vault.kill().then(killed)
            else next()
          },
          () => undefined,
        )
      }
      for (let n = 0; n < 6; n += 1) next()
    })
    // Every other time the next vault process finds the log itself.
    if (round % 2 === 1) expectAllThere(readBack(folder, key))
  }

  expectAllThere(readBack(folder, key))
  expect(saved.size).toBeGreaterThanOrEqual(kills * 4)

  function expectAllThere(found: Map<string, string>): void {
    for (const id of saved) expect(found.has(id), `${id} was said to be saved`).toBe(true)
    for (const [id, wishes] of found) {
      expect(asked.has(id)).toBe(true)
      expect(wishes).toBe(wishesOf(id))
    }
  }
})
