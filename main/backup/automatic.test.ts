import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { partsIn, quarterPastTwo } from '../../tests/support/backup.ts'
import { newOpenVault, temporaryFolder } from '../../tests/support/vault.ts'
import { heldHeads } from '../journal/journal-heads.store.ts'
import { record } from '../journal/record.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import { readKeys, writeKeys } from '../vault/keys/key-store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { backUpUnasked, isDue, startAutomaticBackups } from './automatic.ts'
import { backUpVault } from './back-up-vault.ts'
import { changedSince, hasChanged } from './changed.store.ts'
import { backupProblem, lastBackup, putBackupSettings } from './memory.store.ts'
import { unwatched } from './stages.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** A vault whose backups go onto a stick that may be pulled out, and a clock. */
async function vaultWithStick() {
  const vault = await newOpenVault()
  const around = temporaryFolder()
  const [stick, pulled] = [join(around, 'cle'), join(around, 'retiree')]
  mkdirSync(stick)
  const clock = { now: quarterPastTwo }
  const now = () => clock.now
  putBackupSettings(vault.writer, { folder: stick, automatic: true })
  const change = () => record({ vault, now }, { action: 'cases.section_saved', subject: null, details: {} })
  change()
  return {
    vault,
    stick,
    beside: vaultFiles(vault.folder).backups,
    clock,
    now,
    change,
    pull: () => renameSync(stick, pulled),
    plug: () => renameSync(pulled, stick),
    /** As the timer would: makes one if one is due. */
    look: async (tried: number | null = null): Promise<boolean> => {
      const due = await isDue(vault, clock.now, tried)
      if (due) await backUpUnasked(vault, now, unwatched)
      return due
    },
  }
}

const backupsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.relais-backup'))

afterEach(() => void vi.useRealTimers())

describe('a vault that was changed', () => {
  it('is backed up where the person chose, and says so in its journal, whose head it remembers', async () => {
    const { vault, stick, look, now } = await vaultWithStick()
    expect(await look()).toBe(true)
    const [name = ''] = backupsIn(stick)
    expect(name).toMatch(/-auto-/)
    expect(lastBackup(vault.reader)).toMatchObject({ name, folder: stick, madeAt: now() })
    expect(
      vault.reader.all(
        "SELECT subject, json_extract(details, '$.kind') AS kind FROM journal WHERE action = 'backup.made'",
      ),
    ).toEqual([{ subject: name, kind: 'automatic' }])
    expect(heldHeads(vault.reader)).toMatchObject([{ heldBy: 'backup', reference: name }])
  })

  it('is not backed up again before half an hour, then it is if it was changed again', async () => {
    const { stick, look, clock, change } = await vaultWithStick()
    await look()
    clock.now += 29 * minute
    change()
    expect(await look()).toBe(false)
    clock.now += minute
    expect(await look()).toBe(true)
    // One of each day.
    expect(backupsIn(stick)).toHaveLength(1)
  })

  it('is not backed up for having been looked at', async () => {
    const { vault, look, clock, now } = await vaultWithStick()
    await look()
    clock.now += day
    record({ vault, now }, { action: 'vault.unlocked', subject: null, details: {} })
    record({ vault, now }, { action: 'cases.viewed', subject: crypto.randomUUID(), details: {} })
    expect(changedSince(vault.reader)).toBe(null)
    expect(await look()).toBe(false)
  })

  it('is backed up for words that are not saved yet', async () => {
    const { vault, look, clock } = await vaultWithStick()
    await look()
    clock.now += day
    expect(hasChanged(vault.reader)).toBe(false)
    vault.writer.run("INSERT INTO drafts VALUES ('x', 'summary', '', 'Un brouillon')")
    expect(hasChanged(vault.reader)).toBe(true)
    expect(await look()).toBe(true)
    expect(hasChanged(vault.reader)).toBe(false)
  })

  it('is backed up again when something was saved while a backup was being made', async () => {
    const { vault, stick, change, now } = await vaultWithStick()
    let saved = false
    const onProgress = (): void => {
      if (!saved) change()
      saved = true
    }
    await backUpVault(vault, { folder: stick, kind: 'automatic', now, job: { ...unwatched, onProgress } })
    expect(changedSince(vault.reader)).toBe(now())
  })

  it('is backed up although the clock was set back by a year, and keeps what was there', async () => {
    const { stick, look, clock, change } = await vaultWithStick()
    await look()
    const before = backupsIn(stick)
    clock.now -= 365 * day
    change()
    expect(await look()).toBe(true)
    expect(backupsIn(stick)).toEqual(expect.arrayContaining(before))
    expect(backupsIn(stick)).toHaveLength(2)
  })

  it('is left alone by a person who wants to make them herself', async () => {
    const { vault, look } = await vaultWithStick()
    putBackupSettings(vault.writer, { folder: null, automatic: false })
    expect(await look()).toBe(false)
  })

  it('is not backed up with erased keys, in a file that nobody could open', async () => {
    const { vault, stick, look } = await vaultWithStick()
    const files = vaultFiles(vault.folder)
    await writeKeys(files, { ...(await readKeys(files)).keyFile, slots: [] })
    await expect(look()).rejects.toThrow('vault.keys_erased')
    expect(backupsIn(stick)).toEqual([])
    expect(backupProblem(vault.reader)?.code).toBe('vault.keys_erased')
  })

  it('is backed up where the folder is now, when another was chosen', async () => {
    const { vault, beside, look, clock } = await vaultWithStick()
    await look()
    putBackupSettings(vault.writer, { folder: null, automatic: true })
    clock.now += 30 * minute
    expect(await look()).toBe(true)
    expect(backupsIn(beside)).toHaveLength(1)
  })
})

