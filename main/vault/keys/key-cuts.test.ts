import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../../../tests/support/vault.ts'
import vectors from '../../../tests/vectors/recovery-v1.json' with { type: 'json' }
import { type VaultFiles, vaultFiles } from '../folder/files.ts'
import { floorParameters } from './kdf.ts'
import { changeKeys, eraseKeys } from './key-change.ts'
import { newKeyFile, unwrapKey } from './key-file.ts'
import { type PassphraseSlot, type RecoverySlot, wrapForKit, wrapKey } from './key-slot.ts'
import { mendKeys, readKeys, unwrapWith, writeKeys } from './key-store.ts'

vi.mock('@node-rs/argon2', async () =>
  (await import('../../../tests/faults/support/argon2-once.ts')).argon2Once(),
)

/** A disk that fails at one of its steps: of its own accord there, or for good as in a power cut. */
const disk = vi.hoisted(() => {
  const state = { failAt: Number.POSITIVE_INFINITY, forGood: false, steps: 0 }
  return {
    state,
    step(): void {
      state.steps += 1
      if (state.steps === state.failAt || (state.forGood && state.steps > state.failAt)) {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      }
    },
  }
})

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const failing = (handle: FileHandle) =>
    new Proxy(handle, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown
        if (typeof value !== 'function') return value
        return async (...given: unknown[]) => {
          try {
            if (['writeFile', 'write', 'sync'].includes(String(name))) disk.step()
          } catch (error) {
            // Half of it got there.
            if (name === 'writeFile') await target.writeFile(String(given[0]).slice(0, 100))
            throw error
          }
          return value.apply(target, given) as unknown
        }
      },
    })
  return {
    ...real,
    open: async (path: string, flags: string, mode?: number) => {
      if (flags !== 'r') disk.step()
      return failing(await real.open(path, flags, mode))
    },
    rename: async (from: string, to: string) => {
      disk.step()
      await real.rename(from, to)
    },
    rm: async (path: string, options: object) => {
      disk.step()
      await real.rm(path, options)
    },
  }
})

const vaultId = randomUUID()
const key = new Uint8Array(32).fill(9)
const code = { by: 'code' as const, code: vectors.codes[3]?.code ?? '' }
let old: PassphraseSlot
let fresh: PassphraseSlot
let kit: RecoverySlot

beforeAll(async () => {
  old = await wrapKey(key, 'ancienne', vaultId, floorParameters())
  fresh = await wrapKey(key, 'nouvelle', vaultId, floorParameters())
  kit = wrapForKit(key, Buffer.from(vectors.kit.secret, 'hex'), vaultId, {
    kind: 'recovery',
    form: 'code',
    kitId: vectors.kit.kitId,
  })
})

async function prepared(harm: (files: VaultFiles) => void): Promise<VaultFiles> {
  const files = vaultFiles(temporaryFolder())
  await writeKeys(files, newKeyFile(vaultId, [old, kit]))
  harm(files)
  return files
}

/** Runs `change` failing at step 1, 2, 3… until it needs fewer steps; `look` sees what is left each time. */
async function atEachStep(
  failure: 'power cut' | 'refusal',
  harm: (files: VaultFiles) => void,
  change: (files: VaultFiles) => Promise<void>,
  look: (files: VaultFiles, said: boolean) => Promise<void>,
): Promise<number> {
  onTestFinished(() => void Object.assign(disk.state, { failAt: Number.POSITIVE_INFINITY }))
  for (let failAt = 1; ; failAt += 1) {
    const files = await prepared(harm)
    Object.assign(disk.state, { failAt, forGood: failure === 'power cut', steps: 0 })
    const said = await change(files).then(
      () => true,
      () => false,
    )
    const reached = disk.state.steps >= failAt
    Object.assign(disk.state, { failAt: Number.POSITIVE_INFINITY })
    await look(files, said)
    if (!reached) return failAt
  }
}

const opens = (files: VaultFiles, passphrase: string): Promise<boolean> =>
  readKeys(files).then(({ keyFile }) =>
    unwrapKey(keyFile, passphrase).then(
      () => true,
      () => false,
    ),
  )

const everythingIn = ({ keys }: VaultFiles): string =>
  readdirSync(join(keys, '..'))
    .map((name) => readFileSync(join(keys, '..', name), 'utf8'))
    .join()

const damage = (path: string): void =>
  writeFileSync(path, readFileSync(path, 'utf8').replace('"nonce"', '"nonse"'))

const unharmed = (): void => undefined
const pages = { demandInPlace: unharmed }
const toFresh = (files: VaultFiles): Promise<void> =>
  changeKeys(
    { folder: dirname(files.keys), vaultId, keys: { last: newKeyFile(vaultId, []) }, pages },
    (keyFile) => ({ ...keyFile, slots: [fresh] }),
  )

