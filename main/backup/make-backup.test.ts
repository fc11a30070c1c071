import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backedUpVault, fillWithCases } from '../../tests/support/backup.ts'
import { testIdentity } from '../../tests/support/vault.ts'
import { makeBackup } from './make-backup.ts'

describe('a backup', () => {
  it('is one file that only its owner may read, named after the hour', async () => {
    const { folder, request } = await backedUpVault()
    const { name, bytes } = await makeBackup(request)
    expect(name).toMatch(/^relais-20260302-141500-[0-9a-f]{4}\.relais-backup$/)
    expect(readdirSync(folder)).toEqual([name])
    const { mode, size } = statSync(join(folder, name))
    expect((mode & 0o777).toString(8)).toBe('600')
    expect(size).toBe(bytes)
  })

  it('says nothing of what is in it to whoever finds it', async () => {
    const { vault, folder, request } = await backedUpVault()
    fillWithCases(vault, 50, 'zqxjvwkaminata')
    const { name, contents } = await makeBackup(request)
    expect(contents.cases).toBe(50)
    const bytes = readFileSync(join(folder, name))
    for (const word of [
      'zqxjvwkaminata',
      'SQLite',
      'CREATE TABLE',
      'dossier-fictif',
      testIdentity.name,
      testIdentity.organisation,
    ]) {
      expect(bytes.includes(Buffer.from(word))).toBe(false)
    }
  })
})
