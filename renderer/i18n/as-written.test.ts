import { expect, it } from 'vitest'
import type { Locale } from '../../shared/app/app.contract.ts'
import { asWritten } from './as-written.ts'

/** As the browser says it. */
const said = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(`${locale}-CA`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

it.each([
  ['2027-01-01', 'fr', '1er janvier 2027'],
  ['2027-01-11', 'fr', '11 janvier 2027'],
  ['2027-01-21', 'fr', '21 janvier 2027'],
  ['2027-01-01', 'en', 'January 1, 2027'],
] as const)('%s is written in %s as %s', (day, locale, written) => {
  expect(asWritten(said(day, locale), locale)).toBe(written)
})
