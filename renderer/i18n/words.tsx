import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { IntlProvider, type PrimitiveType, useIntl } from 'react-intl'
import type { Locale } from '../../shared/app/app.contract.ts'
import { type CodeList, labelOf } from '../../shared/vocab/code-list.ts'
import { ageOf } from './age.ts'
import { asWritten } from './as-written.ts'
import { catalogue, type MessageId } from './catalogue.ts'

const LocaleContext = createContext<Locale>('fr')
export const useLocale = (): Locale => useContext(LocaleContext)

/** Canadian conventions for dates and numbers in both languages. */
const regional: Record<Locale, string> = { fr: 'fr-CA', en: 'en-CA' }

export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <LocaleContext.Provider value={locale}>
      <IntlProvider locale={regional[locale]} defaultLocale="fr-CA" messages={catalogue[locale]}>
        {children}
      </IntlProvider>
    </LocaleContext.Provider>
  )
}

/** The one way to a sentence: `const t = useWords(); t('cases.title', { count })`. */
export function useWords(): (id: MessageId, values?: Record<string, PrimitiveType>) => string {
  const intl = useIntl()
  return (id, values) => intl.formatMessage({ id }, values)
}

/** The one way to a coded term: `const label = useLabels(); label(regions, '06')`. */
export function useLabels(): (list: CodeList, code: string) => string {
  const locale = useLocale()
  return (list, code) => labelOf(list, code, locale)
}

/** The one way to a date: “22 novembre 2026”. */
export function useDates(): (day: string) => string {
  const intl = useIntl()
  const locale = useLocale()
  // A plain date has no time zone; noon UTC keeps it on its own day everywhere.
  return (day) =>
    asWritten(intl.formatDate(`${day}T12:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' }), locale)
}

/** The one way to a month: “novembre 2026”. */
export function useMonths(): (month: string) => string {
  const intl = useIntl()
  const locale = useLocale()
  return (month) =>
    asWritten(
      intl.formatDate(`${month}-15T12:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
      locale,
    )
}

interface Instants {
  /** “22 novembre 2026 à 14 h 05” */
  at(instant: number): string
  /** “il y a 3 jours” */
  ago(instant: number): string
}

/** The one way to say when something was done, in milliseconds since 1970: the day and hour, and how long ago that is. */
export function useInstants(): Instants {
  const intl = useIntl()
  const locale = useLocale()
  const t = useWords()
  return {
    at: (instant) => asWritten(intl.formatDate(instant, { dateStyle: 'long', timeStyle: 'short' }), locale),
    ago: (instant) => {
      const age = ageOf(instant, Date.now())
      if (age === null) return t('backup.age.future')
      if (age.unit === 'minute' && age.count === 0) return t('backup.age.now')
      return intl.formatRelativeTime(-age.count, age.unit)
    },
  }
}

/** The one way to a size: “12,4 Mo”. */
export function useSizes(): (bytes: number) => string {
  const intl = useIntl()
  return (bytes) => {
    const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const)
    return intl.formatNumber(bytes / size, { style: 'unit', unit, maximumFractionDigits: 1 })
  }
}
