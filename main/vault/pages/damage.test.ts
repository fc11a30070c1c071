import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openBeneath, openVaultSide, stateOfFolder, testPassphrase } from '../../../tests/support/vault.ts'
import { vaultFiles } from '../folder/files.ts'

describe('a database that was hit behind its first page', () => {
  it('is told damaged wherever that was, and never written to for it', async () => {
    const vault = await openVaultSide()
    const id = crypto.randomUUID()
    await vault.call('cases.saveSection', {
      id,
      section: { name: 'summary', body: { situation: 'Ville fictive '.repeat(2000) } },
      seen: [],
    })
    vault.close()
    const path = vaultFiles(vault.folder).database
    const whole = readFileSync(path)
    const outcomes = new Set<string>()
    for (let page = 1; page < whole.length / 4096; page += 3) {
      const hit = Buffer.from(whole)
      const at = page * 4096 + ((page * 997) % 4096)
      hit[at] = (hit[at] ?? 0) ^ 0x10
      writeFileSync(path, hit)
      const before = stateOfFolder(vault.folder)
      const reading = vault
        .call('vault.unlock', { folder: vault.folder, passphrase: testPassphrase })
        .then(() => 'opened')
      outcomes.add(await reading.catch((error: Error) => error.message))
      vault.close()
      expect(stateOfFolder(vault.folder)).toEqual(before)
    }
    expect([...outcomes]).toEqual(['vault.database_damaged'])

    writeFileSync(path, whole)
    const { raw } = await openBeneath(vault.folder)
    expect(raw.pragma('quick_check', { simple: true })).toBe('ok')
  })
})
