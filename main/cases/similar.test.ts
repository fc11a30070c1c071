import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SectionBody } from '../../shared/cases/sections.ts'
import { areSimilar, type CoarseProfile, isComparable } from '../../shared/cases/similar.ts'
import { newOpenVault, openVaultSide, type TestVault } from '../../tests/support/vault.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { insertCase, setCaseSummary } from './cases.store.ts'
import { similarRows } from './similar.store.ts'

const newId = (): string => crypto.randomUUID()

const profile = {
  gender: 'woman',
  ageBand: 'from_18_to_23',
  region: '06',
  periodFrom: '2025-01',
  periodUntil: '2025-06',
}

async function newCase(vault: TestVault, body: Partial<SectionBody<'profile'>>): Promise<string> {
  const id = newId()
  await vault.call('cases.saveSection', { id, section: { name: 'profile', body }, seen: [] })
  return id
}

const similarTo = async (vault: TestVault, id: string): Promise<string[]> =>
  (await vault.call('cases.similar', { id })).cases.map((one) => one.id)

describe('cases that look alike', () => {
  it('are shown from either of the two, with what they share and nothing else', async () => {
    const vault = await openVaultSide()
    const [a, b] = [await newCase(vault, profile), await newCase(vault, { ...profile, periodFrom: null })]
    await newCase(vault, { ...profile, region: '16' })
    expect(await similarTo(vault, b)).toEqual([a])
    const { code, updatedOn } = await vault.call('cases.get', { id: b })
    expect((await vault.call('cases.similar', { id: a })).cases).toEqual([
      {
        id: b,
        code,
        status: 'open',
        mine: true,
        ownerName: 'Membre fictive',
        updatedOn,
        shared: ['gender', 'ageBand', 'region', 'period'],
      },
    ])
  })

  it('are shown too when the other one is closed: she may have come back', async () => {
    const vault = await openVaultSide()
    const [a, b] = [await newCase(vault, profile), await newCase(vault, profile)]
    await vault.call('cases.turn', { id: a, turn: { to: 'closed', reasons: ['left_area'] } })
    expect(await similarTo(vault, b)).toEqual([a])
  })

  it('once told apart are not shown to each other any more, and both are still there', async () => {
    const vault = await openVaultSide()
    const [a, b, c] = [
      await newCase(vault, profile),
      await newCase(vault, profile),
      await newCase(vault, profile),
    ]
    await vault.call('cases.tellApart', { id: b, other: a })
    await vault.call('cases.tellApart', { id: a, other: b })
    expect(await similarTo(vault, a)).toEqual([c])
    expect(await similarTo(vault, b)).toEqual([c])
    expect((await similarTo(vault, c)).sort()).toEqual([a, b].sort())
    await expect(vault.call('cases.tellApart', { id: a, other: newId() })).rejects.toThrow('cases.not_found')
    await expect(vault.call('cases.tellApart', { id: a, other: a })).rejects.toThrow()
  })

  it('are none while too little is known, or once the profile has changed', async () => {
    const vault = await openVaultSide()
    const [a, b] = [await newCase(vault, profile), await newCase(vault, { ...profile, gender: 'unknown' })]
    expect(await similarTo(vault, a)).toEqual([])
    expect(await similarTo(vault, b)).toEqual([])
    const seen = (await vault.call('cases.get', { id: b })).sections.map(({ version }) => version)
    await vault.call('cases.saveSection', { id: b, section: { name: 'profile', body: profile }, seen })
    expect(await similarTo(vault, a)).toEqual([b])
  })

  it('are never more than twenty', async () => {
    const vault = await newOpenVault()
    fill(
      vault,
      Array.from({ length: 50 }, () => ({ ...profile, majority: 'adult' })),
    )
    expect(similarRows(vault.reader, 1, { ...profile, majority: 'adult' })).toHaveLength(20)
  })
})

function fill({ writer, me }: OpenVault, profiles: readonly CoarseProfile[]): void {
  writer.transaction(() => {
    for (const [index, one] of profiles.entries()) {
      const code = `abeille-${index}`
      insertCase(writer, {
        id: newId(),
        code,
        status: 'open',
        owner: me.fingerprint,
        createdOn: '2026-01-01',
      })
      setCaseSummary(writer, index + 1, { ...one, risk: null, updatedOn: '2026-01-01' })
    }
  })
}

const code = (...codes: string[]) => fc.constantFrom(null, 'unknown', ...codes)
const month = fc.option(fc.constantFrom('2025-01', '2025-04', '2025-09'))

describe('the vault’s search for cases that look alike', () => {
  it('finds exactly those of which the rule says so', async () => {
    const vault = await newOpenVault()
    const profiles = fc.sample(
      fc.record({
        region: code('06'),
        gender: code('woman'),
        majority: code('adult', 'minor'),
        ageBand: code('from_18_to_23', 'from_24_to_29'),
        periodFrom: month,
        periodUntil: month,
      }),
      { numRuns: 150, seed: 4 },
    )
    fill(vault, profiles)
    for (const [index, one] of profiles.entries()) {
      if (!isComparable(one)) continue
      const found = similarRows(vault.reader, index + 1, one).map((row) => row.code)
      const meant = profiles
        .map((other, at) => ({ other, at }))
        .filter(({ other, at }) => at !== index && areSimilar(one, other))
        .map(({ at }) => `abeille-${at}`)
        .reverse()
      expect(found).toEqual(meant.slice(0, 20))
    }
  })

  it('goes through an index, so that a hundred thousand cases are no slower than a hundred', async () => {
    const vault = await newOpenVault()
    const plan = vault.reader.all<{ detail: string }>(
      'EXPLAIN QUERY PLAN SELECT id FROM cases WHERE region = ? AND gender = ? AND majority = ? ORDER BY n DESC LIMIT 20',
      '06',
      'woman',
      'adult',
    )
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH cases USING INDEX cases_by_profile (region=? AND gender=? AND majority=?)',
    ])
  })
})
