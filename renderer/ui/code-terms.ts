import { type CodeList, isCodeOf, offeredCodes } from '../../shared/vocab/code-list.ts'
import { useLabels, useWords } from '../i18n/words.tsx'

/**
 * What a field offers: the terms of its list in their order, then whatever is already chosen and is not, or no longer, among
 * them. Such a code came from another version of the list; it is shown and can be taken out, and is never lost by a save.
 */
export function termsOffered<V extends string>(list: CodeList, chosen: readonly V[]): readonly V[] {
  const offered = offeredCodes(list) as readonly V[]
  return [...offered, ...new Set(chosen.filter((code) => !offered.includes(code)))]
}

/** The words of a term in a field, which say so when the list does not offer it, or not any more. */
export function useTerms(): (list: CodeList, code: string) => string {
  const t = useWords()
  const label = useLabels()
  return (list, code) => {
    if (!isCodeOf(list, code)) return t('ui.termUnknown', { code })
    return list[code]?.retired ? t('ui.termRetired', { label: label(list, code) }) : label(list, code)
  }
}