describe('while the stick is away', () => {
  it('backups go beside the vault, and why is remembered until one is on the stick', async () => {
    const { vault, stick, beside, look, pull, plug, clock, change } = await vaultWithStick()
    pull()
    expect(await look()).toBe(true)
    expect(backupsIn(beside)).toHaveLength(1)
    expect(backupProblem(vault.reader)).toEqual({ code: 'backup.folder_missing', since: quarterPastTwo })
    clock.now += 31 * minute
    change()
    expect(await look()).toBe(true)
    expect(backupProblem(vault.reader)?.since).toBe(quarterPastTwo)
    // Back for a minute: at once, and although nothing was changed since.
    plug()
    clock.now += minute
    expect(await look(clock.now)).toBe(true)
    expect(backupsIn(stick)).toHaveLength(1)
    expect(backupProblem(vault.reader)).toBe(null)
    expect(await look()).toBe(false)
  })

  it('no second copy of the same is made beside the vault', async () => {
    const { beside, look, pull, clock } = await vaultWithStick()
    pull()
    await look()
    const [first] = backupsIn(beside)
    clock.now += day
    await look()
    expect(backupsIn(beside)).toEqual([first])
  })
})

describe('automatic backups of an open vault', () => {
  async function started(): Promise<{ vault: OpenVault; beside: string; stop: () => void }> {
    const vault = await newOpenVault()
    record({ vault, now: Date.now }, { action: 'cases.created', subject: null, details: {} })
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const stop = startAutomaticBackups(vault, Date.now)
    onTestFinished(stop)
    return { vault, beside: vaultFiles(vault.folder).backups, stop }
  }

  it('begin soon after it was unlocked, not in the way of the first page', async () => {
    const { vault, beside } = await started()
    await vi.advanceTimersByTimeAsync(14_000)
    expect(readdirSync(vault.folder)).not.toContain('backups')
    await vi.advanceTimersByTimeAsync(1500)
    await vi.waitUntil(() => lastBackup(vault.reader), { timeout: 10_000 })
    expect(backupsIn(beside)).toHaveLength(1)
  })

  it('end with it at once, and leave nothing that looks like one', async () => {
    const { vault, beside, stop } = await started()
    vi.advanceTimersByTime(15_000)
    await vi.waitUntil(() => partsIn(vault.folder).length > 0, { timeout: 10_000, interval: 1 })
    stop()
    vault.close()
    await vi.waitUntil(() => partsIn(vault.folder).length === 0, { timeout: 10_000 })
    expect(backupsIn(beside)).toEqual([])
  })

  it('go on after one that could not be made anywhere', async () => {
    const { vault, beside } = await started()
    putBackupSettings(vault.writer, { folder: join(dirname(vault.folder), 'absent'), automatic: true })
    writeFileSync(beside, 'a file in the way')
    await vi.advanceTimersByTimeAsync(16_000)
    await vi.waitUntil(() => backupProblem(vault.reader), { timeout: 10_000 })
    rmSync(beside)
    await vi.advanceTimersByTimeAsync(36 * minute)
    await vi.waitUntil(() => lastBackup(vault.reader), { timeout: 10_000 })
  })
})
