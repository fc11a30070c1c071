import type { Locale } from '../../shared/app/app.contract.ts'

/** A date that begins with its day, as it is written: in French the first of a month is “1er”, which the system leaves out. */
export const asWritten = (date: string, locale: Locale): string =>
  locale === 'fr' ? date.replace(/^1(?=\s)/, '1er') : date
