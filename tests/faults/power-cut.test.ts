import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { inspectFolder } from '../../main/vault/folder/inspect-folder.ts'
import { hasStrace } from '../support/machine.ts'
import { newVault, temporaryFolder, testIdentity, testOpener, testPassphrase } from '../support/vault.ts'
import { afterEveryCut, lookInside } from './support/after-cuts.ts'
import { record } from './support/recording.ts'
import { ids, saveOf, wholeSaves } from './support/saves.ts'

vi.mock('@node-rs/argon2', async () => (await import('./support/argon2-once.ts')).argon2Once())

// Minutes of work on a machine that does other things too.
vi.setConfig({ testTimeout: 600_000 })

describe.runIf(hasStrace)('after a power cut at any write', () => {
  it('of a vault being created, there is a whole vault or none, and a whole one once it was said', async () => {
    const root = temporaryFolder()
    const recording = await record(root, async (ask) => {
      await ask('vault.create', {
        folder: join(root, 'vault'),
        passphrase: testPassphrase,
        identity: testIdentity,
      })
    })
    const states = await afterEveryCut(recording, async (after, said) => {
      const folder = join(after, 'vault')
      if (!said.has(1) && (await inspectFolder(folder)) === 'nothing') return
      await lookInside(folder, testOpener, ({ me }) => expect(me.name).toBe(testIdentity.name))
    })
    expect(states).toBeGreaterThan(recording.steps.length)
  })

  it('of saves and of the lock, what was said to be saved is there, and each save is there whole or not at all', async () => {
    const folder = await newVault()
    const cases = ids(2)
    const recording = await record(folder, async (ask) => {
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
      for (const id of cases) await ask(...saveOf(id))
      await ask('drafts.put', { key: { caseId: cases[0] ?? '', form: 'summary' }, body: 'Un brouillon' })
    })
    const states = await afterEveryCut(recording, async (after, said) => {
      await lookInside(after, testOpener, ({ reader }) => {
        const found = wholeSaves(reader)
        for (const [index, id] of cases.entries()) {
          if (said.has(index + 2)) expect(found).toContain(id)
        }
        expect(cases).toEqual(expect.arrayContaining(found))
        if (said.has(4)) expect(reader.get('SELECT body FROM drafts')).toEqual({ body: 'Un brouillon' })
      })
    })
    expect(states).toBeGreaterThan(recording.steps.length)
  })
})
