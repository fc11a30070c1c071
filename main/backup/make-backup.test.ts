import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromHex } from '../../shared/packet/bytes.ts'
import {
  backedUpVault,
  fillWithCases,
  jobThat,
  newBackup,
  partsIn,
  quarterPastTwo,
  saveCase,
} from '../../tests/support/backup.ts'
import { giveUpPrivileges, testIdentity } from '../../tests/support/vault.ts'
import { isHeadOf } from '../journal/journal-heads.store.ts'
import { record } from '../journal/record.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import { readMigrations } from '../vault/migrate.ts'
import { countRows } from './copy.store.ts'
import { makeBackup } from './make-backup.ts'
import { newPartName } from './names.ts'
import { withBackup } from './read-backup.ts'

function flipIn(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

describe('a backup', () => {
  it('is one file that only its owner may read, named after the hour', async () => {
    const { folder, name, made } = await newBackup()
    expect(name).toMatch(/^relais-20260302-141500-[0-9a-f]{4}\.relais-backup$/)
    expect(readdirSync(folder)).toEqual([name])
    const { mode, size } = statSync(join(folder, name))
    expect((mode & 0o777).toString(8)).toBe('600')
    expect(size).toBe(made.bytes)
  })

  it('says nothing of what is in it to whoever finds it', async () => {
    const { vault, folder, request } = await backedUpVault()
    fillWithCases(vault, 50, 'zqxjvwkaminata ')
    const { name, contents } = await makeBackup(request)
    expect(contents.cases).toBe(50)
    const bytes = readFileSync(join(folder, name))
    const { name: owner, organisation } = testIdentity
    for (const word of ['zqxjvwkaminata', 'SQLite', 'CREATE TABLE', 'fictif-', owner, organisation]) {
      expect(bytes.includes(Buffer.from(word))).toBe(false)
    }
  })

  it('knows whose it is, what it holds and where the journal ended, and no key', async () => {
    const { vault, folder, request } = await backedUpVault()
    fillWithCases(vault, 3, 'Ville fictive')
    record({ vault, now: () => quarterPastTwo }, { action: 'vault.checked', subject: null, details: {} })
    const rows = countRows(vault.reader)
    const { name } = await makeBackup(request)
    await withBackup(join(folder, name), async ({ head, openSealed }) => {
      const { journal, sha256, ...sealed } = openSealed(vault.key)
      expect(head).toMatchObject({ vaultId: vault.vaultId, madeAt: quarterPastTwo, kind: 'manual' })
      expect(head.keys).toBe(readFileSync(vaultFiles(vault.folder).keys, 'utf8'))
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
      expect(sealed).toEqual({
        owner: { name: testIdentity.name, organisation: testIdentity.organisation },
        contents: { cases: 3, steps: 0, members: 0, packets: 0 },
        schemaVersion: readMigrations().length,
        rows,
      })
      const signed = {
        seq: journal?.seq ?? 0,
        hash: fromHex(journal?.hash ?? '', 32) ?? new Uint8Array(),
        signature: fromHex(journal?.signature ?? '', 64) ?? new Uint8Array(),
      }
      expect(signed.seq).toBe(rows.journal)
      expect(isHeadOf(vault.vaultId, signed, vault.me.sign.publicKey)).toBe(true)
    })
  })

  it('holds a save whole or not at all while saves go on, and does not stop them', async () => {
    const { vault, request, folder } = await backedUpVault()
    fillWithCases(vault, 300, 'Ville fictive')
    let done = false
    const making = makeBackup(request).finally(() => {
      done = true
    })
    let saves = 0
    while (!done) {
      saveCase(vault, 'pendant la copie')
      saves += 1
      await new Promise(setImmediate)
    }
    const { name } = await making
    expect(saves).toBeGreaterThan(5)
    await withBackup(join(folder, name), async ({ openSealed }) => {
      const { rows } = openSealed(vault.key)
      expect(rows.cases).toBe(rows.case_sections)
      expect(rows.cases).toBeGreaterThanOrEqual(300)
      expect(rows.cases).toBeLessThan(300 + saves)
    })
  })

  it('leaves nothing when cancelled, at whichever step', async () => {
    const { vault, folder, request } = await backedUpVault()
    fillWithCases(vault, 300, 'Ville fictive')
    const before = readdirSync(vault.folder)
    const whole = jobThat(0, () => undefined)
    const { name } = await makeBackup({ ...request, job: whole })
    rmSync(join(folder, name))
    // The last word is said when all is written: what remains is one rename, which is not taken back.
    for (let step = 1; step < whole.steps(); step += 1) {
      const job = jobThat(step, (abort) => abort())
      await expect(makeBackup({ ...request, job })).rejects.toThrow('app.cancelled')
      expect(readdirSync(folder)).toEqual([])
      expect(readdirSync(vault.folder)).toEqual(before)
    }
  })

  it('is never made of a copy that does not hold what the vault holds', async () => {
    const { vault, folder, request } = await backedUpVault()
    fillWithCases(vault, 20, 'Ville fictive')
    for (const at of [0, 20, 5000, 40_000]) {
      const job = jobThat(1, () => flipIn(join(vault.folder, partsIn(vault.folder)[0] ?? ''), at))
      await expect(makeBackup({ ...request, job })).rejects.toThrow(/^vault\.(?:database_damaged|mismatch)$/)
      expect([readdirSync(folder), partsIn(vault.folder)]).toEqual([[], []])
    }
  })

  it('is not kept when the disk gives back something else than what was written', async () => {
    const { folder, request } = await backedUpVault()
    for (const at of [3, 25, 900, 50_000]) {
      const job = jobThat(0, () => undefined)
      let told = false
      const onProgress = (done: number, total: number): void => {
        // Written and not yet read back.
        if (told || done / total < 0.8) return
        told = true
        flipIn(join(folder, partsIn(folder)[0] ?? ''), at)
      }
      await expect(makeBackup({ ...request, job: { ...job, onProgress } })).rejects.toThrow(
        'backup.not_verified',
      )
      expect(readdirSync(folder)).toEqual([])
    }
  })

  it('is refused without a word left behind where its folder is not, and none is made', async () => {
    const { vault, folder, request } = await backedUpVault()
    const gone = join(folder, 'cle-usb')
    await expect(makeBackup({ ...request, folder: gone })).rejects.toThrow('backup.folder_missing')
    writeFileSync(gone, '')
    await expect(makeBackup({ ...request, folder: gone })).rejects.toThrow('backup.folder_missing')
    expect(readdirSync(folder)).toEqual(['cle-usb'])
    expect(partsIn(vault.folder)).toEqual([])
  })

  it('is refused where nothing may be written', async () => {
    const { vault, folder, request } = await backedUpVault()
    chmodSync(folder, 0o555)
    chmodSync(dirname(vault.folder), 0o755)
    chmodSync(vault.folder, 0o777)
    giveUpPrivileges()
    await expect(makeBackup(request)).rejects.toThrow('backup.folder_unwritable')
    expect(readdirSync(folder)).toEqual([])
    expect(partsIn(vault.folder)).toEqual([])
  })

  it('says that the stick is gone when it is pulled out, at whichever step', async () => {
    const { vault, folder, request } = await backedUpVault()
    const [stick, pulled] = [join(folder, 'cle'), join(folder, 'retiree')]
    mkdirSync(stick)
    const whole = jobThat(0, () => undefined)
    const { name } = await makeBackup({ ...request, folder: stick, job: whole })
    rmSync(join(stick, name))
    for (let step = 1; step <= whole.steps(); step += 1) {
      const job = jobThat(step, () => renameSync(stick, pulled))
      await expect(makeBackup({ ...request, folder: stick, job })).rejects.toThrow('backup.folder_missing')
      expect(partsIn(vault.folder)).toEqual([])
      renameSync(pulled, stick)
      expect(readdirSync(stick).filter((left) => left.endsWith('.relais-backup'))).toEqual([])
    }
    // What could not be taken away then is taken away with the next one.
    const last = await makeBackup({ ...request, folder: stick })
    expect(readdirSync(stick)).toEqual([last.name])
  })

  it('sweeps what a crash left of earlier ones, and never another vault’s that is under way', async () => {
    const { vault, folder, request } = await backedUpVault()
    const mine = newPartName(vault.vaultId)
    const another = newPartName(crypto.randomUUID())
    for (const name of [mine, `${mine}-journal`, another, '.relais-notes.part', 'photo.part']) {
      writeFileSync(join(folder, name), '')
    }
    writeFileSync(join(vault.folder, newPartName(vault.vaultId)), '')
    const { name } = await makeBackup(request)
    expect(readdirSync(folder).sort()).toEqual([another, '.relais-notes.part', 'photo.part', name].sort())
    expect(partsIn(vault.folder)).toEqual([])
  })

  it('waits for the one that is being made', async () => {
    const { folder, request } = await backedUpVault()
    const made = await Promise.all([makeBackup(request), makeBackup(request), makeBackup(request)])
    expect(readdirSync(folder).sort()).toEqual(made.map(({ name }) => name).sort())
  })

  it('is made by a clock that stands before 1970 too', async () => {
    const { request } = await backedUpVault()
    expect((await makeBackup({ ...request, now: -1e12 })).madeAt).toBe(0)
  })

  it('is not sealed under a key that the lock has wiped', async () => {
    const { vault, folder, request } = await backedUpVault()
    const key = Uint8Array.from(vault.key)
    const job = jobThat(1, () => vault.close())
    const { name } = await makeBackup({ ...request, job })
    expect(vault.key.every((byte) => byte === 0)).toBe(true)
    await withBackup(join(folder, name), async ({ openSealed }) => {
      expect(() => openSealed(vault.key)).toThrow('backup.damaged')
      expect(openSealed(key).owner.name).toBe(testIdentity.name)
    })
  })
})
