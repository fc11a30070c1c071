import { createHash, randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { goldenRows, goldenVaults, rowsOf } from '../../build/golden-vault.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { inspectFolder } from '../../main/vault/folder/inspect-folder.ts'
import type { OpenVault } from '../../main/vault/open-vault.ts'
import { eventually } from '../support/eventually.ts'
import { hasStrace } from '../support/machine.ts'
import { newVault, stateOfFolder, temporaryFolder, testOpener, testPassphrase } from '../support/vault.ts'
import { afterEveryCut, lookInside } from './support/after-cuts.ts'
import { record } from './support/recording.ts'
import { ids, saveOf, wholeSaves } from './support/saves.ts'
import { inProcess, type Script } from './support/spawn-vault.ts'

vi.mock('@node-rs/argon2', async () => (await import('./support/argon2-once.ts')).argon2Once())

// Minutes of work on a machine that does other things too.
vi.setConfig({ testTimeout: 600_000 })

const fastTimers = new URL('support/fast-timers.ts', import.meta.url).href
const golden = join(goldenVaults, '0001')
const jobId = randomUUID()

/** A folder with a vault of a few cases in `vault`, closed, and what it may hold. */
async function vaultWithCases(): Promise<{ root: string; folder: string; cases: string[] }> {
  const root = temporaryFolder()
  const folder = join(root, 'vault')
  cpSync(await newVault(), folder, { recursive: true })
  const cases = ids(2)
  const { ask, close } = inProcess()
  await ask('vault.unlock', { folder, passphrase: testPassphrase })
  for (const id of cases) await ask(...saveOf(id))
  close()
  return { root, folder, cases }
}

/** Restores every backup of a folder once, and holds it against what was saved. Parts of one have no name that is listed. */
function restoreAll(cases: readonly string[]) {
  const known = new Set<string>()
  return async (folder: string): Promise<number> => {
    const { ask, close } = inProcess()
    const { backups } = await ask('backup.list', { folder })
    for (const { name, problem } of backups) {
      expect(problem).toBe(null)
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')
      if (known.has(hash)) continue
      known.add(hash)
      const into = join(temporaryFolder(), 'restored')
      await ask('backup.restore', { jobId, folder, name, opener: testOpener, into })
      await lookInside(into, testOpener, ({ reader }) =>
        expect(wholeSaves(reader).sort()).toEqual([...cases].sort()),
      )
    }
    close()
    return backups.length
  }
}

/** A folder but for the count of guesses, which is begun before each and put away after the right one. */
const keptIn = (folder: string): string[] =>
  stateOfFolder(folder).filter(
    (line) => !/^(?:\/backups)?\/(?:relais\.attempts|\.[0-9a-f]{16}\.part) /.test(line),
  )

/** Every case that is there with all of its words, the vault's person, and what her journal tells. */
const whatIsIn = ({ reader, me }: OpenVault) => ({
  cases: wholeSaves(reader).sort(),
  me,
  journal: reader
    .all<{ action: string }>('SELECT action FROM journal ORDER BY seq')
    .map(({ action }) => action),
})

/** What a rescue that nothing interrupts brings out of a damaged vault. */
async function rescuedFrom(folder: string): Promise<ReturnType<typeof whatIsIn>> {
  const into = join(temporaryFolder(), 'rescued')
  const { ask, close } = inProcess()
  await ask('damage.salvage', { jobId, folder, opener: testOpener, into })
  close()
  return lookInside(into, testOpener, whatIsIn)
}

const expectCases = (folder: string, cases: readonly string[]): Promise<void> =>
  lookInside(folder, testOpener, ({ reader }) => expect(wholeSaves(reader).sort()).toEqual([...cases].sort()))

describe.runIf(hasStrace)('after a power cut at any write', () => {
  it('of a backup, the vault has everything, and a backup with a name is a whole one', async () => {
    const { root, folder, cases } = await vaultWithCases()
    const stick = join(root, 'stick')
    mkdirSync(stick)
    const recording = await record(root, async (ask) => {
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
      await ask('backup.settings', { folder: stick, automatic: false })
      await ask('backup.now', { jobId })
    })
    const restore = restoreAll(cases)
    const found = new Set<number>()
    await afterEveryCut(recording, async (after, said) => {
      await expectCases(join(after, 'vault'), cases)
      const count = await restore(join(after, 'stick'))
      found.add(count)
      if (said.has(3)) expect(count).toBe(1)
    })
    expect([...found].sort()).toEqual([0, 1])
  })

  it('of a backup that nobody asked for, the same', async () => {
    const { root, folder, cases } = await vaultWithCases()
    const recording = await record(
      root,
      async (ask) => {
        await ask('vault.unlock', { folder, passphrase: testPassphrase })
        await eventually(async () => (await ask('backup.state', {})).last).not.toBe(null)
      },
      [fastTimers],
    )
    const restore = restoreAll(cases)
    const found = new Set<number>()
    await afterEveryCut(recording, async (after) => {
      await expectCases(join(after, 'vault'), cases)
      found.add(await restore(vaultFiles(join(after, 'vault')).backups).catch(() => 0))
    })
    expect([...found].sort()).toEqual([0, 1])
  })

  it('of a restore, there is a whole vault or none, and the backup is as it was', async () => {
    const { root, folder, cases } = await vaultWithCases()
    const backups = vaultFiles(folder).backups
    const { ask, close } = inProcess()
    await ask('vault.unlock', { folder, passphrase: testPassphrase })
    const { name } = await ask('backup.now', { jobId })
    close()
    const recording = await record(root, async (asked) => {
      const into = join(root, 'restored')
      await asked('backup.restore', { jobId, folder: backups, name, opener: testOpener, into })
    })
    const before = keptIn(folder)
    const found = new Set<string>()
    await afterEveryCut(recording, async (after, said) => {
      expect(keptIn(join(after, 'vault'))).toEqual(before)
      const into = join(after, 'restored')
      const holds = await inspectFolder(into)
      found.add(holds)
      if (said.has(1) || holds !== 'nothing') await expectCases(into, cases)
    })
    expect([...found].sort()).toEqual(['nothing', 'vault'])
  })

  it('of a rescue, there is a whole vault or none, and the damaged one is as it was', async () => {
    const { root, folder, cases } = await vaultWithCases()
    const { database } = vaultFiles(folder)
    const bytes = readFileSync(database)
    // The last page that holds anything.
    bytes.fill(0, bytes.length - 4096)
    writeFileSync(database, bytes)
    const before = keptIn(folder)
    const rescued = await rescuedFrom(folder)
    const recording = await record(root, async (ask) => {
      const into = join(root, 'rescued')
      await ask('damage.salvage', { jobId, folder, opener: testOpener, into })
    })
    const found = new Set<string>()
    await afterEveryCut(recording, async (after, said) => {
      expect(keptIn(join(after, 'vault'))).toEqual(before)
      const into = join(after, 'rescued')
      const holds = await inspectFolder(into)
      found.add(holds)
      if (!said.has(1) && holds === 'nothing') return
      expect(await lookInside(into, testOpener, whatIsIn)).toEqual(rescued)
    })
    expect([...found].sort()).toEqual(['nothing', 'vault'])
    expect(rescued.cases.length).toBeGreaterThan(0)
    expect(cases).toEqual(expect.arrayContaining(rescued.cases))
  })

  it('of an update from the first schema, the vault opens with every row, before or after', async () => {
    const root = temporaryFolder()
    const folder = join(root, 'vault')
    mkdirSync(folder)
    for (const name of readdirSync(golden).filter((entry) => entry.startsWith('relais.')))
      cpSync(join(golden, name), join(folder, name))
    const script: Script = async (ask) => {
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
    }
    const recording = await record(root, script)
    await afterEveryCut(recording, async (after) => {
      const updated = join(after, 'vault')
      await lookInside(updated, testOpener, () => undefined)
      const found = await rowsOf(updated)
      for (const [table, rows] of Object.entries(goldenRows('0001'))) {
        const columns = Object.keys(rows[0] ?? {})
        const now = (found[table] ?? []).map((row) => JSON.stringify(columns.map((name) => row[name])))
        expect(now.sort(), table).toEqual(rows.map((row) => JSON.stringify(Object.values(row))).sort())
      }
    })
  })
})