const harms: readonly [string, (files: VaultFiles) => void][] = [
  ['whole', unharmed],
  ['damaged in its first place', ({ keys }) => damage(keys)],
  ['gone from its second', ({ keysCopy }) => rmSync(keysCopy)],
]

describe.each(harms)('a key file that is %s', (_, harm) => {
  it('opens with the old passphrase or the new one after a power cut at any step of the change, and one unlock completes it', async () => {
    const outcomes = new Set<string>()
    const steps = await atEachStep('power cut', harm, toFresh, async (files, said) => {
      const [isOld, isNew] = [await opens(files, 'ancienne'), await opens(files, 'nouvelle')]
      expect([isOld, isNew].filter(Boolean)).toHaveLength(1)
      if (said) expect(isNew).toBe(true)
      outcomes.add(isNew ? 'new' : 'old')

      await mendKeys(files, await readKeys(files))
      expect(readFileSync(files.keysCopy, 'utf8')).toBe(readFileSync(files.keys, 'utf8'))
      expect(everythingIn(files)).not.toContain(isNew ? kit.wrapped : fresh.wrapped)
      expect(readdirSync(join(files.keys, '..')).filter((name) => name.endsWith('.part'))).toEqual([])
      if (isOld) expect(await unwrapWith((await readKeys(files)).keyFile, code)).toEqual(key)
    })
    expect(steps).toBeGreaterThan(10)
    expect([...outcomes].sort()).toEqual(['new', 'old'])
  })

  it('has changed when that was said, and not when it was refused, whichever step the disk refuses', async () => {
    await atEachStep('refusal', harm, toFresh, async (files, said) => {
      expect([await opens(files, 'ancienne'), await opens(files, 'nouvelle')]).toEqual([!said, said])
      if (!said) expect(everythingIn(files)).not.toContain(fresh.wrapped)
    })
  })
})

describe('a key file that is damaged in both places', () => {
  const harm = ({ keys, keysCopy }: VaultFiles): void => {
    damage(keys)
    damage(keysCopy)
  }

  it('opens with the kit or the new passphrase after a power cut at any step of the recovery', async () => {
    await atEachStep('power cut', harm, toFresh, async (files, said) => {
      const { keyFile } = await readKeys(files)
      const byKit = await unwrapWith(keyFile, code).then(
        () => true,
        () => false,
      )
      const byNew = await opens(files, 'nouvelle')
      expect([byKit, byNew].filter(Boolean)).toHaveLength(1)
      if (said) expect(byNew).toBe(true)
    })
  })
})

describe('a key file whose slots are being erased', () => {
  it('opens or is erased after a power cut at any step, and erasing it again leaves no slot behind', async () => {
    const erase = async (files: VaultFiles): Promise<void> => {
      const { keyFile } = await readKeys(files)
      await eraseKeys(files, keyFile)
    }
    await atEachStep('power cut', unharmed, erase, async (files, said) => {
      const { keyFile } = await readKeys(files)
      if (said) expect(keyFile.slots).toEqual([])
      if (keyFile.slots.length > 0) expect(await unwrapKey(keyFile, 'ancienne')).toEqual(key)
      else for (const gone of [old.wrapped, kit.wrapped]) expect(everythingIn(files)).not.toContain(gone)
      await erase(files)
      for (const gone of [old.wrapped, kit.wrapped]) expect(everythingIn(files)).not.toContain(gone)
    })
  })
})

describe('mending', () => {
  it('cut at any step leaves a key file that opens, and never writes over the damaged original', async () => {
    let harmed = ''
    const harm = ({ keys }: VaultFiles): void => {
      damage(keys)
      harmed = readFileSync(keys, 'utf8')
    }
    const mend = async (files: VaultFiles): Promise<void> => mendKeys(files, await readKeys(files))
    await atEachStep('power cut', harm, mend, async (files) => {
      expect(await opens(files, 'ancienne')).toBe(true)
      expect(everythingIn(files)).toContain(harmed)
      await mend(files)
      expect(everythingIn(files)).toContain(harmed)
      expect(readFileSync(files.keys, 'utf8')).toBe(readFileSync(files.keysCopy, 'utf8'))
    })
  })

  it('is not in the way of whoever opens the vault on a full disk', async () => {
    const files = await prepared(({ keys }) => damage(keys))
    onTestFinished(() => void Object.assign(disk.state, { failAt: Number.POSITIVE_INFINITY, forGood: false }))
    Object.assign(disk.state, { failAt: 1, forGood: true, steps: 0 })
    await expect(mendKeys(files, await readKeys(files))).resolves.toBeUndefined()
  })
})
