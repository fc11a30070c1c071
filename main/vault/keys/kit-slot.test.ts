import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseShare, shareToWords } from '../../../shared/recovery/share.ts'
import type { Opener } from '../../../shared/vault/opener.ts'
import { testPassphrase } from '../../../tests/support/vault.ts'
import vectors from '../../../tests/vectors/recovery-v1.json' with { type: 'json' }
import { floorParameters } from './kdf.ts'
import { decodeKeyFile, encodeKeyFile, type KeyFile, newKeyFile } from './key-file.ts'
import { type PassphraseSlot, wrapForKit, wrapKey } from './key-slot.ts'
import { unwrapWith } from './key-store.ts'
import { commitmentTo } from './kit-secret.ts'

const key = new Uint8Array(32).map((_, index) => index * 7)
const vaultId = randomUUID()
let passphraseSlot: PassphraseSlot

describe('a key file with a recovery kit', () => {
  const { kitId, secret, shares } = vectors.kit
  const code: Opener = { by: 'code', code: vectors.codes[3]?.code ?? '' }
  const [one, two, three] = shares.map(({ fr }) => fr) as [string, string, string]
  const commitments = shares.map(({ commitment }) => commitment) as [string, string, string]
  let withCode: KeyFile
  let withShares: KeyFile

  beforeAll(async () => {
    passphraseSlot = await wrapKey(key, testPassphrase, vaultId, floorParameters())
    const bytes = new Uint8Array(Buffer.from(secret, 'hex'))
    const kind = 'recovery'
    const ofCode = wrapForKit(key, bytes, vaultId, { kind, form: 'code', kitId })
    const ofShares = wrapForKit(key, bytes, vaultId, { kind, form: 'shares', kitId, commitments })
    withCode = newKeyFile(vaultId, [passphraseSlot, ofCode])
    withShares = newKeyFile(vaultId, [passphraseSlot, ofShares])
  })

  const reread = (file: KeyFile, change: (json: string) => string = (json) => json): KeyFile =>
    decodeKeyFile(encodeKeyFile(JSON.parse(change(JSON.stringify(file)))))

  it('opens with the printed code, and still with the passphrase', async () => {
    expect(await unwrapWith(reread(withCode), code)).toEqual(key)
    expect(await unwrapWith(reread(withCode), { by: 'passphrase', passphrase: testPassphrase })).toEqual(key)
  })

  it('opens with any two shares or all three, in any order and either language', async () => {
    const english = shares[2]?.en ?? ''
    const scanned = shares[1]?.qr ?? ''
    for (const given of [
      [one, two],
      [two, one],
      [one, english],
      [scanned, three],
      [one, two, three],
    ]) {
      expect(await unwrapWith(reread(withShares), { by: 'shares', shares: given })).toEqual(key)
    }
  })

  it('holds neither the secret nor a share, only what tells a share', () => {
    const written = encodeKeyFile(withShares)
    for (const hidden of [secret, ...shares.map(({ share }) => share)]) expect(written).not.toContain(hidden)
    expect(commitments[0]).toBe(
      commitmentTo({ kitId, index: 1, bytes: Buffer.from(shares[0]?.share ?? '', 'hex') }),
    )
  })

  it.each<[string, () => KeyFile, () => Opener, string]>([
    ['a code to shares', () => withShares, () => code, 'recovery.no_kit'],
    ['shares to a code', () => withCode, () => ({ by: 'shares', shares: [one, two] }), 'recovery.no_kit'],
    ['a kit where there is none', () => newKeyFile(vaultId, [passphraseSlot]), () => code, 'recovery.no_kit'],
    [
      'the code of another kit',
      () => withCode,
      () => ({ by: 'code', code: vectors.codes[2]?.code ?? '' }),
      'recovery.wrong',
    ],
    [
      'a share twice',
      () => withShares,
      () => ({ by: 'shares', shares: [one, shares[0]?.en ?? ''] }),
      'recovery.share_twice',
    ],
  ])('refuses %s by name', async (_, file, opener, refusal) => {
    await expect(unwrapWith(file(), opener())).rejects.toThrow(refusal)
  })

  it('says which of the shares is of another kit, or not as it was printed although its check words fit', async () => {
    const renamed = reread(withShares, (json) => json.replaceAll(kitId, '0badc0de'))
    await expect(unwrapWith(renamed, { by: 'shares', shares: [one, two] })).rejects.toMatchObject({
      code: 'recovery.share_of_another_kit',
      params: { share: 1 },
    })
    const parsed = parseShare(two)
    parsed.bytes[3] = (parsed.bytes[3] ?? 0) ^ 1
    const forgedShare = shareToWords(parsed, 'fr').join(' ')
    await expect(unwrapWith(withShares, { by: 'shares', shares: [one, forgedShare] })).rejects.toMatchObject({
      code: 'recovery.share_malformed',
      params: { word: 0, share: 2 },
    })
  })

  it.each([
    ['the slot of another vault', (json: string) => json.replaceAll(vaultId, randomUUID())],
    ['another number of the kit', (json: string) => json.replaceAll(kitId, '0badc0de')],
  ])('can’t pass off %s', async (_, change) => {
    await expect(unwrapWith(reread(withCode, change), code)).rejects.toThrow('recovery.wrong')
  })

  it('can’t have the marks of its shares replaced to let others pass', async () => {
    const parsed = parseShare(two)
    parsed.bytes[0] = (parsed.bytes[0] ?? 0) ^ 1
    const replaced = reread(withShares, (json) => json.replace(commitments[1], commitmentTo(parsed)))
    const given = [one, shareToWords(parsed, 'fr').join(' ')]
    await expect(unwrapWith(replaced, { by: 'shares', shares: given })).rejects.toThrow('recovery.wrong')
    await expect(
      unwrapWith(
        reread(withShares, (json) => json.replace(commitments[2], commitments[1])),
        { by: 'shares', shares: [one, two] },
      ),
    ).rejects.toThrow('recovery.wrong')
  })

  it('is refused with two kits, or with anything more than it knows', () => {
    const [, kit] = withCode.slots
    expect(() => reread({ ...withCode, slots: [...withCode.slots, ...(kit ? [kit] : [])] })).toThrow(
      'vault.key_file_damaged',
    )
    expect(() =>
      reread(withCode, (json) => json.replace('"form":"code"', '"form":"code","hint":"x"')),
    ).toThrow('vault.key_file_damaged')
    expect(() => reread({ ...withCode, eraseAfter: 4 })).toThrow('vault.key_file_damaged')
  })

  it('is refused by name for every byte flipped', () => {
    const bytes = Buffer.from(encodeKeyFile(withShares))
    for (let at = 0; at < bytes.length; at += 1) {
      const hit = Buffer.from(bytes)
      hit[at] = (hit[at] ?? 0) ^ (1 << (at % 8))
      expect(() => decodeKeyFile(hit.toString('utf8')), `byte ${at}`).toThrow(
        /^vault\.(key_file_damaged|not_a_vault)$/,
      )
    }
  })

  it('without any slot says that its keys were erased, to whatever is tried', async () => {
    const erased = reread({ ...withCode, slots: [] })
    for (const opener of [code, { by: 'passphrase', passphrase: testPassphrase }] as Opener[]) {
      await expect(unwrapWith(erased, opener)).rejects.toThrow('vault.keys_erased')
    }
  })

  it('never says a secret in a refusal', async () => {
    const openers: Opener[] = [
      { by: 'code', code: vectors.codes[2]?.code ?? '' },
      { by: 'passphrase', passphrase: 'pas la bonne phrase de passe' },
    ]
    for (const opener of openers) {
      const error = await unwrapWith(withCode, opener).catch((refusal: Error) => refusal)
      const told = `${error} ${JSON.stringify(error)}`
      expect(told).toMatch(/recovery.wrong|wrong_passphrase/)
      expect(told).not.toMatch(/phrase de|000GC/)
    }
  })
})
