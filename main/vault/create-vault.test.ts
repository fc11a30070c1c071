import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  giveUpPrivileges,
  newOpenVault,
  newVault,
  openBeneath,
  stateOfFolder,
  temporaryFolder,
  testIdentity,
  testOpener,
  testPassphrase,
} from '../../tests/support/vault.ts'
import { createVault } from './create-vault.ts'
import { openDatabase } from './database.ts'
import { createDispatcher } from './dispatch.ts'
import { vaultFiles } from './folder/files.ts'
import { inspectFolder } from './folder/inspect-folder.ts'
import { floorParameters } from './keys/kdf.ts'
import { decodeKeyFile, unwrapKey } from './keys/key-file.ts'
import { unlockVault } from './unlock-vault.ts'

const owner = {
  passphrase: testPassphrase,
  identity: testIdentity,
  today: '2026-03-02',
  kdf: floorParameters(),
}
const create = (folder: string): Promise<void> => createVault(folder, owner)

async function created(): Promise<string> {
  const folder = join(temporaryFolder(), 'vault')
  await create(folder)
  return folder
}

describe('a new vault', () => {
  it('is a database and its keys, with a copy of these and of the first page, that only its owner may read', async () => {
    const folder = await created()
    expect(stateOfFolder(folder).map((line) => line.split(' ').slice(0, 2))).toEqual([
      ['/relais.db', '100600'],
      ['/relais.db.first-page', '100600'],
      ['/relais.keys', '100600'],
      ['/relais.keys.previous', '100600'],
    ])
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
  })

  it('has a log that only its owner may read either, and none once closed', async () => {
    const vault = await newOpenVault()
    vault.writer.run(
      'INSERT INTO drafts (case_id, form, item_id, body) VALUES (?, ?, ?, ?)',
      'x',
      'y',
      '',
      'z',
    )
    const log = `${vaultFiles(vault.folder).database}-wal`
    expect((statSync(log).mode & 0o777).toString(8)).toBe('600')
    vault.close()
    expect(stateOfFolder(vault.folder)).toHaveLength(4)
  })

  it('is noise from its first byte on, and says nothing of whom it belongs to', async () => {
    const folder = await newVault()
    const bytes = readFileSync(vaultFiles(folder).database)
    for (const word of [
      'SQLite',
      'CREATE TABLE',
      'case_search',
      testIdentity.name,
      testIdentity.organisation,
    ]) {
      expect(bytes.includes(Buffer.from(word))).toBe(false)
    }
    const seen = new Set(bytes.subarray(0, 4096))
    expect(seen.size).toBeGreaterThan(240)
  })

  it('can be read by any SQLCipher 4 with the raw key and nothing else set', async () => {
    const folder = await newVault()
    const files = vaultFiles(folder)
    const key = await unwrapKey(decodeKeyFile(readFileSync(files.keys, 'utf8')), testPassphrase)
    const require = createRequire(import.meta.url)
    const Database =
      require('better-sqlite3-multiple-ciphers') as typeof import('better-sqlite3-multiple-ciphers')
    const raw = new Database(files.database, { readonly: true })
    raw.pragma("cipher='sqlcipher'")
    raw.pragma('legacy=4')
    raw.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`)
    expect(raw.prepare('SELECT name, organisation FROM identity').get()).toEqual({
      name: testIdentity.name,
      organisation: testIdentity.organisation,
    })
    expect(raw.pragma('page_size', { simple: true })).toBe(4096)
    raw.close()
  })

  it('is kept with the settings that forget what is deleted and survive a power cut', async () => {
    const { raw } = await openBeneath(await newVault())
    const setting = (name: string) => raw.pragma(name, { simple: true })
    expect({
      journal: setting('journal_mode'),
      synchronous: setting('synchronous'),
      emptiesTheDisk: [setting('fullfsync'), setting('checkpoint_fullfsync')],
      secureDelete: setting('secure_delete'),
      foreignKeys: setting('foreign_keys'),
      trustedSchema: setting('trusted_schema'),
      temporary: setting('temp_store'),
      mapped: setting('mmap_size') ?? 0,
      locking: setting('locking_mode'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      emptiesTheDisk: [1, 1],
      secureDelete: 1,
      foreignKeys: 1,
      trustedSchema: 0,
      temporary: 2,
      mapped: 0,
      locking: 'exclusive',
    })
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it.each([31, 33, 0])(
    'is never opened with a key of %i bytes, which would mean no key or another one',
    async (length) => {
      const { database } = vaultFiles(await newVault())
      expect(() => openDatabase(database, new Uint8Array(length), 'existing')).toThrow('app.unexpected')
    },
  )

  it('goes into a folder that is empty, or not there yet', async () => {
    const empty = temporaryFolder()
    await create(empty)
    expect(await inspectFolder(empty)).toBe('vault')
    const deep = join(temporaryFolder(), 'one', 'two', 'vault')
    await create(deep)
    expect(await inspectFolder(deep)).toBe('vault')
  })

  it('has an identity of its own, whoever else has the same name and passphrase', async () => {
    const a = await unlockVault(await created(), testOpener)
    const b = await unlockVault(await created(), testOpener)
    expect(a.me.fingerprint).not.toBe(b.me.fingerprint)
    a.close()
    b.close()
  })
})

/** Refused with `code`, and nothing in the folder around has changed. */
async function expectRefusal(around: string, folder: string, code: string): Promise<void> {
  const before = stateOfFolder(around)
  await expect(create(folder)).rejects.toThrow(code)
  expect(stateOfFolder(around)).toEqual(before)
}

describe('a vault is refused, and leaves nothing behind,', () => {
  it('where there is one', async () => {
    const folder = await newVault()
    await expectRefusal(dirname(folder), folder, 'vault.already_exists')
  })

  it.each(['relais.keys', 'relais.db'])('where half of one is left: %s', async (name) => {
    const around = temporaryFolder()
    mkdirSync(join(around, 'v'))
    writeFileSync(join(around, 'v', name), 'what remains')
    await expectRefusal(around, join(around, 'v'), 'vault.already_exists')
  })

  it('where there is something else', async () => {
    const around = temporaryFolder()
    mkdirSync(join(around, 'v'))
    writeFileSync(join(around, 'v', 'photo.jpg'), 'mine')
    await expectRefusal(around, join(around, 'v'), 'vault.folder_not_empty')
  })

  it('where there is a file of that name', async () => {
    const around = temporaryFolder()
    writeFileSync(join(around, 'v'), 'mine')
    await expectRefusal(around, join(around, 'v'), 'vault.folder_not_empty')
  })

  it('beneath a file', async () => {
    const around = temporaryFolder()
    writeFileSync(join(around, 'file'), 'mine')
    await expectRefusal(around, join(around, 'file', 'v'), 'vault.folder_not_empty')
  })

  it('where nothing may be written', async () => {
    const around = temporaryFolder()
    chmodSync(around, 0o555)
    giveUpPrivileges()
    await expectRefusal(around, join(around, 'v'), 'vault.folder_unwritable')
    await expectRefusal(around, join(around, 'one', 'two'), 'vault.folder_unwritable')
  })

  it('with a weak passphrase, before anything is written', async () => {
    const around = temporaryFolder()
    const dispatcher = createDispatcher(() => undefined)
    const reply = await dispatcher.run('vault.create', {
      folder: join(around, 'v'),
      passphrase: 'membre fictive',
      identity: testIdentity,
    })
    expect(reply).toEqual({ ok: false, error: { code: 'vault.passphrase_too_common', params: {} } })
    expect(stateOfFolder(around)).toEqual([])
  })

  it('when building it fails, along with the folders made on the way', async () => {
    const around = temporaryFolder()
    await expect(
      createVault(join(around, 'one', 'two', 'v'), {
        ...owner,
        kdf: { ...floorParameters(), salt: '' },
      }),
    ).rejects.toThrow()
    expect(stateOfFolder(around)).toEqual([])
  })
})

describe('looking at a folder', () => {
  it('tells what it holds and touches nothing', async () => {
    const around = temporaryFolder()
    expect(await inspectFolder(join(around, 'not there'))).toBe('nothing')
    expect(await inspectFolder(around)).toBe('nothing')
    writeFileSync(join(around, 'x'), '')
    expect(await inspectFolder(around)).toBe('other')
    expect(await inspectFolder(join(around, 'x'))).toBe('other')
    expect(await inspectFolder(await newVault())).toBe('vault')
    expect(stateOfFolder(around)).toHaveLength(1)
  })

  it('a vault can be unlocked again and again', async () => {
    const folder = await newVault()
    for (let time = 0; time < 3; time += 1) (await unlockVault(folder, testOpener)).close()
  })
})
