import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../tests/support/vault.ts'
import { freeBytes } from '../disk.ts'
import { folderRefusal, freeName, placeForCopy, prepareFolder } from './destination.ts'

vi.mock('../disk.ts', async (original) => ({
  ...(await original<typeof import('../disk.ts')>()),
  freeBytes: vi.fn(),
}))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return { ...real, stat: vi.fn(real.stat) }
})

const megabyte = 1024 * 1024

/** A vault of 100 MB and a stick, with so many megabytes free on each. */
async function placed(here: number, there: number, sameDisk = false): Promise<'vault' | 'stick'> {
  const [vault, stick] = [temporaryFolder(), temporaryFolder()]
  vi.mocked(freeBytes).mockImplementation(async (folder) => (folder === vault ? here : there) * megabyte)
  vi.mocked(stat).mockImplementation((async (folder: string) => ({
    ...statSync(folder),
    dev: sameDisk || folder === vault ? 1 : 2,
  })) as typeof stat)
  const place = await placeForCopy(join(vault, 'relais.db'), stick, 100 * megabyte)
  return place === vault ? 'vault' : 'stick'
}

describe('the copy that a backup is made from', () => {
  it('is made beside the vault, however much room the stick has', async () => {
    expect(await placed(104, 104)).toBe('vault')
    expect(await placed(104, 100_000)).toBe('vault')
  })

  it('is made on the stick when the vault’s own disk is full', async () => {
    expect(await placed(103, 204)).toBe('stick')
  })

  it('is not begun where it could not be finished, nor where the next save would find no room', async () => {
    await expect(placed(100_000, 103)).rejects.toThrow('vault.disk_full')
    await expect(placed(103, 203)).rejects.toThrow('vault.disk_full')
    await expect(placed(203, 203, true)).rejects.toThrow('vault.disk_full')
    expect(await placed(204, 204, true)).toBe('vault')
    expect(await placed(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe('vault')
  })
})

describe('a folder for backups', () => {
  beforeEach(() => {
    vi.mocked(stat).mockImplementation((async (folder: string) => statSync(folder)) as typeof stat)
  })

  it('is made beside the vault only', async () => {
    const vault = temporaryFolder()
    await prepareFolder(join(vault, 'backups'), vault)
    expect((statSync(join(vault, 'backups')).mode & 0o777).toString(8)).toBe('700')
    await expect(prepareFolder(join(vault, 'ailleurs'), vault)).rejects.toThrow('backup.folder_missing')
  })

  it.each(['EIO', 'ENODEV', 'ENXIO', 'ESTALE', 'EROFS'])(
    'that answers %s is told as one, or as gone',
    async (code) => {
      const around = temporaryFolder()
      mkdirSync(join(around, 'cle'))
      const error = Object.assign(new Error(code), { code })
      expect(await folderRefusal(join(around, 'cle'), error)).toMatchObject({
        code: 'backup.folder_unwritable',
      })
      expect(await folderRefusal(join(around, 'retiree'), error)).toMatchObject({
        code: 'backup.folder_missing',
      })
    },
  )

  it('never has one backup take the place of another, though both were made in the same second', async () => {
    const folder = temporaryFolder()
    const at = new Date('2026-03-02T14:15:00').getTime()
    // Half of the names that there are for this second.
    const taken = Array.from({ length: 0x8000 }, (_, n) => {
      const digits = (n * 2).toString(16).padStart(4, '0')
      return `relais-20260302-141500-${digits}.relais-backup`
    })
    for (const name of taken) writeFileSync(join(folder, name), '')
    const drawn = await Promise.all(Array.from({ length: 64 }, () => freeName(folder, at, 'manual')))
    expect(drawn.filter((name) => taken.includes(name))).toEqual([])
  })
})
