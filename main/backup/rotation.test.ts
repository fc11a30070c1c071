import { chmodSync, copyFileSync, readdirSync, renameSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dayOf } from '../../shared/dates.ts'
import { newBackup, quarterPastTwo, sourceOf } from '../../tests/support/backup.ts'
import { giveUpPrivileges, newVault, testOpener } from '../../tests/support/vault.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { makeBackup } from './make-backup.ts'
import { type Dated, keepNewest, outlived, rotate } from './rotation.ts'

const minute = 60_000
const day = 24 * 60 * minute
const noon = new Date('2026-03-02T12:00:00').getTime()

/** As a folder sorts them: of two made at the same instant the later one is the newest, beyond the tenth too. */
const nameOf = (n: number): string => `relais-${String(n).padStart(3, '0')}`

/** Makes a backup at each of the times, with a rotation after each; `looked` sees what there is after every one. */
function live(times: readonly number[], looked: (kept: readonly Dated[], now: number) => void): void {
  let kept: Dated[] = []
  for (const [n, madeAt] of times.entries()) {
    kept = [...kept, { name: nameOf(n), madeAt }]
    const gone = new Set(outlived(kept, madeAt))
    kept = kept.filter((backup) => !gone.has(backup))
    looked(kept, madeAt)
  }
}

const namesOf = (backups: readonly Dated[]): string[] => backups.map(({ name }) => name)

/** Gaps between backups, from half an hour to three weeks. */
const gaps = fc.array(fc.integer({ min: 30, max: 60 * 24 * 21 }), { minLength: 1, maxLength: 60 })
const timesFrom = (minutes: readonly number[]): number[] => {
  let at = noon
  return minutes.map((gap) => {
    at += gap * minute
    return at
  })
}

describe('the rotation of automatic backups', () => {
  it('keeps the last of each of seven days and of four weeks before them, after a hundred days', () => {
    const times = Array.from(
      { length: 100 * 3 },
      (_, n) => noon + Math.floor(n / 3) * day + (n % 3) * 60 * minute,
    )
    live(times, (kept, now) => {
      if (now < noon + 40 * day) return
      expect(kept).toHaveLength(11)
      const ages = kept.map(({ madeAt }) => Math.round((now - madeAt) / day)).sort((a, b) => a - b)
      expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
      // Of the week that the seven days begin in, there may be one day left.
      expect(ages.at(-1)).toBeGreaterThanOrEqual(22)
      expect(ages.at(-1)).toBeLessThanOrEqual(28)
    })
  })

  it('never keeps more than eleven, nor two of a day, and always the one just made', () => {
    fc.assert(
      fc.property(gaps, (minutes) => {
        live(timesFrom(minutes), (kept, now) => {
          expect(kept.length).toBeLessThanOrEqual(11)
          expect(new Set(kept.map(({ madeAt }) => dayOf(madeAt))).size).toBe(kept.length)
          expect(kept.at(-1)?.madeAt).toBe(now)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('never removes anything while there are backups of no more than seven days', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 7 }), (days) => {
        const backups = days.map((n) => ({ name: `relais-${n}`, madeAt: noon - n * day }))
        expect(outlived(backups, noon)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('never removes the one just made, nor the latest there is, wherever the clock jumps', () => {
    const jumps = fc.array(fc.integer({ min: -60 * 24 * 400, max: 60 * 24 * 400 }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(jumps, (minutes) => {
        let [latest, made] = [0, -1]
        live(timesFrom(minutes), (kept, now) => {
          latest = Math.max(latest, now)
          made += 1
          expect(namesOf(kept)).toContain(nameOf(made))
          expect(kept.some(({ madeAt }) => madeAt === latest)).toBe(true)
        })
      }),
      { numRuns: 50 },
    )
  })

  it('removes nothing that was made before the clock was set back, until it is past that again', () => {
    const before = Array.from({ length: 11 }, (_, n) => noon + n * day)
    const after = Array.from({ length: 30 }, (_, n) => noon - 300 * day + n * day)
    let atTheJump: string[] = []
    live([...before, ...after], (kept, now) => {
      if (now === before.at(-1)) atTheJump = namesOf(kept)
      if (now < noon) expect(namesOf(kept)).toEqual(expect.arrayContaining(atTheJump))
    })
    expect(atTheJump.length).toBeGreaterThanOrEqual(7)
  })

  it('touches only the whole automatic backups of this vault', async () => {
    const mine = await newBackup('automatic')
    const { folder, vault } = mine
    const source = sourceOf(vault)
    const another = await unlockVault(await newVault('Autre membre'), testOpener)
    onTestFinished(() => another.close())
    const theirs = { folder, source: sourceOf(another), now: quarterPastTwo }
    const { name: foreign } = await makeBackup({ ...theirs, kind: 'automatic' })
    const again = (kind: 'manual' | 'automatic' | 'update', at: number) =>
      makeBackup({ folder, kind, source, now: quarterPastTwo + at * minute })
    const kept = [await again('manual', -2), await again('update', -1), await again('automatic', 3)]
    const copy = `Copie de ${mine.name}`
    copyFileSync(mine.path, join(folder, copy))
    copyFileSync(mine.path, join(folder, 'relais-cut.relais-backup'))
    truncateSync(join(folder, 'relais-cut.relais-backup'), mine.made.bytes - 1)
    const made = new Set(readdirSync(folder))
    await rotate(folder, vault.vaultId, quarterPastTwo + 3 * minute, () => made)
    expect(readdirSync(folder).sort()).toEqual(
      [foreign, copy, 'relais-cut.relais-backup', ...kept.map(({ name }) => name)].sort(),
    )
  })

  it('keeps the newest three made before updates, and later ones by a clock that was set back', async () => {
    const { folder, vault, name: manual } = await newBackup()
    const source = sourceOf(vault)
    const made: string[] = []
    for (const at of [0, 1, 2, 3, 4, 50]) {
      made.push(
        (await makeBackup({ folder, kind: 'update', source, now: quarterPastTwo + at * minute })).name,
      )
    }
    const renamed = 'relais-avant-la-mise-a-jour.relais-backup'
    renameSync(join(folder, made[0] ?? ''), join(folder, renamed))
    await keepNewest(folder, vault.vaultId, 'update', 3, quarterPastTwo + 10 * minute)
    expect(readdirSync(folder).sort()).toEqual([manual, renamed, ...made.slice(2)].sort())
  })

  // Windows knows no folder in which nothing may be removed.
  it.runIf(process.platform !== 'win32')(
    'leaves one that can’t be removed for the next time, and is no failure of the backup just made',
    async () => {
      const { folder, vault } = await newBackup('automatic')
      const source = sourceOf(vault)
      for (const at of [1, 2])
        await makeBackup({ folder, kind: 'automatic', source, now: quarterPastTwo + at * minute })
      const names = readdirSync(folder)
      for (const name of names) chmodSync(join(folder, name), 0o644)
      chmodSync(folder, 0o555)
      onTestFinished(() => chmodSync(folder, 0o700))
      giveUpPrivileges()
      const now = quarterPastTwo + day
      await rotate(folder, vault.vaultId, now, () => new Set(names))
      await keepNewest(folder, vault.vaultId, 'automatic', 1, now)
      expect(readdirSync(folder)).toEqual(names)
    },
  )
})
