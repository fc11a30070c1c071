import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import { openDatabase } from '../../main/vault/database.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { decodeKeyFile, unwrapKey } from '../../main/vault/keys/key-file.ts'
import { newVault, testPassphrase } from '../support/vault.ts'
import { openVaultProcess } from '../support/vault-process.ts'
import { saveOf, wholeSaves } from './support/saves.ts'

const kills = 200
/** Each a vault of its own, killed in a row: as many at a time as the smallest machine has processors. */
const vaults = 2

// Minutes of work on a machine that does other things too.
vi.setConfig({ testTimeout: 1_800_000 })

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

/**
 * Kills the process of one vault in a row, in a stream of saves each time.
 * @returns how many saves it had said were saved
 */
async function killInARow(times: number): Promise<number> {
  const folder = await newVault()
  const key = await unwrapKey(decodeKeyFile(readFileSync(vaultFiles(folder).keys, 'utf8')), testPassphrase)
  const asked = new Set<string>()
  const saved = new Set<string>()
  const expectAllThere = (found: readonly string[]): void => {
    expect(found).toEqual(expect.arrayContaining([...saved]))
    for (const id of found) expect(asked.has(id)).toBe(true)
  }

  for (let round = 0; round < times; round += 1) {
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
  return saved.size
}

it(`vault processes killed ${kills} times in a stream of saves lose nothing that they said was saved`, async () => {
  const saved = await Promise.all(Array.from({ length: vaults }, () => killInARow(kills / vaults)))
  for (const count of saved) expect(count).toBeGreaterThanOrEqual((kills / vaults) * 3)
})
