import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RelaisError } from '../../../shared/errors.ts'
import { giveUpPrivileges, newVault, stateOfFolder, temporaryFolder } from '../../../tests/support/vault.ts'
import { type VaultFiles, vaultFiles } from '../folder/files.ts'
import { guardAttempt, secondsToWait } from './attempts.ts'
import { changeKeys } from './key-change.ts'
import { readKeys } from './key-store.ts'

/** Seconds since this computer was started, as the test has it. */
let running = 1000
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  uptime: () => running,
}))
/** Set to make the disk full. */
const disk = vi.hoisted(() => ({ full: false }))
vi.mock('../../disk.ts', async (original) => {
  const real = await original<typeof import('../../disk.ts')>()
  return {
    ...real,
    writeWhole: (path: string, content: string) =>
      disk.full
        ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
        : real.writeWhole(path, content),
  }
})

let folder: string
let files: VaultFiles
beforeEach(async () => {
  running = 1000
  folder = await newVault()
  files = vaultFiles(folder)
})
afterEach(() => {
  disk.full = false
})

const wrong = (code: 'vault.wrong_passphrase' | 'recovery.wrong' = 'vault.wrong_passphrase') =>
  vi.fn(() => Promise.reject(new RelaisError(code)))
const right = () => vi.fn(async (failedBefore: number) => failedBefore)

const fail = (times: number): Promise<void> =>
  Array.from({ length: times }).reduce<Promise<void>>(async (before) => {
    await before
    running += await secondsToWait(files)
    await expect(guardAttempt(files, wrong())).rejects.toThrow('vault.wrong_passphrase')
  }, Promise.resolve())

describe('wrong passphrases', () => {
  it('cost nothing twice, then 1 s, doubling up to 5 minutes and never more', async () => {
    const waits: number[] = []
    for (let failure = 1; failure <= 14; failure += 1) {
      await fail(1)
      waits.push(await secondsToWait(files))
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  })

  it('are not even tried while one has to wait, and the wait is told in seconds', async () => {
    await fail(5)
    running += 1
    const guess = right()
    await expect(guardAttempt(files, guess)).rejects.toMatchObject({
      code: 'vault.too_soon',
      params: { seconds: 3 },
    })
    expect(guess).not.toHaveBeenCalled()
    running += 3
    await expect(guardAttempt(files, guess)).resolves.toBe(5)
  })

  it('are forgotten after the right one, which is told how many there were', async () => {
    const before = stateOfFolder(folder)
    await fail(2)
    expect(await guardAttempt(files, right())).toBe(2)
    expect(await guardAttempt(files, right())).toBe(0)
    expect(stateOfFolder(folder)).toEqual(before)
  })

  it('count the same whether at the door or with a kit', async () => {
    await fail(2)
    await expect(guardAttempt(files, wrong('recovery.wrong'))).rejects.toThrow('recovery.wrong')
    expect(await secondsToWait(files)).toBe(1)
  })

  it('are not what other refusals are: those cost nothing and clear nothing', async () => {
    await fail(4)
    running += 2
    const before = readFileSync(files.attempts)
    const other = () => Promise.reject(new RelaisError('vault.database_damaged'))
    for (let n = 0; n < 5; n += 1) {
      await expect(guardAttempt(files, other)).rejects.toThrow('vault.database_damaged')
    }
    expect(readFileSync(files.attempts)).toEqual(before)
  })

  it('leave no file where there is no vault', async () => {
    const empty = temporaryFolder()
    await expect(guardAttempt(vaultFiles(empty), wrong())).rejects.toThrow('vault.wrong_passphrase')
    expect(stateOfFolder(empty)).toEqual([])
  })
})

describe('somebody who guesses', () => {
  it('evades nothing by ending the program before it has answered', async () => {
    for (let n = 0; n < 3; n += 1) {
      // What stays when the process is killed in the middle of the derivation.
      let left = ''
      await guardAttempt(files, async () => {
        left = readFileSync(files.attempts, 'utf8')
      })
      writeFileSync(files.attempts, left)
    }
    expect(await secondsToWait(files)).toBe(1)
    running += 1
    // They are not held against anyone as wrong: nobody knows what they were.
    expect(await guardAttempt(files, right())).toBe(0)
  })

  it('gains nothing by asking fifty times at once', async () => {
    const guess = wrong()
    const asked = Array.from({ length: 50 }, () =>
      guardAttempt(files, guess).catch((error: Error) => error.message),
    )
    const answers = await Promise.all(asked)
    expect(answers.filter((answer) => answer === 'vault.wrong_passphrase')).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'vault.too_soon')).toHaveLength(47)
    expect(guess).toHaveBeenCalledTimes(3)
  })

  it('gains nothing by setting the clock, back or forward', async () => {
    await fail(6)
    for (const day of ['1970-01-02', '2199-12-31']) {
      vi.setSystemTime(new Date(day))
      expect(await secondsToWait(files)).toBe(8)
    }
    vi.useRealTimers()
  })

  it('waits on after restarting the computer, and no longer than that', async () => {
    await fail(12)
    running = 20
    expect(await secondsToWait(files)).toBe(280)
    running = 299
    expect(await secondsToWait(files)).toBe(1)
    running = 300
    expect(await secondsToWait(files)).toBe(0)
  })

  it.each([
    ['spoiling', () => writeFileSync(files.attempts, '{')],
    ['emptying', () => writeFileSync(files.attempts, '')],
    ['replacing by a folder', () => mkdirSync(files.attempts)],
    [
      'forging below nothing',
      () =>
        writeFileSync(
          files.attempts,
          '{"format":"relais-attempts","version":1,"failures":-9,"verified":0,"uptimeSeconds":0}',
        ),
    ],
  ])(
    'shortens nothing by %s the count, and locks nobody out for longer than the longest wait',
    async (_, spoil) => {
      spoil()
      expect(await secondsToWait(files)).toBe(300)
      await expect(guardAttempt(files, right())).rejects.toMatchObject({ params: { seconds: 300 } })
      running += 299
      await expect(guardAttempt(files, right())).rejects.toMatchObject({ params: { seconds: 1 } })
      running += 1
      await expect(guardAttempt(files, right())).resolves.toBe(0)
      expect(existsSync(files.attempts)).toBe(false)
    },
  )

  it('locks nobody out by forging a count from a far future', async () => {
    const forged = {
      format: 'relais-attempts',
      version: 1,
      failures: 2 ** 50,
      verified: 2 ** 50,
      uptimeSeconds: 1e15,
    }
    writeFileSync(files.attempts, JSON.stringify(forged))
    running = 60
    expect(await secondsToWait(files)).toBe(240)
    running = 300
    await expect(guardAttempt(files, right())).resolves.toBe(2 ** 50)
  })

  it('tries nothing where nothing can be counted', async () => {
    for (const path of [files.keys, files.keysCopy]) await chmod(path, 0o644)
    await chmod(dirname(folder), 0o755)
    await chmod(folder, 0o555)
    giveUpPrivileges()
    const guess = wrong()
    await expect(guardAttempt(files, guess)).rejects.toThrow('vault.folder_unwritable')
    expect(guess).not.toHaveBeenCalled()
  })

  it('is slowed on a full disk too, from which the owner is not shut out', async () => {
    disk.full = true
    await fail(4)
    const guess = right()
    await expect(guardAttempt(files, guess)).rejects.toThrow('vault.too_soon')
    running += 2
    await expect(guardAttempt(files, guess)).resolves.toBe(4)
    expect(await secondsToWait(files)).toBe(0)
  })
})

