import type { Withheld } from '../../shared/cases/consent.ts'
import { withholdReasons } from '../../shared/vocab/legal-grounds.ts'
import { useAsk } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { useSectionTitles } from './section-names.ts'

/** What is kept from whom, and why, in a sentence: so that an entry half filled says how much it keeps. */
export function useWithheldSentence(): (withheld: Withheld) => string {
  const t = useWords()
  const label = useLabels()
  const titles = useSectionTitles()
  const { data } = useAsk('members.list', {})
  const { data: me } = useAsk('members.me', {})
  return ({ sections, member, from, why, note }) => {
    const known = data?.members.find(({ fingerprint }) => fingerprint === member)
    const unknown = member === me?.fingerprint ? t('consent.recipients.you') : t('consent.recipients.unknown')
    const named = member === null ? '' : (known?.name ?? unknown)
    const whom = [named, from.trim()].filter(Boolean).join(', ')
    const kept =
      whom === ''
        ? sections.length === 0
          ? t('consent.withheld.sentence.none')
          : t('consent.withheld.sentence.everybody', { what: titles(sections) })
        : sections.length === 0
          ? t('consent.withheld.sentence.all', { whom })
          : t('consent.withheld.sentence', { whom, what: titles(sections) })
    const reasons = [why === null ? '' : label(withholdReasons, why), note.trim()].filter(Boolean).join(', ')
    return reasons === '' ? kept : t('consent.withheld.because', { kept, reasons })
  }
}
