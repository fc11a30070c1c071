import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  giveUpPrivileges,
  newVault,
  openBeneath,
  stateOfFolder,
  temporaryFolder,
  testIdentity,
  testOpener,
  testPassphrase,
} from '../../tests/support/vault.ts'
import { openVaultProcess } from '../../tests/support/vault-process.ts'
import { vaultFiles } from './folder/files.ts'
import { dayNoEarlier, lastSeenDay } from './last-seen.store.ts'
import { unlockVault } from './unlock-vault.ts'

/** Who may be another user too: files that are somebody else’s can be made by nobody else. */
const isRoot = process.geteuid?.() === 0

/** Refused with `code`, and not a byte, a permission or a name in the folder has changed. */
async function expectRefusal(folder: string, code: string, passphrase = testPassphrase): Promise<void> {
  const before = stateOfFolder(folder)
  await expect(unlockVault(folder, { by: 'passphrase', passphrase })).rejects.toThrow(code)
  expect(stateOfFolder(folder)).toEqual(before)
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

const keyPlaces = (folder: string): string[] => [vaultFiles(folder).keys, vaultFiles(folder).keysCopy]

describe('a vault', () => {
  it('opens with its passphrase and knows its owner', async () => {
    const vault = await unlockVault(await newVault(), testOpener)
    onTestFinished(() => vault.close())
    expect(vault.me).toMatchObject(testIdentity)
    expect(vault.me.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['hit', (path: string) => flip(path, 40)],
    ['lost', (path: string) => rmSync(path)],
    ['emptied', (path: string) => truncateSync(path)],
  ])('whose key file was %s opens with its copy, and says so', async (_how, harm) => {
    const folder = await newVault()
    harm(vaultFiles(folder).keys)
    const vault = await unlockVault(folder, testOpener)
    onTestFinished(() => vault.close())
    expect(vault.findings.keysFrom).toBe('copy')
    vault.close()
    const again = await unlockVault(folder, testOpener)
    expect(again.findings.keysFrom).toBe('keys')
    again.close()
  })

  it('is left byte for byte as it was by opening and closing it', async () => {
    const folder = await newVault()
    const before = stateOfFolder(folder)
    const vault = await unlockVault(folder, testOpener)
    vault.close()
    expect(stateOfFolder(folder)).toEqual(before)
  })

  it('forgets the owner’s keys when it closes', async () => {
    const vault = await unlockVault(await newVault(), testOpener)
    vault.close()
    expect(vault.me.sign.secretKey.every((byte) => byte === 0)).toBe(true)
    expect(vault.me.boxes.every((box) => box.secretKey.every((byte) => byte === 0))).toBe(true)
  })
})

describe('a vault that can’t be opened is told for what it is, and nothing is created, changed or deleted', () => {
  it('wrong passphrase', async () => {
    await expectRefusal(await newVault(), 'vault.wrong_passphrase', 'pas la bonne phrase de passe')
  })

  it('nothing there', async () => {
    await expectRefusal(temporaryFolder(), 'vault.not_found')
    await expect(unlockVault(join(temporaryFolder(), 'gone'), testOpener)).rejects.toThrow('vault.not_found')
  })

  it('a path that can’t be one', async () => {
    await expect(unlockVault('/tmp/a\0b', testOpener)).rejects.toThrow('vault.folder_unwritable')
  })

  it('key file and its copy missing', async () => {
    const folder = await newVault()
    for (const path of keyPlaces(folder)) rmSync(path)
    await expectRefusal(folder, 'vault.key_file_missing')
  })

  it('database missing', async () => {
    const folder = await newVault()
    rmSync(vaultFiles(folder).database)
    await expectRefusal(folder, 'vault.database_missing')
  })

  it('key file and its copy damaged', async () => {
    const folder = await newVault()
    for (const path of keyPlaces(folder)) flip(path, 300)
    await expectRefusal(folder, 'vault.key_file_damaged')
  })

  it('key file and its copy emptied', async () => {
    const folder = await newVault()
    for (const path of keyPlaces(folder)) truncateSync(path)
    await expectRefusal(folder, 'vault.not_a_vault')
  })

  it('folders in place of the key file and its copy', async () => {
    const folder = await newVault()
    for (const path of keyPlaces(folder)) {
      rmSync(path)
      mkdirSync(path)
    }
    await expectRefusal(folder, 'vault.not_a_vault')
  })

  it('a folder in place of the database', async () => {
    const folder = await newVault()
    rmSync(vaultFiles(folder).database)
    mkdirSync(vaultFiles(folder).database)
    await expectRefusal(folder, 'vault.folder_unwritable')
  })

  it.each([20, 1000, 4000, 4095])('first page of the database hit at byte %i', async (at) => {
    const folder = await newVault()
    flip(vaultFiles(folder).database, at)
    await expectRefusal(folder, 'vault.database_damaged')
  })

  it('database cut in the middle of a page', async () => {
    const folder = await newVault()
    truncateSync(vaultFiles(folder).database, 5000)
    await expectRefusal(folder, 'vault.database_damaged')
  })

  it('database emptied: no new one is made in its place', async () => {
    const folder = await newVault()
    truncateSync(vaultFiles(folder).database)
    await expectRefusal(folder, 'vault.database_damaged')
  })

  it('database in the clear', async () => {
    const folder = await newVault()
    const require = createRequire(import.meta.url)
    const Database =
      require('better-sqlite3-multiple-ciphers') as typeof import('better-sqlite3-multiple-ciphers')
    rmSync(vaultFiles(folder).database)
    const plain = new Database(vaultFiles(folder).database)
    plain.exec('CREATE TABLE t (x)')
    plain.close()
    await expectRefusal(folder, 'vault.not_a_vault')
  })

  it('key file of another vault', async () => {
    const [folder, other] = [await newVault(), await newVault('Autre membre')]
    copyFileSync(vaultFiles(other).keys, vaultFiles(folder).keys)
    await expectRefusal(folder, 'vault.mismatch')
  })

  it('noise in place of the database', async () => {
    const folder = await newVault()
    const noise = readFileSync(vaultFiles(folder).database).map((byte, index) => byte ^ (index * 31))
    writeFileSync(vaultFiles(folder).database, noise)
    // The copy of the first page proves the key: it is the database that was lost.
    await expectRefusal(folder, 'vault.database_damaged')
    rmSync(vaultFiles(folder).firstPage)
    await expectRefusal(folder, 'vault.mismatch')
  })

  it('database of another vault, even rewritten with this one’s key', async () => {
    const folder = await newVault()
    const database = await openBeneath(folder)
    database.writer.run('UPDATE vault SET id = ?', '00000000-0000-4000-8000-000000000000')
    database.close()
    await expectRefusal(folder, 'vault.mismatch')
  })

  it('vault of a newer Relais, whatever its tables have become', async () => {
    const folder = await newVault()
    const database = await openBeneath(folder)
    database.raw.exec('ALTER TABLE vault RENAME TO vaults; PRAGMA user_version = 9999')
    database.close()
    await expectRefusal(folder, 'vault.newer_version')
  })

  it('a folder that may not be looked into is not called empty', async () => {
    const outer = mkdtempSync(join(temporaryFolder(), 'o-'))
    mkdirSync(join(outer, 'closed'), { mode: 0o000 })
    giveUpPrivileges()
    await expect(unlockVault(join(outer, 'closed'), testOpener)).rejects.toThrow('vault.folder_unwritable')
  })

  it('files that may only be read, in a folder that may only be read', async () => {
    const folder = await newVault()
    for (const line of stateOfFolder(folder)) chmodSync(join(folder, line.split(' ')[0] ?? ''), 0o444)
    chmodSync(folder, 0o555)
    chmodSync(dirname(folder), 0o755)
    giveUpPrivileges()
    await expectRefusal(folder, 'vault.folder_unwritable')
  })

  it.runIf(isRoot)('files that belong to someone else', async () => {
    const folder = await newVault()
    chmodSync(folder, 0o755)
    chmodSync(dirname(folder), 0o755)
    giveUpPrivileges()
    await expect(unlockVault(folder, testOpener)).rejects.toThrow('vault.folder_unwritable')
  })

  it.runIf(isRoot)('a database that belongs to someone else', async () => {
    const folder = await newVault()
    for (const line of stateOfFolder(folder)) chmodSync(join(folder, line.split(' ')[0] ?? ''), 0o666)
    chmodSync(vaultFiles(folder).database, 0o600)
    chmodSync(folder, 0o777)
    chmodSync(dirname(folder), 0o755)
    giveUpPrivileges()
    await expect(unlockVault(folder, testOpener)).rejects.toThrow('vault.folder_unwritable')
  })

  it('open in another process', async () => {
    const folder = await newVault()
    const other = openVaultProcess()
    await other.call('vault.unlock', { folder, passphrase: testPassphrase })
    await expect(unlockVault(folder, testOpener)).rejects.toThrow('vault.open_elsewhere')
    await other.end()
    const vault = await unlockVault(folder, testOpener)
    vault.close()
  })
})

describe('words written just before a crash', () => {
  it('are still there after the wrong key file was tried', async () => {
    const [folder, other] = [await newVault(), await newVault('Autre membre')]
    const key = { caseId: crypto.randomUUID(), form: 'wishes' as const }
    const dying = openVaultProcess()
    await dying.call('vault.unlock', { folder, passphrase: testPassphrase })
    await dying.call('drafts.put', { key, body: '"un dernier mot"' })
    await dying.kill()
    const keyFile = readFileSync(vaultFiles(folder).keys)

    copyFileSync(vaultFiles(other).keys, vaultFiles(folder).keys)
    await expectRefusal(folder, 'vault.mismatch')
    writeFileSync(vaultFiles(folder).keys, keyFile)

    const again = openVaultProcess()
    await again.call('vault.unlock', { folder, passphrase: testPassphrase })
    expect(await again.call('drafts.get', { key })).toEqual({ body: '"un dernier mot"' })
    await again.end()
  })
})

/** A vault as a killed process leaves it: `saves` drafts in its log, one frame or more each. */
async function killedAfter(saves: number): Promise<string> {
  const folder = await newVault()
  const dying = openVaultProcess()
  await dying.call('vault.unlock', { folder, passphrase: testPassphrase })
  for (let n = 0; n < saves; n += 1) {
    const key = { caseId: crypto.randomUUID(), form: 'wishes' as const }
    await dying.call('drafts.put', { key, body: JSON.stringify(`mot ${n}`) })
  }
  await dying.kill()
  return folder
}

describe('a write-ahead log', () => {
  it('hit in a change that others came after is refused, and SQLite never gets to drop them', async () => {
    const folder = await killedAfter(5)
    flip(vaultFiles(folder).log, 32 + 24 + 1000)
    await expectRefusal(folder, 'vault.database_damaged')
  })

  it('that ends in half a change opens before it, says so once, and is kept aside until then', async () => {
    const folder = await killedAfter(3)
    const { log, tornLog } = vaultFiles(folder)
    const whole = readFileSync(log)
    truncateSync(log, whole.length - 100)
    const torn = await unlockVault(folder, testOpener)
    expect(torn.findings.lastChangeUncertain).toBe(true)
    expect(torn.reader.get('SELECT count(*) AS n FROM drafts')).toEqual({ n: 2 })
    torn.close()
    expect(readFileSync(tornLog)).toEqual(whole.subarray(0, whole.length - 100))

    const again = await unlockVault(folder, testOpener)
    expect(again.findings.lastChangeUncertain).toBe(false)
    again.close()
    expect(existsSync(tornLog)).toBe(false)
  })

  it('that someone is writing in is not taken for a damaged one', async () => {
    const folder = await newVault()
    const other = openVaultProcess()
    await other.call('vault.unlock', { folder, passphrase: testPassphrase })
    const key = { caseId: crypto.randomUUID(), form: 'wishes' as const }
    for (let n = 0; n < 3; n += 1) await other.call('drafts.put', { key, body: `"mot ${n}"` })
    // As a reader that came in the middle of a write would see it.
    flip(vaultFiles(folder).log, 32 + 24 + 1000)
    await expect(unlockVault(folder, testOpener)).rejects.toThrow('vault.open_elsewhere')
  })
})

describe('a clock that was set back', () => {
  it('is noticed, and the vault stays at the last day it has seen', async () => {
    const folder = await newVault()
    const open = (today: string) => unlockVault(folder, testOpener, { today })
    const first = await open('2026-03-10')
    expect(first.findings.clockSetBack).toBe(false)
    first.close()
    const back = await open('2026-03-08')
    expect(back.findings.clockSetBack).toBe(true)
    expect(dayNoEarlier(back.reader, '2026-03-08')).toBe('2026-03-10')
    expect(dayNoEarlier(back.reader, '2026-03-11')).toBe('2026-03-11')
    back.close()
    const later = await open('2026-03-12')
    expect(later.findings.clockSetBack).toBe(false)
    expect(lastSeenDay(later.reader)).toBe('2026-03-12')
    later.close()
  })
})
