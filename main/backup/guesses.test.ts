import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Opener } from '../../shared/vault/opener.ts'
import { quarterPastTwo } from '../../tests/support/backup.ts'
import { newOpenVault, temporaryFolder, testOpener, testPassphrase } from '../../tests/support/vault.ts'
import { salvage } from '../damage/salvage.ts'
import { writeWhole } from '../disk.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import { guardAttempt, secondsToWait } from '../vault/keys/attempts.ts'
import { changePassphrase, setPassphrase } from '../vault/keys/change-passphrase.ts'
import { floorParameters } from '../vault/keys/kdf.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { backUpVault } from './back-up-vault.ts'
import { withOpened } from './look-into.ts'
import { withBackup } from './read-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { unwatched } from './stages.ts'

vi.mock('@node-rs/argon2', async () =>
  (await import('../../tests/faults/support/argon2-once.ts')).argon2Once(),
)

vi.mock('../disk.ts', async (original) => {
  const disk = await original<typeof import('../disk.ts')>()
  return { ...disk, writeWhole: vi.fn(disk.writeWhole) }
})

afterEach(() => void vi.mocked(writeWhole).mockRestore())

const wrong: Opener = { by: 'passphrase', passphrase: 'rien de tout cela du tout' }
const next = 'navire orange quinze montagnes douces'
const clock = { now: quarterPastTwo, today: '2026-03-02' as const }

/** A closed vault with a backup in its own folder for them, and a folder elsewhere. */
async function closedVault() {
  const vault = await newOpenVault()
  const files = vaultFiles(vault.folder)
  // Slots of its own: what is counted of them stays as long as the process.
  await setPassphrase(vault, testPassphrase, floorParameters())
  const wanted = { folder: files.backups, kind: 'manual' as const, now: () => quarterPastTwo, job: unwatched }
  const { name } = await backUpVault(vault, wanted)
  return { vault, files, name, elsewhere: temporaryFolder() }
}

const look = (folder: string, name: string, opener: Opener): Promise<unknown> =>
  withBackup(join(folder, name), (backup) => withOpened(backup, folder, opener, () => 'open'))
const restore = (folder: string, name: string, opener: Opener): Promise<unknown> =>
  restoreBackup({
    folder,
    name,
    opener,
    into: join(temporaryFolder(), 'r'),
    now: quarterPastTwo,
    job: unwatched,
  })
const saved = (folder: string, opener: Opener): Promise<unknown> =>
  salvage({ folder, opener, into: join(temporaryFolder(), 's') }, clock, unwatched)
const enter = (folder: string, opener: Opener): Promise<void> =>
  guardAttempt(vaultFiles(folder), async () => (await unlockVault(folder, opener)).close())

async function wrongTimes(times: number, attempt: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < times; n += 1) await expect(attempt()).rejects.toThrow('vault.wrong_passphrase')
}

const refused = (attempt: Promise<unknown>) => expect(attempt).rejects.toThrow('vault.too_soon')

describe('guessing around the door', () => {
  it('through salvage, a look at a backup beside the vault and its restore adds to one count', async () => {
    const { vault, files, name } = await closedVault()
    vault.close()
    await wrongTimes(1, () => saved(vault.folder, wrong))
    await wrongTimes(1, () => look(files.backups, name, wrong))
    await wrongTimes(1, () => restore(files.backups, name, wrong))
    expect(await secondsToWait(files)).toBeGreaterThan(0)
    // As after nine more, so that no time is left for it to pass.
    writeFileSync(files.attempts, JSON.stringify({ ...read(files.attempts), failures: 12 }))
    await refused(saved(vault.folder, testOpener))
    await refused(look(files.backups, name, testOpener))
    await refused(restore(files.backups, name, testOpener))
    await refused(enter(vault.folder, testOpener))
  })

  it('at a copy of a backup elsewhere meets the same waits in this process', async () => {
    const { vault, files, name, elsewhere } = await closedVault()
    vault.close()
    renameSync(join(files.backups, name), join(elsewhere, name))
    await wrongTimes(3, () => look(elsewhere, name, wrong))
    const refusal = await look(elsewhere, name, testOpener).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'vault.too_soon', params: { seconds: 1 } })
    expect(existsSync(files.attempts)).toBe(false)
    await enter(vault.folder, testOpener)
    await vi.waitUntil(() => look(elsewhere, name, testOpener).catch(() => null), { timeout: 10_000 })
    await wrongTimes(2, () => look(elsewhere, name, wrong))
  })

  it('where nothing can be written is counted in this process', async () => {
    const { vault, files } = await closedVault()
    vault.close()
    vi.mocked(writeWhole).mockRejectedValue(Object.assign(new Error('read-only'), { code: 'EROFS' }))
    await wrongTimes(3, () => saved(vault.folder, wrong))
    await refused(saved(vault.folder, testOpener))
    expect(existsSync(files.attempts)).toBe(false)
  })

  it('is not forgiven by the old passphrase of an old backup, nor is the vault’s erasing nearer by it', async () => {
    const { vault, files, name } = await closedVault()
    await changePassphrase(vault, { current: testPassphrase, next }, floorParameters())
    vault.close()
    await wrongTimes(2, () => enter(vault.folder, wrong))
    const before = readFileSync(files.attempts, 'utf8')
    expect(await look(files.backups, name, testOpener)).toBe('open')
    await wrongTimes(1, () => look(files.backups, name, wrong))
    expect(readFileSync(files.attempts, 'utf8')).toBe(before)
  })

  it('waits as long as at the door', async () => {
    const { vault, files, name, elsewhere } = await closedVault()
    vault.close()
    renameSync(join(files.backups, name), join(elsewhere, name))
    await wrongTimes(3, () => look(elsewhere, name, wrong))
    const atDoor = {
      format: 'relais-attempts',
      version: 1,
      failures: 3,
      verified: 3,
      uptimeSeconds: uptime(),
    }
    writeFileSync(files.attempts, JSON.stringify(atDoor))
    const refusal = await look(elsewhere, name, wrong).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ params: { seconds: await secondsToWait(files) } })
  })
})

const read = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object
