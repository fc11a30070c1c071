import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { hasStrace } from '../support/machine.ts'
import { newVault, temporaryFolder, testOpener, testPassphrase } from '../support/vault.ts'
import { afterEveryCut, lookInside } from './support/after-cuts.ts'
import { Disk, type Step } from './support/disk.ts'
import { type Recording, record } from './support/recording.ts'
import { ids, saveOf, wholeSaves } from './support/saves.ts'
import { statesAfterCuts } from './support/states.ts'

vi.mock('@node-rs/argon2', async () => (await import('./support/argon2-once.ts')).argon2Once())

/** Every content that a file may have after a cut; null: no such file. */
function contents(steps: readonly Step[], content = 'old'): (string | null)[] {
  const before = temporaryFolder()
  writeFileSync(join(before, 'file'), content)
  const found = [...statesAfterCuts(before, steps)].map(
    ({ remains }) => remains.get('file')?.toString() ?? null,
  )
  return [...new Set(found)].sort()
}
const open = (handle: number, path: string, truncate = false): Step => ({
  kind: 'open',
  handle,
  path,
  truncate,
})
const write = (handle: number, text: string): Step => ({
  kind: 'write',
  handle,
  at: 0,
  bytes: Buffer.from(text),
})
const sync = (handle: number): Step => ({ kind: 'sync', handle })
const folder = open(9, '')

describe('these tests would catch a file that is', () => {
  it('written over in place', () => {
    expect(contents([open(1, 'file', true), write(1, 'new!'), sync(1)])).toEqual(
      expect.arrayContaining(['', 'new!', 'old']),
    )
  })

  it('put in place before its content is on the disk', () => {
    const steps = [open(1, 'part'), write(1, 'new!'), { kind: 'rename', from: 'part', to: 'file' }] as const
    expect(contents([...steps, folder, sync(9)])).toContain('')
  })

  it('said to be saved before its name is on the disk', () => {
    const steps: Step[] = [
      open(1, 'part'),
      write(1, 'new!'),
      sync(1),
      { kind: 'rename', from: 'part', to: 'file' },
    ]
    const said: Step = { kind: 'said', id: 1, ok: true }
    const afterSaid = (all: Step[]) => {
      const before = temporaryFolder()
      writeFileSync(join(before, 'file'), 'old')
      const states = [...statesAfterCuts(before, all)].filter((state) => state.said.has(1))
      return [...new Set(states.map(({ remains }) => remains.get('file')?.toString()))].sort()
    }
    expect(afterSaid([...steps, said])).toEqual(['new!', 'old'])
    expect(afterSaid([...steps, folder, sync(9), said])).toEqual(['new!'])
  })

  it('removed before the new one has its name', () => {
    const steps: Step[] = [
      open(1, 'part'),
      write(1, 'new!'),
      sync(1),
      { kind: 'remove', path: 'file' },
      { kind: 'rename', from: 'part', to: 'file' },
    ]
    expect(contents(steps)).toContain(null)
  })
})

it('the way Relais writes a file leaves the old one or the new one', () => {
  const steps: Step[] = [
    open(1, 'part'),
    write(1, 'new!'),
    sync(1),
    { kind: 'rename', from: 'part', to: 'file' },
    folder,
    sync(9),
  ]
  expect(contents(steps)).toEqual(['new!', 'old'])
})

describe.runIf(hasStrace)('a recording of a real vault process', () => {
  const recorded = async (): Promise<{ recording: Recording; root: string; cases: string[] }> => {
    const root = await newVault()
    const cases = ids(2)
    const recording = await record(root, async (ask) => {
      await ask('vault.unlock', { folder: root, passphrase: testPassphrase })
      for (const id of cases) await ask(...saveOf(id))
    })
    return { recording, root, cases }
  }

  it('played to its end gives the very files that the process left', async () => {
    const { recording, root } = await recorded()
    const disk = Disk.of(recording.before)
    for (const step of recording.steps) disk.apply(step)
    const remains = disk.remains({ content: 'nothing', names: 'nothing' })
    expect(remains.size).toBeGreaterThanOrEqual(3)
    for (const [path, bytes] of remains)
      if (bytes) expect(bytes.equals(readFileSync(join(root, path))), path).toBe(true)
  })

  it('without its syncs loses what was said to be saved, and the test sees it', async () => {
    const { recording, cases } = await recorded()
    const careless = { ...recording, steps: recording.steps.filter(({ kind }) => kind !== 'sync') }
    const checking = afterEveryCut(careless, async (after, said) => {
      await lookInside(after, testOpener, ({ reader }) => {
        const found = wholeSaves(reader)
        for (const [index, id] of cases.entries()) if (said.has(index + 2)) expect(found).toContain(id)
      })
    })
    await expect(checking).rejects.toThrow(/^cut .* step \d+/)
  })
})

it('a recording in which nothing was changed is no proof of anything', async () => {
  const before = temporaryFolder()
  const nothing = { before, steps: [{ kind: 'said', id: 1, ok: true }] as const }
  await expect(afterEveryCut(nothing, async () => undefined)).rejects.toThrow('of 0 changes')
})
