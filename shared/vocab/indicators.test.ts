import { expect, it } from 'vitest'
import { codesOf } from './code-list.ts'
import { indicatorGroups, indicators, signsOf } from './indicators.ts'
import { acts, means } from './palermo.ts'
import { controls } from './trafficking.ts'

const groups = codesOf(indicatorGroups)
const all = codesOf(indicators)
const suggested = (part: 'acts' | 'means' | 'purposes' | 'controls') =>
  new Set<string>(all.flatMap((code) => indicators[code].suggests?.[part] ?? []))

it('shows every sign in one group, and no group without a sign', () => {
  expect(groups.flatMap(signsOf).sort()).toEqual([...all].sort())
  for (const group of groups) expect(signsOf(group).length).toBeGreaterThanOrEqual(3)
})

it('keeps each group short enough to be read at a glance', () => {
  for (const group of groups) expect(signsOf(group).length).toBeLessThanOrEqual(10)
})

it('has a sign for each act and means of the Protocol, and for each named means of control', () => {
  expect(suggested('acts')).toEqual(new Set(codesOf(acts)))
  expect(suggested('means')).toEqual(new Set(codesOf(means)))
  const named = codesOf(controls).filter((code) => code !== 'other' && code !== 'not_specified')
  expect(suggested('controls')).toEqual(new Set(named))
})

it('never suggests “other” or “unknown”, which say that nothing fits', () => {
  for (const part of ['purposes', 'controls'] as const) {
    for (const code of ['other', 'unknown', 'not_specified']) expect(suggested(part)).not.toContain(code)
  }
})

it('speaks of what is done to her, never of what she is', () => {
  for (const code of all) {
    const { fr, en } = indicators[code]
    expect(fr).not.toMatch(/victime|prostitué|toxicomane|clandestin|illégal|délinquant/i)
    expect(en).not.toMatch(/victim|prostitute\b|addict|illegal|delinquent/i)
  }
})
