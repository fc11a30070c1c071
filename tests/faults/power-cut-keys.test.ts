import { describe, expect, it, vi } from 'vitest'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { readKeys } from '../../main/vault/keys/key-store.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { hasStrace } from '../support/machine.ts'
import { newVault, testOpener, testPassphrase } from '../support/vault.ts'
import { afterEveryCut, whichOpen } from './support/after-cuts.ts'
import { cutAtEveryStep } from './support/cut-for-real.ts'
import { record } from './support/recording.ts'
import type { Ask, Script } from './support/spawn-vault.ts'

vi.mock('@node-rs/argon2', async () => (await import('./support/argon2-once.ts')).argon2Once())

// Minutes of work on a machine that does other things too.
vi.setConfig({ testTimeout: 600_000 })

const nextPassphrase = 'lanterne oblique quarante rivières calmes'
const next: Opener = { by: 'passphrase', passphrase: nextPassphrase }

/** A kit made and entered back, as a code. */
async function makeKit(ask: Ask): Promise<Opener> {
  const kit = await ask('recovery.begin', { form: 'code', locale: 'fr' })
  if (kit.form !== 'code') throw new Error('another form was asked for')
  const opener = { by: 'code', code: kit.code } as const
  await ask('recovery.confirm', { kit: opener, current: testPassphrase })
  return opener
}

describe.runIf(hasStrace)('after a power cut at any write', () => {
  it('of a change of passphrase, the old one opens or the new one, and the new one alone once it was said', async () => {
    const folder = await newVault()
    const recording = await record(folder, async (ask) => {
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
      await ask('vault.changePassphrase', { current: testPassphrase, next: nextPassphrase })
    })
    const outcomes = new Set<string>()
    await afterEveryCut(recording, async (after, said) => {
      const opened = await whichOpen(after, [testOpener, next])
      outcomes.add(opened.join())
      if (said.has(2)) expect(opened).toEqual([false, true])
      else expect(opened.filter(Boolean)).toHaveLength(1)
    })
    expect([...outcomes].sort()).toEqual(['false,true', 'true,false'])
  })

  it('of a new recovery kit, the passphrase opens and so does the kit before or the new one', async () => {
    const folder = await newVault()
    let before: Opener = testOpener
    await record(folder, async (ask) => {
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
      before = await makeKit(ask)
    })
    let made: Opener = testOpener
    const recording = await record(folder, async (ask) => {
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
      made = await makeKit(ask)
    })
    const outcomes = new Set<string>()
    await afterEveryCut(recording, async (after, said) => {
      const opened = await whichOpen(after, [testOpener, before, made])
      outcomes.add(opened.join())
      expect(opened[0]).toBe(true)
      if (said.has(3)) expect(opened).toEqual([true, false, true])
      else expect(opened.filter(Boolean)).toHaveLength(2)
    })
    expect([...outcomes].sort()).toEqual(['true,false,true', 'true,true,false'])
  })

  it('of a recovery, the old passphrase and the kit open, or the new passphrase alone', async () => {
    const folder = await newVault()
    let kit: Opener = testOpener
    await record(folder, async (ask) => {
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
      kit = await makeKit(ask)
    })
    const recording = await record(folder, async (ask) => {
      if (kit.by === 'passphrase') throw new Error('no kit')
      await ask('recovery.recover', { folder, kit, passphrase: nextPassphrase })
    })
    const outcomes = new Set<string>()
    await afterEveryCut(recording, async (after, said) => {
      const opened = await whichOpen(after, [testOpener, kit, next])
      outcomes.add(opened.join())
      if (said.has(1)) expect(opened).toEqual([false, false, true])
    })
    expect([...outcomes].sort()).toEqual(['false,false,true', 'true,true,false'])
  })

  it('of a change of how often one may try, the vault opens and the old number stands or the new one', async () => {
    const folder = await newVault()
    const recording = await record(folder, async (ask) => {
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
      await ask('vault.setProtection', { eraseAfter: 7, current: testPassphrase })
    })
    await afterEveryCut(recording, async (after, said) => {
      expect(await whichOpen(after, [testOpener])).toEqual([true])
      const { eraseAfter } = (await readKeys(vaultFiles(after))).keyFile
      expect(said.has(2) ? [7] : [null, 7]).toContain(eraseAfter)
    })
  })

  it('of a wrong passphrase being counted, the right one opens', async () => {
    const folder = await newVault()
    const recording = await record(folder, async (ask) => {
      await ask('vault.unlock', { folder, passphrase: nextPassphrase }).catch(() => undefined)
      await ask('vault.unlock', { folder, passphrase: testPassphrase })
    })
    await afterEveryCut(recording, async (after) => {
      expect(await whichOpen(after, [testOpener, next])).toEqual([true, false])
    })
  })
})

it('a vault process killed at every step of changing the passphrase leaves the old one or the new one', async () => {
  const folder = await newVault()
  const script =
    (root: string): Script =>
    async (ask) => {
      await ask('vault.unlock', { folder: root, passphrase: testPassphrase })
      await ask('vault.changePassphrase', { current: testPassphrase, next: nextPassphrase })
    }
  const cuts = await cutAtEveryStep(folder, script, async ({ root, said }) => {
    const opened = await whichOpen(root, [testOpener, next])
    if (said.has(2)) expect(opened).toEqual([false, true])
    else expect(opened.filter(Boolean)).toHaveLength(1)
  })
  expect(cuts).toBeGreaterThan(10)
})
