import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { giveUpPrivileges, stateOfFolder, temporaryFolder } from '../../../tests/support/vault.ts'
import vectors from '../../../tests/vectors/recovery-v1.json' with { type: 'json' }
import { type VaultFiles, vaultFiles } from '../folder/files.ts'
import { floorParameters } from './kdf.ts'
import { changeKeys, eraseKeys, type HeldKeys, keepKeys } from './key-change.ts'
import { encodeKeyFile, type KeyFile, newKeyFile, unwrapKey } from './key-file.ts'
import { type PassphraseSlot, type RecoverySlot, wrapForKit, wrapKey } from './key-slot.ts'
import { mendKeys, readKeys, unwrapWith, writeKeys } from './key-store.ts'

const vaultId = randomUUID()
const key = new Uint8Array(32).fill(7)
let old: PassphraseSlot
let fresh: PassphraseSlot
let kit: RecoverySlot
const opener = { by: 'code' as const, code: vectors.codes[3]?.code ?? '' }

beforeAll(async () => {
  old = await wrapKey(key, 'ancienne', vaultId, floorParameters())
  fresh = await wrapKey(key, 'nouvelle', vaultId, floorParameters())
  const secret = Buffer.from(vectors.kit.secret, 'hex')
  kit = wrapForKit(key, secret, vaultId, { kind: 'recovery', form: 'code', kitId: vectors.kit.kitId })
})

async function keysIn(folder = temporaryFolder(), slots = [old, kit]): Promise<VaultFiles> {
  const files = vaultFiles(folder)
  await writeKeys(files, newKeyFile(vaultId, slots))
  return files
}

/** As an open vault holds it that knows nothing yet of what lies in its folder. */
const held = (files: VaultFiles): HeldKeys => ({
  folder: dirname(files.keys),
  vaultId,
  keys: { last: newKeyFile(vaultId, []) },
  pages: { demandInPlace: () => undefined },
})
const namesIn = (files: VaultFiles): string[] => readdirSync(join(files.keys, '..')).sort()
const read = (path: string): string => readFileSync(path, 'utf8')
const damage = (path: string): void =>
  writeFileSync(path, read(path).replace('"wrapped": "', '"wrapped": "0'))
const everythingIn = (files: VaultFiles): string =>
  namesIn(files)
    .map((name) => read(join(files.keys, '..', name)))
    .join()

