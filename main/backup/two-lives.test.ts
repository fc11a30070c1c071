import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newOpenVault, temporaryFolder, testOpener } from '../../tests/support/vault.ts'
import { salvage } from '../damage/salvage.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { backUpUnasked } from './automatic.ts'
import { backUpVault } from './back-up-vault.ts'
import { putBackupSettings } from './memory.store.ts'
import { restoreBackup } from './restore-backup.ts'
import { unwatched } from './stages.ts'

const at = (hour: number): number => new Date(2026, 2, 2, hour).getTime()

/** A vault that lives, its stick, and an automatic backup there from ten o’clock. */
async function livingVault() {
  const vault = await newOpenVault()
  const stick = temporaryFolder()
  putBackupSettings(vault.writer, { folder: stick, automatic: true })
  const early = await backUpVault(vault, { folder: stick, kind: 'manual', now: () => at(9), job: unwatched })
  await backUpUnasked(vault, () => at(10), unwatched)
  const good = readdirSync(stick).filter((name) => name !== early.name)
  const into = join(temporaryFolder(), 'second')
  return { vault, stick, early, good, into }
}

async function opened(folder: string): Promise<OpenVault> {
  const vault = await unlockVault(folder, testOpener)
  onTestFinished(() => vault.close())
  return vault
}

describe('the automatic backups of the vault that it comes from are not removed by', () => {
  it('a restored vault, which still removes its own', async () => {
    const { stick, early, good, into } = await livingVault()
    const restoring = { folder: stick, name: early.name, opener: testOpener, into }
    await restoreBackup({ ...restoring, now: at(11), job: unwatched })
    const second = await opened(into)
    await backUpUnasked(second, () => at(12), unwatched)
    const [own = ''] = readdirSync(stick).filter((name) => ![early.name, ...good].includes(name))
    expect(own).toMatch(/-auto-/)
    await backUpUnasked(second, () => at(15), unwatched)
    const there = readdirSync(stick)
    expect(there).toEqual(expect.arrayContaining([early.name, ...good]))
    expect(there).not.toContain(own)
    expect(there).toHaveLength(3)
  })

  it('a vault restored from one of them', async () => {
    const { stick, good, into } = await livingVault()
    const restoring = { folder: stick, name: good[0] ?? '', opener: testOpener, into }
    await restoreBackup({ ...restoring, now: at(11), job: unwatched })
    await backUpUnasked(await opened(into), () => at(12), unwatched)
    expect(readdirSync(stick)).toEqual(expect.arrayContaining(good))
  })

  it('a salvaged vault', async () => {
    const { vault, stick, good, into } = await livingVault()
    vault.close()
    const clock = { now: at(11), today: '2026-03-02' as const }
    await salvage({ folder: vault.folder, opener: testOpener, into }, clock, unwatched)
    const second = await opened(into)
    await backUpUnasked(second, () => at(12), unwatched)
    await backUpUnasked(second, () => at(15), unwatched)
    expect(readdirSync(stick)).toEqual(expect.arrayContaining(good))
    expect(readdirSync(stick)).toHaveLength(3)
  })
})

it('an automatic backup that a person renamed stays', async () => {
  const { vault, stick, good } = await livingVault()
  const renamed = 'relais-avant-audience.relais-backup'
  renameSync(join(stick, good[0] ?? ''), join(stick, renamed))
  await backUpUnasked(vault, () => at(15), unwatched)
  expect(readdirSync(stick)).toContain(renamed)
})
