import { describe, expect, it } from 'vitest'
import type { Consent } from '../../shared/cases/consent.ts'
import type { Disclosure } from '../../shared/cases/consent-match.ts'
import { type NamedSection, sections } from '../../shared/cases/sections.ts'
import { directoryEntry } from '../../shared/directory/directory.contract.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { agreed } from '../../tests/support/consent.ts'
import { newOpenVault } from '../../tests/support/vault.ts'
import { caseById, insertCase } from '../cases/cases.store.ts'
import { putSection } from '../cases/sections.store.ts'
import { putEntry } from '../directory/directory.store.ts'
import { putMember } from '../members/members.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { consentGapOf, demandConsent } from './demand-consent.ts'

const today = '2026-03-02'
const caseId = crypto.randomUUID()
const [entryId, berthe] = [crypto.randomUUID(), 'b'.repeat(64)]
const housing = (part: Partial<Consent> = {}): Consent =>
  agreed({ purpose: 'service_referral', services: ['safe_housing'], ...part })

/** A case whose sections each author wrote apart. */
async function vaultWith(...written: readonly (readonly [string, NamedSection])[]) {
  const vault = await newOpenVault()
  const { writer, me } = vault
  insertCase(writer, {
    id: caseId,
    code: 'abeille-1234',
    status: 'open',
    owner: me.fingerprint,
    createdOn: today,
  })
  const record = caseById(writer, caseId)
  if (!record) throw new Error('the case is not there')
  for (const [letter, section] of written) {
    const author = letter.repeat(64)
    putSection(writer, record.n, { section, author, version: { [author]: 1 }, savedOn: today })
  }
  const ask = (recipient: Partial<Disclosure['recipient']>) => {
    const disclosure: Disclosure = {
      purpose: 'service_referral',
      recipient: { member: null, entryId: null, organisation: '', ...recipient },
      services: ['safe_housing'],
      sections: [],
    }
    return { gap: consentGapOf(vault.reader, record, disclosure, today), disclosure }
  }
  return {
    vault,
    record,
    ask,
    gapFor: (recipient: Partial<Disclosure['recipient']>) => ask(recipient).gap?.gap ?? null,
  }
}

const consents = (...items: Consent[]): NamedSection => ({ name: 'consents', body: { items } })
const aged = (ageBand: string): NamedSection => ({
  name: 'profile',
  body: sections.profile.parse({ ageBand }),
})

function knowBerthe({ writer }: OpenVault): void {
  putMember(writer, {
    fingerprint: berthe,
    name: 'Berthe Fictive',
    organisation: 'Maison fictive',
    sector: 'community',
    signPublic: new Uint8Array(32),
    boxPublic: new Uint8Array(32),
    validFrom: today,
    validUntil: '2027-01-01',
    addedOn: today,
  })
}

describe('a consent of the vault', () => {
  it('withdrawn in one of two versions written apart is withdrawn', async () => {
    const one = housing()
    const { gapFor } = await vaultWith(
      ['a', consents(one)],
      ['b', consents({ ...one, withdrawnOn: '2026-02-01' })],
    )
    expect(gapFor({ organisation: 'Maison fictive' })).toBe('withdrawn')
  })

  it('has to fit each of two profiles written apart', async () => {
    const by = (givenBy: string) => consents(housing({ givenBy }))
    const ages = [
      ['a', aged('under_14')],
      ['b', aged('from_14_to_17')],
    ] as const
    for (const giver of ['person', 'parent_or_tutor']) {
      const { gapFor } = await vaultWith(...ages, ['a', by(giver)])
      expect(gapFor({ organisation: 'Maison fictive' })).toBe('given_by')
    }
  })

  it('for an entry of the directory is for its organisation, whoever answers there', async () => {
    const { vault, gapFor } = await vaultWith(['a', consents(housing({ entries: [entryId] }))])
    expect(gapFor({ organisation: 'Refuge, fictif' })).toBe('other_recipient')
    putEntry(
      vault.writer,
      directoryEntry.parse({
        id: entryId,
        organisation: 'Refuge, fictif',
        author: berthe,
        version: {},
        updatedOn: today,
      }),
    )
    expect(gapFor({ organisation: 'refuge fictif' })).toBeNull()
    expect(gapFor({ entryId })).toBeNull()
    expect(gapFor({ organisation: 'Refuge' })).toBe('other_recipient')
  })

  it('keeps from a letter to her organisation what is kept from a member', async () => {
    const kept = housing({ withheld: [{ sections: [], member: berthe, from: '', why: null, note: '' }] })
    const { vault, gapFor } = await vaultWith(['a', consents(kept)])
    knowBerthe(vault)
    expect(gapFor({ member: berthe })).toBe('withheld')
    expect(gapFor({ organisation: 'Maison fictive' })).toBe('withheld')
    // A packet is opened by its recipient alone.
    expect(gapFor({ member: 'c'.repeat(64), organisation: 'Maison fictive' })).toBeNull()
  })

  it('keeps from a member what is kept from her organisation, even when only her key is given', async () => {
    const kept = housing({
      withheld: [{ sections: [], member: null, from: 'Maison fictive', why: null, note: '' }],
    })
    const { vault, gapFor } = await vaultWith(['a', consents(kept)])
    knowBerthe(vault)
    expect(gapFor({ member: berthe })).toBe('withheld')
  })
})

describe('the demand', () => {
  it('gives the consents behind a disclosure', async () => {
    const one = housing()
    const { vault, record, ask } = await vaultWith(['a', consents(one, agreed())])
    const { disclosure } = ask({ organisation: 'Maison fictive' })
    expect(demandConsent(vault.reader, record, disclosure, today).map(({ id }) => id)).toEqual([one.id])
  })

  it('refuses with the reason, the service and the nearest consent, and not a word of the case', async () => {
    const one = housing({ endsOn: '2026-02-01', recipients: 'Maison fictive', note: 'Ne pas dire' })
    const { vault, record, ask } = await vaultWith(['a', consents(one)])
    const { disclosure } = ask({ organisation: 'Maison fictive' })
    try {
      demandConsent(vault.reader, record, disclosure, today)
      expect.unreachable()
    } catch (error) {
      expect(isRelaisError(error, 'consent.ended') && error.params).toEqual({
        service: 'safe_housing',
        consent: one.id,
      })
    }
  })
})