describe('the key file', () => {
  it('lies in two places alike, and its kit in a third', async () => {
    const files = await keysIn()
    expect(namesIn(files)).toEqual(['relais.keys', 'relais.keys.previous', 'relais.recovery'])
    expect(read(files.keysCopy)).toBe(read(files.keys))
    expect(read(files.recoveryKeys)).toContain(kit.wrapped)
    expect(read(files.recoveryKeys)).not.toContain(old.wrapped)
    expect(await readKeys(files)).toMatchObject({ from: 'keys' })
  })

  it.each([
    ['hit', damage],
    ['emptied', (path: string) => writeFileSync(path, '')],
    ['gone', (path: string) => rmSync(path)],
    ['zeros, as a power cut leaves them', (path: string) => writeFileSync(path, '\0'.repeat(700))],
    ['a folder', (path: string) => [rmSync(path), mkdirSync(path)]],
    ['of a longer file', (path: string) => writeFileSync(path, `${read(path)}x`)],
  ])('that was %s is read from its copy, and mended', async (_, harm) => {
    const files = await keysIn()
    const before = read(files.keys)
    harm(files.keys)
    const found = await readKeys(files)
    expect(found.from).toBe('copy')
    await mendKeys(files, found)
    expect(read(files.keys)).toBe(before)
    expect(await readKeys(files)).toMatchObject({ from: 'keys' })
  })

  it('that was damaged is put aside byte for byte, not written over, until the slots next change', async () => {
    const files = await keysIn()
    damage(files.keys)
    const harmed = read(files.keys)
    await mendKeys(files, await readKeys(files))
    const aside = namesIn(files).filter((name) => /^relais\.keys\.damaged-0-[0-9a-f]{8}$/.test(name))
    expect(aside).toHaveLength(1)
    expect(read(join(files.keys, '..', aside[0] ?? ''))).toBe(harmed)

    await changeKeys(held(files), (keyFile) => ({ ...keyFile, slots: [fresh] }))
    expect(namesIn(files)).toEqual(['relais.keys', 'relais.keys.previous'])
  })

  it('has its copy and the file of its kit mended too', async () => {
    const files = await keysIn()
    const before = [read(files.keysCopy), read(files.recoveryKeys)]
    damage(files.keysCopy)
    rmSync(files.recoveryKeys)
    const found = await readKeys(files)
    expect(found.from).toBe('keys')
    await mendKeys(files, found)
    expect([read(files.keysCopy), read(files.recoveryKeys)]).toEqual(before)
  })

  it('that is whole everywhere is not touched by mending', async () => {
    const files = await keysIn()
    const before = stateOfFolder(join(files.keys, '..'))
    await mendKeys(files, await readKeys(files))
    expect(stateOfFolder(join(files.keys, '..'))).toEqual(before)
  })

  it('damaged in both places still opens with the kit, and says “damaged” to a passphrase', async () => {
    const files = await keysIn()
    damage(files.keys)
    rmSync(files.keysCopy)
    const before = stateOfFolder(join(files.keys, '..'))
    const found = await readKeys(files)
    expect(found.from).toBe('recovery')
    expect(await unwrapWith(found.keyFile, opener)).toEqual(key)
    await expect(unwrapKey(found.keyFile, 'ancienne')).rejects.toThrow('vault.key_file_damaged')
    await mendKeys(files, found)
    expect(stateOfFolder(join(files.keys, '..'))).toEqual(before)
  })

  it.each([
    ['all gone', (files: VaultFiles) => rmSync(files.keysCopy), rmSync, 'vault.key_file_missing'],
    [
      'one damaged, one gone',
      (files: VaultFiles) => rmSync(files.keysCopy),
      damage,
      'vault.key_file_damaged',
    ],
    ['both damaged', (files: VaultFiles) => damage(files.keysCopy), damage, 'vault.key_file_damaged'],
    [
      'both some other program’s',
      (files: VaultFiles) => writeFileSync(files.keysCopy, '{}'),
      (path: string) => writeFileSync(path, '{}'),
      'vault.not_a_vault',
    ],
  ])('that is whole nowhere is told for what it is: %s', async (_, harmCopy, harm, refusal) => {
    const files = await keysIn(temporaryFolder(), [old])
    harmCopy(files)
    harm(files.keys)
    await expect(readKeys(files)).rejects.toThrow(refusal)
  })

  it('that the system does not let be read is not called damaged', async () => {
    const files = await keysIn()
    rmSync(files.keys)
    writeFileSync(files.keys, 'x', { mode: 0o000 })
    giveUpPrivileges()
    await expect(readKeys(files)).rejects.toThrow('vault.folder_unwritable')
  })
})

