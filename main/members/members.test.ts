import nacl from 'tweetnacl'
import { describe, expect, it } from 'vitest'
import { type CardIdentity, encodeCard } from '../../shared/members/card.ts'
import { acquaint, openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const sign = nacl.sign.keyPair()
const box = () => nacl.box.keyPair().publicKey

/** A card of one and the same colleague, unless told otherwise. */
const cardOf = (change: Partial<CardIdentity> = {}): Uint8Array<ArrayBuffer> =>
  encodeCard({
    name: 'Collègue fictive',
    organisation: 'Maison fictive',
    sector: 'community',
    signPublicKey: sign.publicKey,
    signSecretKey: sign.secretKey,
    boxPublicKey: box(),
    validFrom: '2026-01-01',
    validUntil: '2027-01-01',
    ...change,
  })

const members = async (vault: TestVault) => (await vault.call('members.list', {})).members
const effect = async (vault: TestVault, bytes: Uint8Array<ArrayBuffer>) =>
  (await vault.call('members.readCard', { bytes })).effect

describe('my card', () => {
  it('carries my name and key to someone else, who reads the same twelve words', async () => {
    const [a, b] = [await openVaultSide(), await openVaultSide('Autre membre')]
    const me = await a.call('members.me', {})
    const { bytes } = await a.call('members.cardFile', {})
    const { card } = await b.call('members.readCard', { bytes })
    expect(card).toMatchObject({ fingerprint: me.fingerprint, words: me.words, name: 'Membre fictive' })
  })

  it('is in a file named after nobody', async () => {
    const vault = await openVaultSide()
    const { name } = await vault.call('members.cardFile', {})
    expect(name).toMatch(/^[0-9a-f]{8}\.relais-card$/)
  })

  it('is made anew once little of its year is left, so that nobody is shut out, and is the same until then', async () => {
    const [a, b] = [await openVaultSide(), await openVaultSide('Autre membre')]
    const card = async () => (await a.call('members.cardFile', {})).bytes
    const first = await card()
    await b.call('members.takeCard', { bytes: first })
    a.setToday('2026-12-02')
    expect(await card()).toEqual(first)
    for (const day of ['2026-12-03', '2029-01-01']) {
      a.setToday(day)
      b.setToday(day)
      const renewed = await card()
      expect(await effect(b, renewed)).toBe('renewal')
      await b.call('members.takeCard', { bytes: renewed })
      expect(await members(b)).toMatchObject([{ expired: false }])
      expect(await card()).toEqual(renewed)
    }
    expect((await a.call('members.me', {})).validUntil).toBe('2030-01-01')
  })

  it('is not taken for a colleague’s', async () => {
    const vault = await openVaultSide()
    const { bytes } = await vault.call('members.cardFile', {})
    await expect(vault.call('members.takeCard', { bytes })).rejects.toThrow('members.card_is_mine')
    await expect(vault.call('members.readCard', { bytes })).rejects.toThrow('members.card_is_mine')
  })
})

describe('a colleague’s card', () => {
  it('is only looked at until it is taken', async () => {
    const vault = await openVaultSide()
    expect(await effect(vault, cardOf())).toBe('new')
    expect(await members(vault)).toEqual([])
  })

  it('makes her known, and not trusted until two people have compared it', async () => {
    const vault = await openVaultSide()
    const { fingerprint } = await vault.call('members.takeCard', { bytes: cardOf() })
    expect(await members(vault)).toMatchObject([
      { fingerprint, trust: 'unverified', verifiedOn: null, expired: false },
    ])
    await vault.call('members.verify', { fingerprint, on: '2026-03-01' })
    expect(await members(vault)).toMatchObject([{ trust: 'verified', verifiedOn: '2026-03-01' }])
  })

  it('can’t have been compared tomorrow, nor by someone unknown', async () => {
    const vault = await openVaultSide()
    const { fingerprint } = await vault.call('members.takeCard', { bytes: cardOf() })
    await expect(vault.call('members.verify', { fingerprint, on: '2026-03-03' })).rejects.toThrow(
      'app.bad_request',
    )
    await expect(
      vault.call('members.verify', { fingerprint: 'f'.repeat(64), on: '2026-03-01' }),
    ).rejects.toThrow('members.not_found')
  })

  it('renewed keeps the trust she has, for her identity is the same', async () => {
    const vault = await openVaultSide()
    const { fingerprint } = await vault.call('members.takeCard', { bytes: cardOf() })
    await vault.call('members.verify', { fingerprint, on: '2026-03-01' })
    const renewed = cardOf({ validFrom: '2026-02-01', validUntil: '2027-02-01', name: 'Collègue renommée' })
    expect(await effect(vault, renewed)).toBe('renewal')
    await vault.call('members.takeCard', { bytes: renewed })
    expect(await members(vault)).toMatchObject([
      { name: 'Collègue renommée', trust: 'verified', validUntil: '2027-02-01' },
    ])
  })

  it('that is older doesn’t bring an old key back', async () => {
    const [a, b] = [await openVaultSide(), await openVaultSide('Autre membre')]
    const newer = cardOf({ validFrom: '2026-02-01', validUntil: '2027-02-01' })
    for (const vault of [a, b]) await vault.call('members.takeCard', { bytes: newer })
    const older = cardOf({ name: 'Ancien nom' })
    expect(await effect(a, older)).toBe('known')
    await a.call('members.takeCard', { bytes: older })
    expect(await members(a)).toEqual(await members(b))
  })

  it('of someone else under the same name is pointed out', async () => {
    const vault = await openVaultSide()
    await vault.call('members.takeCard', { bytes: cardOf() })
    const impostor = nacl.sign.keyPair()
    const bytes = cardOf({ signPublicKey: impostor.publicKey, signSecretKey: impostor.secretKey })
    expect(await effect(vault, bytes)).toBe('sameName')
    await vault.call('members.takeCard', { bytes })
    expect((await members(vault)).map(({ trust }) => trust)).toEqual(['unverified', 'unverified'])
  })

  it('in a name spelled with other letter codes is the same name', async () => {
    const vault = await openVaultSide()
    await vault.call('members.takeCard', { bytes: cardOf() })
    const other = nacl.sign.keyPair()
    const decomposed = {
      name: 'Collègue fictive'.normalize('NFD'),
      signPublicKey: other.publicKey,
      signSecretKey: other.secretKey,
    }
    expect(() => cardOf(decomposed)).toThrow('members.card_malformed')
  })

  it('is refused the day after it expires, and shows as expired when it is known', async () => {
    const vault = await openVaultSide()
    const bytes = cardOf({ validUntil: '2026-03-02' })
    await vault.call('members.takeCard', { bytes })
    vault.setToday('2026-03-03')
    expect(await members(vault)).toMatchObject([{ expired: true }])
    await expect(vault.call('members.readCard', { bytes })).rejects.toThrow('members.card_expired')
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', new TextEncoder().encode('-----BEGIN PGP PUBLIC KEY BLOCK-----')],
    ['something far too large', new Uint8Array(5000)],
    ['half a card', cardOf().slice(0, 100)],
  ])('that is %s is refused, and nobody is added', async (_, bytes) => {
    const vault = await openVaultSide()
    await expect(vault.call('members.takeCard', { bytes })).rejects.toThrow('members.card_malformed')
    expect(await members(vault)).toEqual([])
  })
})

describe('a member', () => {
  it('who is removed must be compared again when she comes back', async () => {
    const [a, b] = [await openVaultSide(), await openVaultSide('Autre membre')]
    const known = await acquaint(a, b)
    await a.call('members.remove', { fingerprint: known.b })
    await expect(a.call('members.remove', { fingerprint: known.b })).rejects.toThrow('members.not_found')
    const { bytes } = await b.call('members.cardFile', {})
    expect(await a.call('members.takeCard', { bytes })).toMatchObject({
      trust: 'unverified',
      verifiedOn: null,
    })
  })
})
