import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '../../main/vault/database.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { decodeKeyFile, unwrapKey } from '../../main/vault/keys/key-file.ts'
import { newVault, testPassphrase } from '../support/vault.ts'
import { openVaultProcess } from '../support/vault-process.ts'
import { saveOf, wholeSaves } from './support/saves.ts'

const kills = 200

// Minutes of work on a machine that does other things too.
vi.setConfig({ testTimeout: 600_000 })

/** The cases that are in the file itself: also what the next process would recover from the log. */
function readBack(folder: string, key: Uint8Array): string[] {
  const database = openDatabase(vaultFiles(folder).database, key, 'existing')
  try {
    expect(database.raw.pragma('quick_check', { simple: true })).toBe('ok')
    expect(database.raw.pragma('foreign_key_check')).toEqual([])
    return wholeSaves(database.reader)
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
        vault.call(...saveOf(id)).then(
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
    // The other times the next vault process finds the log itself.
    if (round % 5 === 4) expectAllThere(readBack(folder, key))
  }

  expectAllThere(readBack(folder, key))
  expect(saved.size).toBeGreaterThanOrEqual(kills * 4)

  function expectAllThere(found: readonly string[]): void {
    expect(found).toEqual(expect.arrayContaining([...saved]))
    for (const id of found) expect(asked.has(id)).toBe(true)
  }
})
