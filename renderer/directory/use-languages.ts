import { useMemo } from 'react'
import { type CodeList, codesOf, labelOf } from '../../shared/vocab/code-list.ts'
import { languages } from '../../shared/vocab/languages.ts'
import { useLocale } from '../i18n/words.tsx'

/** French, English, the Indigenous languages of Québec and sign languages: they stay at the top. */
const leading = 12

/** The languages to choose from: after those that come first, by their names in the language of the screen. */
export function useLanguages(): CodeList {
  const locale = useLocale()
  return useMemo(() => {
    const codes = codesOf(languages)
    const name = (code: string): string => labelOf(languages, code, locale)
    const others = codes.slice(leading).filter((code) => code !== 'other')
    const sorted = others.toSorted((one, other) => name(one).localeCompare(name(other), locale))
    return Object.fromEntries([...codes.slice(0, leading), ...sorted, 'other' as const].map(termOf))
  }, [locale])
}

const termOf = (code: keyof typeof languages) => [code, languages[code]] as const
