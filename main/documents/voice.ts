import type { Locale } from '../../shared/app/app.contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { documentWords } from '../../shared/documents/words.ts'
import { type CodeList, labelOf } from '../../shared/vocab/code-list.ts'

/** How a document speaks: one language from the first word to the last, whatever that of the screen. */
export interface Voice {
  readonly locale: Locale
  /** A sentence of the document’s own, its `{places}` filled. */
  say(id: keyof typeof documentWords, values?: Readonly<Record<string, string>>): string
  /** A coded term; one that this version does not know is shown as it is. */
  label(list: CodeList, code: string): string
  labels(list: CodeList, codes: readonly string[]): string[]
  /** “22 novembre 2026” */
  day(day: PlainDate): string
  /** “novembre 2026” */
  month(month: string): string
}

/** Canadian conventions for dates in both languages. */
const regional: Readonly<Record<Locale, string>> = { fr: 'fr-CA', en: 'en-CA' }

export function voiceIn(locale: Locale): Voice {
  const dateIn = (options: Intl.DateTimeFormatOptions) =>
    // A plain date has no time zone; noon UTC keeps it on its own day everywhere.
    new Intl.DateTimeFormat(regional[locale], { ...options, timeZone: 'UTC' })
  const days = dateIn({ dateStyle: 'long' })
  const months = dateIn({ month: 'long', year: 'numeric' })
  const label = (list: CodeList, code: string): string => labelOf(list, code, locale)
  return {
    locale,
    say: (id, values = {}) => filled(documentWords[id][locale], values),
    label,
    labels: (list, codes) => codes.map((code) => label(list, code)),
    day: (day) => {
      const date = days.format(new Date(`${day}T12:00:00Z`))
      // The system leaves out how French writes the first of a month.
      return locale === 'fr' ? date.replace(/^1(?=\s)/, '1er') : date
    },
    month: (month) => months.format(new Date(`${month}-15T12:00:00Z`)),
  }
}

/** In one go, so that braces in what is filled in are not filled in turn. */
const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : place,
  )
