import { useIntl } from 'react-intl'
import { useWords } from '../i18n/words.tsx'
import { ageOf } from './age.ts'

interface Instants {
  /** “22 novembre 2026 à 14 h 05” */
  at(instant: number): string
  /** “il y a 3 jours” */
  ago(instant: number): string
}

/** The one way to say when a backup was made, in milliseconds since 1970: the day and hour, and how long ago that is. */
export function useInstants(): Instants {
  const intl = useIntl()
  const t = useWords()
  return {
    at: (instant) => intl.formatDate(instant, { dateStyle: 'long', timeStyle: 'short' }),
    ago: (instant) => {
      const age = ageOf(instant, Date.now())
      if (age === null) return t('backup.age.future')
      if (age.unit === 'minute' && age.count === 0) return t('backup.age.now')
      return intl.formatRelativeTime(-age.count, age.unit)
    },
  }
}

/** “12,4 Mo” */
export function useSizes(): (bytes: number) => string {
  const intl = useIntl()
  return (bytes) => {
    const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const)
    return intl.formatNumber(bytes / size, { style: 'unit', unit, maximumFractionDigits: 1 })
  }
}
