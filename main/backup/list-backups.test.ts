import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newBackup, quarterPastTwo, sourceOf } from '../../tests/support/backup.ts'
import { temporaryFolder } from '../../tests/support/vault.ts'
import { findBackups } from './list-backups.ts'
import { makeBackup } from './make-backup.ts'

/** Of every Unix; Node has no call for it. */
const mkfifo = 'mkfifo'

describe('the list of backups', () => {
  it('has the newest first, with what each was made for, among thousands of other files', async () => {
    const { vault, folder, name } = await newBackup()
    for (let n = 0; n < 3000; n += 1) writeFileSync(join(folder, `photo-${n}.relais-backup.jpg`), '')
    const later = { folder, source: sourceOf(vault), now: quarterPastTwo + 1000 }
    const update = await makeBackup({ ...later, kind: 'update' })
    const found = await findBackups(folder)
    expect(found.map(({ name, kind, problem }) => ({ name, kind, problem }))).toEqual([
      { name: update.name, kind: 'update', problem: null },
      { name, kind: 'manual', problem: null },
    ])
    expect(found[0]).toMatchObject({ madeAt: later.now, bytes: update.bytes })
  })

  it.each([
    'Copie de relais-20260302-141500-3f9c.relais-backup',
    'relais-20260302-141500-3f9c (1).relais-backup',
  ])('has a copy under the name that somebody or the system gave it: %s', async (copy) => {
    const { folder, path, name } = await newBackup()
    copyFileSync(path, join(folder, copy))
    writeFileSync(join(folder, `._${copy}`), 'A note of the system')
    const found = await findBackups(folder)
    expect(found.map(({ name, problem }) => [name, problem])).toEqual(
      expect.arrayContaining([
        [name, null],
        [copy, null],
      ]),
    )
    expect(found).toHaveLength(2)
  })

  it('says of one that is cut short or foreign what is wrong, and dates it by its name', async () => {
    const { folder, path } = await newBackup()
    const cut = 'relais-20260301-101112-auto-0000.relais-backup'
    copyFileSync(path, join(folder, cut))
    truncateSync(join(folder, cut), 30_000)
    writeFileSync(join(folder, 'relais-soupe.relais-backup'), 'Une recette de soupe')
    const found = await findBackups(folder)
    expect(found.filter(({ problem }) => problem).map(({ name, problem }) => [name, problem])).toEqual(
      expect.arrayContaining([
        [cut, 'backup.damaged'],
        ['relais-soupe.relais-backup', 'backup.not_a_backup'],
      ]),
    )
    expect(found.find(({ name }) => name === cut)).toMatchObject({
      madeAt: new Date('2026-03-01T10:11:12').getTime(),
      kind: 'automatic',
      head: null,
    })
  })

  it('neither follows links, nor enters folders, nor waits for a pipe that bear such a name', async () => {
    const { path } = await newBackup()
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'relais-a.relais-backup'))
    symlinkSync(path, join(folder, 'relais-b.relais-backup'))
    if (process.platform !== 'win32') spawnSync(mkfifo, [join(folder, 'relais-c.relais-backup')])
    expect(await findBackups(folder)).toEqual([])
  })

  it('is refused of a folder that is not there', async () => {
    const missing = join(temporaryFolder(), 'cle-usb')
    await expect(findBackups(missing)).rejects.toThrow('backup.folder_missing')
  })
})
