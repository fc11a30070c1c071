import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { IntlProvider, type PrimitiveType, useIntl } from 'react-intl'
import type { Locale } from '../../shared/app/app.contract.ts'
import { type CodeList, labelOf } from '../../shared/vocab/code-list.ts'
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
  // A plain date has no time zone; noon UTC keeps it on its own day everywhere.
  return (day) => intl.formatDate(`${day}T12:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' })
}