describe('an attack on the key file', () => {
  it('downgrade: one of a newer version beside one of ours is not undone by mending', async () => {
    const files = await keysIn()
    const ours = { ...newKeyFile(vaultId, [old]), version: 3 } as unknown as KeyFile
    writeFileSync(files.keys, encodeKeyFile(ours))
    await expect(readKeys(files)).rejects.toThrow('vault.newer_version')
  })

  it.each(['keys', 'keysCopy'] as const)(
    'replay: an older copy put back as %s brings no dead passphrase back, and is replaced',
    async (place) => {
      const files = await keysIn()
      const older = read(files.keys)
      await changeKeys(held(files), (keyFile) => ({ ...keyFile, slots: [fresh] }))
      const newer = read(files.keys)
      writeFileSync(files[place], older)
      const found = await readKeys(files)
      await expect(unwrapKey(found.keyFile, 'ancienne')).rejects.toThrow('vault.wrong_passphrase')
      expect(await unwrapKey(found.keyFile, 'nouvelle')).toEqual(key)
      await mendKeys(files, found)
      expect(read(files[place])).toBe(newer)
    },
  )

  it('replay: the file of a dead kit put back beside a whole key file opens nothing, and is taken away', async () => {
    const files = await keysIn()
    const dead = read(files.recoveryKeys)
    await changeKeys(held(files), (keyFile) => ({ ...keyFile, slots: [fresh] }))
    writeFileSync(files.recoveryKeys, dead)
    const found = await readKeys(files)
    await expect(unwrapWith(found.keyFile, opener)).rejects.toThrow('recovery.no_kit')
    await mendKeys(files, found)
    expect(existsSync(files.recoveryKeys)).toBe(false)
  })

  it.each(['keys', 'keysCopy', 'recoveryKeys'] as const)(
    'swap: another vault’s key file as %s, however high its revision, is told as that and changes nothing',
    async (place) => {
      const files = await keysIn()
      const other = { ...newKeyFile(randomUUID(), [old]), revision: 900 }
      writeFileSync(files[place], encodeKeyFile(other))
      const before = stateOfFolder(dirname(files.keys))
      await expect(readKeys(files)).rejects.toThrow('vault.mismatch')
      await expect(keepKeys(held(files))).rejects.toThrow('vault.mismatch')
      await expect(changeKeys(held(files), (keyFile) => keyFile)).rejects.toThrow('vault.mismatch')
      expect(stateOfFolder(dirname(files.keys))).toEqual(before)
    },
  )

  it.each(['keysCopy', 'recoveryKeys'] as const)(
    'swap: erasing with another vault’s key file in first place leaves our own %s whole',
    async (place) => {
      const files = await keysIn()
      const ours = read(files[place])
      const other = newKeyFile(randomUUID(), [fresh])
      writeFileSync(files.keys, encodeKeyFile(other))
      await eraseKeys(files, other)
      expect(everythingIn(files)).toContain(JSON.parse(ours).slots[0].wrapped)
    },
  )

  it.each(['keys', 'keysCopy', 'recoveryKeys'] as const)(
    'link: erasing never writes through a link in the place of %s',
    async (place) => {
      const files = await keysIn()
      const elsewhere = join(temporaryFolder(), 'document')
      // Even what looks like ours: it lies where we never put anything.
      writeFileSync(elsewhere, read(files[place]))
      const before = read(elsewhere)
      rmSync(files[place])
      symlinkSync(elsewhere, files[place])
      await eraseKeys(files, newKeyFile(vaultId, [old, kit]))
      expect(read(elsewhere)).toBe(before)
    },
  )

  it('swap: a change is refused once the key file is another vault’s', async () => {
    const files = await keysIn()
    await expect(changeKeys({ ...held(files), vaultId: randomUUID() }, (keyFile) => keyFile)).rejects.toThrow(
      'vault.mismatch',
    )
  })

  it('a revision as high as a number goes is not made into one that can’t be read', async () => {
    const files = await keysIn()
    await writeKeys(files, { ...newKeyFile(vaultId, [old]), revision: Number.MAX_SAFE_INTEGER })
    await changeKeys(held(files), (keyFile) => ({ ...keyFile, slots: [fresh] }))
    expect(await unwrapKey((await readKeys(files)).keyFile, 'nouvelle')).toEqual(key)
  })
})

