import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { newOpenVault, openVaultSide, type TestVault, testPassphrase } from '../../tests/support/vault.ts'
import { vaultFiles } from './folder/files.ts'

const draft = () => ({ key: { caseId: crypto.randomUUID(), form: 'wishes' as const }, body: '"un mot"' })
const section = (wishes: string) => ({
  id: crypto.randomUUID(),
  section: { name: 'wishes' as const, body: { wishes } },
  seen: [],
})

/** Deletes it, puts another in its place, or takes it elsewhere. */
const harms: readonly [string, (folder: string) => void][] = [
  ['the folder was deleted', (folder) => rmSync(folder, { recursive: true })],
  ['the folder was moved', (folder) => renameSync(folder, `${folder}-ailleurs`)],
  ['the database was deleted', (folder) => rmSync(vaultFiles(folder).database)],
  [
    'the database was replaced by a copy',
    (folder) => {
      const { database } = vaultFiles(folder)
      copyFileSync(database, `${database}.copie`)
      renameSync(`${database}.copie`, database)
    },
  ],
]
/** As a program does that tidies up. */
const logHarms: typeof harms = [
  ['its log was deleted', (folder) => rmSync(vaultFiles(folder).log)],
  [
    'its log was replaced by a copy',
    (folder) => {
      const { log } = vaultFiles(folder)
      copyFileSync(log, `${log}.copie`)
      renameSync(`${log}.copie`, log)
    },
  ],
]

async function openWith(saved: ReturnType<typeof section>): Promise<TestVault> {
  const vault = await openVaultSide()
  await vault.call('cases.saveSection', saved)
  return vault
}

describe.skipIf(process.platform === 'win32').each(harms)('while a vault is open and %s', (_how, harm) => {
  it('nothing is acknowledged that would be gone, and what was saved is still shown', async () => {
    const before = section('avant')
    const vault = await openWith(before)
    harm(vault.folder)
    await expect(vault.call('cases.saveSection', section('après'))).rejects.toThrow('vault.database_missing')
    await expect(vault.call('drafts.put', draft())).rejects.toThrow('vault.database_missing')
    expect((await vault.call('cases.get', { id: before.id })).id).toBe(before.id)
    expect(await vault.call('drafts.unsavedCases', {})).toEqual({ ids: [] })
  })
})

describe.skipIf(process.platform === 'win32').each(logHarms)('while a vault is open and %s', (_how, harm) => {
  it('nothing more is acknowledged that a power cut would take, and a lock saves what was', async () => {
    const before = section('avant')
    const vault = await openWith(before)
    harm(vault.folder)
    await expect(vault.call('cases.saveSection', section('après'))).rejects.toThrow('vault.log_missing')
    await expect(vault.call('drafts.put', draft())).rejects.toThrow('vault.log_missing')
    vault.close()
    await vault.call('vault.unlock', { folder: vault.folder, passphrase: testPassphrase })
    expect((await vault.call('cases.get', { id: before.id })).id).toBe(before.id)
    await vault.call('cases.saveSection', section('de nouveau'))
  })
})

describe.skipIf(process.platform === 'win32')('a change', () => {
  it('is taken back when the database goes while it is being made, and saved again once it is back', async () => {
    const { writer, reader, folder } = await newOpenVault()
    const { database } = vaultFiles(folder)
    const put = (key: string) => writer.run("INSERT INTO settings VALUES (?, '1')", key)
    const changing = () =>
      writer.transaction(() => {
        put('test.first')
        renameSync(database, `${database}.aside`)
      })
    expect(changing).toThrow('vault.database_missing')
    expect(() => put('test.second')).toThrow('vault.database_missing')
    expect(existsSync(database)).toBe(false)
    renameSync(`${database}.aside`, database)
    put('test.third')
    expect(reader.all("SELECT name FROM settings WHERE name LIKE 'test.%'")).toEqual([{ name: 'test.third' }])
  })

  it('is not made slower by it in a way that could be felt', async () => {
    const { pages } = await newOpenVault()
    const start = performance.now()
    for (let n = 0; n < 1000; n += 1) pages.demandInPlace()
    // Some 5 ms on any disk.
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