describe('the option to erase the keys', () => {
  const setEraseAfter = async (eraseAfter: number | null): Promise<void> => {
    const { keyFile } = await readKeys(files)
    const pages = { demandInPlace: () => undefined }
    await changeKeys({ folder, vaultId: keyFile.vaultId, keys: { last: keyFile }, pages }, (before) => ({
      ...before,
      eraseAfter,
    }))
  }
  const slots = async (): Promise<number> => (await readKeys(files)).keyFile.slots.length

  it('erases nothing when it is off', async () => {
    await fail(60)
    expect(await slots()).toBe(1)
  })

  it('erases them at the last wrong passphrase, not before, and says so', async () => {
    await setEraseAfter(5)
    await fail(4)
    expect(await slots()).toBe(1)
    running += await secondsToWait(files)
    await expect(guardAttempt(files, wrong())).rejects.toThrow('vault.keys_erased')
    expect(await slots()).toBe(0)
    expect(await secondsToWait(files)).toBe(0)
  })

  it('starts anew after the right one', async () => {
    await setEraseAfter(5)
    await fail(4)
    running += await secondsToWait(files)
    await guardAttempt(files, right())
    await fail(4)
    expect(await slots()).toBe(1)
  })

  it('never erases for attempts that nobody knows to be wrong, nor before the right one was heard', async () => {
    await setEraseAfter(5)
    const forged = { format: 'relais-attempts', version: 1, failures: 90, verified: 90, uptimeSeconds: 0 }
    writeFileSync(files.attempts, JSON.stringify(forged))
    await expect(guardAttempt(files, right())).resolves.toBe(90)
    writeFileSync(files.attempts, JSON.stringify({ ...forged, verified: 0 }))
    await fail(4)
    expect(await slots()).toBe(1)
  })
})