describe('a change of the slots', () => {
  it('leaves a dead slot in no file of the folder, nor in what an interrupted change left there', async () => {
    const files = await keysIn()
    damage(files.keys)
    await mendKeys(files, await readKeys(files))
    copyFileSync(files.keys, join(files.keys, '..', '.relais-keys-0123456789abcdef.part'))
    expect(everythingIn(files)).toContain(old.wrapped)
    await changeKeys(held(files), (keyFile) => ({ ...keyFile, slots: [fresh] }))
    for (const dead of [old.wrapped, kit.wrapped]) expect(everythingIn(files)).not.toContain(dead)
  })

  it('asked for twice at once keeps both', async () => {
    const files = await keysIn(temporaryFolder(), [old])
    await Promise.all([
      changeKeys(held(files), (keyFile) => ({ ...keyFile, slots: [...keyFile.slots, kit] })),
      changeKeys(held(files), (keyFile) => ({ ...keyFile, eraseAfter: 10 })),
    ])
    const { keyFile } = await readKeys(files)
    expect(keyFile).toMatchObject({ revision: 2, eraseAfter: 10, slots: [old, kit] })
  })

  it('makes a key file of the first version into one of the second, and only then', async () => {
    const folder = temporaryFolder()
    const files = vaultFiles(folder)
    const first = encodeKeyFile({ format: 'relais-keys', version: 1, vaultId, slots: [old] })
    for (const path of [files.keys, files.keysCopy]) writeFileSync(path, first)
    const found = await readKeys(files)
    await mendKeys(files, found)
    expect(read(files.keys)).toBe(first)
    await changeKeys(held(files), (keyFile) => ({ ...keyFile, eraseAfter: 5 }))
    expect(read(files.keys)).toContain('"version": 2')
    expect(await unwrapKey((await readKeys(files)).keyFile, 'ancienne')).toEqual(key)
  })

  it('that erases leaves a slot in no file of the folder, and a word of what happened', async () => {
    const files = await keysIn()
    await eraseKeys(files, (await readKeys(files)).keyFile)
    for (const gone of [old.wrapped, kit.wrapped]) expect(everythingIn(files)).not.toContain(gone)
    const { keyFile } = await readKeys(files)
    await expect(unwrapWith(keyFile, opener)).rejects.toThrow('vault.keys_erased')
    rmSync(files.keys)
    await expect(unwrapKey((await readKeys(files)).keyFile, 'ancienne')).rejects.toThrow('vault.keys_erased')
  })

  it('that erases writes over the very blocks the slots were in, as far as the disk lets it', async () => {
    const files = await keysIn()
    // Another name for the same blocks, which a rename over the first name does not touch.
    const names = [files.keys, files.keysCopy, files.recoveryKeys].map(
      (path) => [path, `${path}.same-blocks`] as const,
    )
    for (const [path, same] of names) linkSync(path, same)
    await eraseKeys(files, (await readKeys(files)).keyFile)
    for (const [, same] of names) {
      const blocks = readFileSync(same, 'latin1')
      expect(blocks).not.toContain('relais-keys')
      for (const gone of [old.wrapped, kit.wrapped]) expect(blocks).not.toContain(gone)
    }
  })
})

describe('while a vault is open', () => {
  const open = async (files: VaultFiles): Promise<HeldKeys> => ({
    ...held(files),
    keys: { last: (await readKeys(files)).keyFile },
  })
  const lose = (files: VaultFiles, harm: (path: string) => void): void => {
    harm(files.keys)
    harm(files.keysCopy)
  }

  it.each([
    ['taken away', (path: string) => rmSync(path)],
    ['hit', damage],
  ])('key files that were %s are put back as they were', async (_, harm) => {
    const files = await keysIn()
    const before = read(files.keys)
    const vault = await open(files)
    lose(files, harm)
    await keepKeys(vault)
    expect([read(files.keys), read(files.keysCopy)]).toEqual([before, before])
  })

  it.each([
    ['taken away', (path: string) => rmSync(path)],
    ['hit', damage],
  ])(
    'a change after they were %s loses no slot, though that of the kit lies there whole',
    async (_, harm) => {
      const files = await keysIn()
      const vault = await open(files)
      lose(files, harm)
      await changeKeys(vault, (keyFile) => ({ ...keyFile, eraseAfter: 10 }))
      const { keyFile } = await readKeys(files)
      expect(keyFile).toMatchObject({ eraseAfter: 10, slots: [old, kit] })
      expect(vault.keys.last).toEqual(keyFile)
    },
  )

  it('an older copy put back in both places brings no dead passphrase back', async () => {
    const files = await keysIn()
    const older = read(files.keys)
    const vault = await open(files)
    await changeKeys(vault, (keyFile) => ({ ...keyFile, slots: [fresh] }))
    lose(files, (path) => writeFileSync(path, older))
    await keepKeys(vault)
    expect((await readKeys(files)).keyFile.slots).toEqual([fresh])
  })

  it('slots that another window erased stay erased', async () => {
    const files = await keysIn()
    const vault = await open(files)
    await eraseKeys(files, vault.keys.last)
    expect((await keepKeys(vault)).slots).toEqual([])
    lose(files, rmSync)
    await keepKeys(vault)
    expect((await readKeys(files)).keyFile.slots).toEqual([])
  })
})
