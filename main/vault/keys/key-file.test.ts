import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testPassphrase } from '../../../tests/support/vault.ts'
import * as kdf from './kdf.ts'
import { decodeKeyFile, encodeKeyFile, type FirstKeyFile, unwrapKey } from './key-file.ts'
import { wrapKey } from './key-slot.ts'

const key = new Uint8Array(32).map((_, index) => index * 7)
let keyFile: FirstKeyFile
let written: string

beforeAll(async () => {
  const vaultId = randomUUID()
  const slot = await wrapKey(key, testPassphrase, vaultId, kdf.floorParameters())
  keyFile = { format: 'relais-keys', version: 1, vaultId, slots: [slot] }
  written = encodeKeyFile(keyFile)
})

/** The same file with something else in it, and a checksum that fits: anyone can make one. */
const forged = (change: (file: FirstKeyFile) => unknown): string =>
  encodeKeyFile(change(structuredClone(keyFile)) as FirstKeyFile)

const withKdf = (change: object): string =>
  forged((file) => ({
    ...file,
    slots: file.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...change } })),
  }))

describe('the key file', () => {
  it('gives the database key back to the passphrase', async () => {
    expect(await unwrapKey(decodeKeyFile(written), testPassphrase)).toEqual(key)
  })

  it('holds neither the key nor the passphrase', () => {
    expect(written).not.toContain(Buffer.from(key).toString('hex'))
    expect(written).not.toContain(testPassphrase)
  })

  it('never wraps twice alike, even with the same passphrase', async () => {
    const again = await wrapKey(key, testPassphrase, keyFile.vaultId, kdf.floorParameters())
    expect(again.wrapped).not.toBe(keyFile.slots[0]?.wrapped)
    expect(again.kdf.salt).not.toBe(keyFile.slots[0]?.kdf.salt)
  })

  it('says “wrong passphrase” and not “damaged” for a wrong passphrase', async () => {
    await expect(unwrapKey(decodeKeyFile(written), `${testPassphrase} `)).rejects.toThrow(
      'vault.wrong_passphrase',
    )
    await expect(unwrapKey(decodeKeyFile(written), '')).rejects.toThrow('vault.wrong_passphrase')
  })

  it('takes the same passphrase from keyboards that compose accents differently', async () => {
    const composed = 'forêt élevée œil ﬁn ①'
    const slot = await wrapKey(key, composed, keyFile.vaultId, kdf.floorParameters())
    const file = decodeKeyFile(forged((first) => ({ ...first, slots: [slot] })))
    expect(await unwrapKey(file, composed.normalize('NFD'))).toEqual(key)
    expect(await unwrapKey(file, 'forêt élevée œil fin 1')).toEqual(key)
  })

  it('of a later version is refused as newer, whatever it holds', () => {
    expect(() => decodeKeyFile(forged((file) => ({ ...file, version: 3, later: 'thing' })))).toThrow(
      'vault.newer_version',
    )
  })
})

describe('a key file that was hit', () => {
  it('is refused by name for every single bit flipped, and never opens', () => {
    const bytes = Buffer.from(written)
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const hit = Buffer.from(bytes)
        hit[at] = (hit[at] ?? 0) ^ (1 << bit)
        expect(() => decodeKeyFile(hit.toString('utf8')), `byte ${at}, bit ${bit}`).toThrow(
          /^vault\.(key_file_damaged|not_a_vault)$/,
        )
      }
    }
  })

  it('is refused wherever it was cut off', () => {
    // The last character is the newline after the closing brace, which may go.
    for (let length = 0; length < written.length - 1; length += 1) {
      expect(() => decodeKeyFile(written.slice(0, length)), `${length} characters`).toThrow(
        /^vault\.(key_file_damaged|not_a_vault)$/,
      )
    }
  })

  it.each([
    ['an empty file', '', 'vault.not_a_vault'],
    ['null', 'null', 'vault.not_a_vault'],
    ['a list', '[]', 'vault.not_a_vault'],
    ['another program’s settings', '{"format":"other","version":1}', 'vault.not_a_vault'],
    ['zeros, as a power cut leaves them', '\0'.repeat(600), 'vault.not_a_vault'],
    ['very deep nesting', `${'['.repeat(200_000)}`, 'vault.not_a_vault'],
    ['ours without a checksum', '{"format":"relais-keys","version":1}', 'vault.key_file_damaged'],
    ['a prototype in place of a body', '{"__proto__":{"format":"relais-keys"}}', 'vault.key_file_damaged'],
  ])('is told for what it is: %s', (_, content, code) => {
    expect(() => decodeKeyFile(content)).toThrow(code)
  })
})

describe('a forged key file', () => {
  it.each([
    ['less memory than the floor', { memoryKiB: kdf.memoryFloorKiB - 1 }],
    ['more memory than a laptop has', { memoryKiB: kdf.memoryCeilingKiB + 1 }],
    ['fewer passes than the floor', { passes: 2 }],
    ['passes without end', { passes: 1_000_000 }],
    ['no lane', { lanes: 0 }],
    ['lanes without end', { lanes: 255 }],
    ['a fraction of a pass', { passes: 3.5 }],
    ['another algorithm', { algorithm: 'argon2i' }],
    ['a short salt', { salt: '00' }],
    ['a salt too many', { pepper: '00' }],
  ])('is refused before anything is derived: %s', (_, change) => {
    const derive = vi.spyOn(kdf, 'deriveKey')
    expect(() => decodeKeyFile(withKdf(change))).toThrow('vault.key_file_damaged')
    expect(derive).not.toHaveBeenCalled()
  })

  it.each([
    ['more passes', { passes: 4 }],
    ['more lanes', { lanes: 5 }],
    ['more memory', { memoryKiB: kdf.memoryFloorKiB + 8 }],
    ['another salt', { salt: 'ab'.repeat(16) }],
  ])('with a checksum that fits can’t change how the key is derived: %s', async (_, change) => {
    await expect(unwrapKey(decodeKeyFile(withKdf(change)), testPassphrase)).rejects.toThrow(
      'vault.wrong_passphrase',
    )
  })

  it('can’t pass one vault’s slot off as another’s', async () => {
    const moved = decodeKeyFile(forged((file) => ({ ...file, vaultId: randomUUID() })))
    await expect(unwrapKey(moved, testPassphrase)).rejects.toThrow('vault.wrong_passphrase')
  })

  it.each([
    ['no slot', []],
    ['more slots than one waits for', Array(9).fill(0)],
  ])('is refused with %s', (_, slots) => {
    expect(() =>
      decodeKeyFile(forged((file) => ({ ...file, slots: slots.map(() => file.slots[0]) }))),
    ).toThrow('vault.key_file_damaged')
  })

  it('is refused with a key that is too short', () => {
    const cut = forged((file) => ({
      ...file,
      slots: file.slots.map((slot) => ({ ...slot, wrapped: 'ab'.repeat(47) })),
    }))
    expect(() => decodeKeyFile(cut)).toThrow('vault.key_file_damaged')
  })
})
