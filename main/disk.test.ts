import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { giveUpPrivileges, temporaryFolder } from '../tests/support/vault.ts'
import { diskError, freeBytes, writeWhole } from './disk.ts'

describe('writing a whole file', () => {
  it('replaces what was there, for its owner’s eyes only', async () => {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, 'old', { mode: 0o644 })
    await writeWhole(path, 'new')
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
  })

  it('never shows a reader a part of it', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'file')
    const versions = ['a', 'b'].map((letter) => letter.repeat(200_000))
    await writeWhole(path, versions[0] ?? '')
    let writing = true
    const writes = (async () => {
      for (let n = 0; n < 20; n += 1) await writeWhole(path, versions[n % 2] ?? '')
      writing = false
    })()
    while (writing) {
      expect(versions).toContain(readFileSync(path, 'utf8'))
      await new Promise(setImmediate)
    }
    await writes
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('leaves the old one, and no scrap, where the new one can’t be put', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'file'))
    await expect(writeWhole(join(folder, 'file'), 'new')).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('fails where nothing may be written', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), 'old')
    chmodSync(folder, 0o555)
    giveUpPrivileges()
    await expect(writeWhole(join(folder, 'file'), 'new')).rejects.toThrow('EACCES')
    expect(readdirSync(folder)).toEqual(['file'])
  })
})

describe('a disk', () => {
  it('says how much room is left on it', async () => {
    const folder = temporaryFolder()
    expect(await freeBytes(folder)).toBeGreaterThan(0)
    await expect(freeBytes(join(folder, 'absent'))).rejects.toThrow('ENOENT')
  })

  it.each([
    ['ENOSPC', 'vault.disk_full'],
    ['EDQUOT', 'vault.disk_full'],
    ['EFBIG', 'vault.disk_full'],
    ['EROFS', 'vault.folder_unwritable'],
    ['ENODEV', 'vault.folder_unwritable'],
    ['ENOTCONN', 'vault.folder_unwritable'],
  ])('that answers %s is told as %s', (code, told) => {
    expect(diskError(Object.assign(new Error(code), { code }))).toMatchObject({ code: told })
  })
})
