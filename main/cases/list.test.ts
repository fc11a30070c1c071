import { describe, expect, it } from 'vitest'
import { caseQuery, pageSize } from '../../shared/cases/cases.contract.ts'
import type { Consent } from '../../shared/cases/consent.ts'
import { agreed } from '../../tests/support/consent.ts'
import { newOpenVault } from '../../tests/support/vault.ts'
import { nameOfMember } from '../members/members.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { insertCase, listCases, setCaseSummary } from './cases.store.ts'
import { putSection } from './sections.store.ts'

const regions = [null, '01', '06', '16']
const risks = [null, 'low', 'medium', 'high']
const statuses = ['open', 'closed', 'archived'] as const

/** `count` cases, their fields spread so that every combination occurs. */
function fill({ writer, me }: OpenVault, count: number): void {
  writer.transaction(() => {
    for (let n = 1; n <= count; n += 1) {
      const status = statuses[n % 3] ?? 'open'
      insertCase(writer, {
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        code: `abeille-${String(n).padStart(5, '0')}`,
        status,
        owner: n % 2 ? me.fingerprint : 'f'.repeat(64),
        createdOn: '2026-01-01',
      })
      const day = String((n % 28) + 1).padStart(2, '0')
      setCaseSummary(writer, n, {
        region: regions[n % 4] ?? null,
        risk: risks[(n >> 2) % 4] ?? null,
        majority: null,
        ageBand: null,
        gender: null,
        periodFrom: null,
        periodUntil: null,
        updatedOn: `2026-02-${day}`,
      })
    }
  })
}

const today = '2026-03-02'

const list = (vault: OpenVault, query: object) =>
  listCases(
    vault.reader,
    caseQuery.parse(query),
    vault.me.fingerprint,
    (fingerprint) => nameOfMember(vault.reader, fingerprint, vault.me),
    today,
  )

describe('the list of cases', () => {
  it('shows each of ten thousand once, page after page, whatever it is sorted by', async () => {
    const vault = await newOpenVault()
    fill(vault, 10_000)
    for (const [sort, direction] of [
      ['updatedOn', 'down'],
      ['risk', 'down'],
      ['region', 'up'],
    ]) {
      const seen = new Set<string>()
      for (let offset = 0; offset < 10_000; offset += pageSize) {
        const { rows, total, all } = list(vault, { sort, direction, offset })
        expect([rows.length, total, all]).toEqual([pageSize, 10_000, 10_000])
        for (const row of rows) seen.add(row.id)
      }
      expect(seen.size).toBe(10_000)
    }
    expect(list(vault, { offset: 10_000 }).rows).toEqual([])
    expect(list(vault, { offset: Number.MAX_SAFE_INTEGER }).rows).toEqual([])
    expect(list(vault, { offset: 9_950 }).rows).toHaveLength(50)
  })

  it('puts the highest risk first, and those not yet assessed last either way', async () => {
    const vault = await newOpenVault()
    fill(vault, 16)
    const order = (direction: string) =>
      [...new Set(list(vault, { sort: 'risk', direction }).rows.map(({ risk }) => risk))].map(String)
    expect(order('down')).toEqual(['high', 'medium', 'low', 'null'])
    expect(order('up')).toEqual(['low', 'medium', 'high', 'null'])
    expect(list(vault, { sort: 'region', direction: 'down' }).rows.at(-1)?.region).toBeNull()
    expect(list(vault, { sort: 'region', direction: 'up' }).rows.at(-1)?.region).toBeNull()
  })

  it('sorts by code and by day both ways', async () => {
    const vault = await newOpenVault()
    fill(vault, 40)
    for (const sort of ['code', 'updatedOn', 'status'] as const) {
      const values = (direction: string) => list(vault, { sort, direction }).rows.map((row) => row[sort])
      expect(values('up')).toEqual(values('up').toSorted())
      expect(values('down')).toEqual(values('up').toSorted().reverse())
    }
  })

  it('keeps what fits every filter, and counts it', async () => {
    const vault = await newOpenVault()
    fill(vault, 480)
    const { rows, total, all } = list(vault, {
      status: ['open', 'closed'],
      region: ['06'],
      risk: ['high', 'low'],
    })
    expect(all).toBe(480)
    expect(total).toBe(480 * (2 / 3) * (1 / 4) * (2 / 4))
    expect(rows.length).toBe(total)
    for (const row of rows) {
      expect(row.region).toBe('06')
      expect(['open', 'closed']).toContain(row.status)
      expect(['high', 'low']).toContain(row.risk)
    }
    expect(list(vault, { region: ['17'] })).toMatchObject({ total: 0, all: 480, rows: [] })
  })

  it('says of open cases which consent was withdrawn, has ended or is about to, and of the others nothing', async () => {
    const vault = await newOpenVault()
    fill(vault, 12)
    const { writer, me } = vault
    const consentTo = (n: number, part: Partial<Consent>, author = me.fingerprint): void =>
      putSection(writer, n, {
        section: { name: 'consents', body: { items: [agreed(part)] } },
        author,
        version: { [author]: 1 },
        savedOn: '2026-01-01',
      })
    for (const closed of [1, 2]) consentTo(closed, { withdrawnOn: '2026-02-01' })
    consentTo(3, { endsOn: '2026-03-12' })
    consentTo(6, { withdrawnOn: '2026-02-01' })
    consentTo(9, { endsOn: '2026-12-31' })
    // Written apart: one of the two texts is enough.
    consentTo(9, { endsOn: '2026-03-01', purpose: 'authorities' }, 'e'.repeat(64))
    consentTo(12, { endsOn: '2026-12-31' })
    const { rows } = list(vault, { sort: 'code', direction: 'up' })
    expect(rows.filter(({ status }) => status === 'open').map(({ consent }) => consent)).toEqual([
      { is: 'ending', days: 10 },
      { is: 'withdrawn' },
      { is: 'ended' },
      null,
    ])
    expect(new Set(rows.filter(({ status }) => status !== 'open').map(({ consent }) => consent))).toEqual(
      new Set([null]),
    )
  })

  it('says which are mine, and whose the others are when their card is here', async () => {
    const vault = await newOpenVault()
    fill(vault, 2)
    expect(
      list(vault, { sort: 'code', direction: 'up' }).rows.map(({ mine, ownerName }) => [mine, ownerName]),
    ).toEqual([
      [true, vault.me.name],
      [false, ''],
    ])
  })
})
