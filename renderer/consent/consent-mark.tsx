import type { CaseRow } from '../../shared/cases/cases.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'

/** Says, wherever a case is named, that a consent was withdrawn, has ended or is about to. Nothing while all is well. */
export function ConsentMark({ standing }: { readonly standing: CaseRow['consent'] }) {
  const t = useWords()
  if (!standing) return null
  if (standing.is === 'ending') {
    const when = t('consent.ends.in', { count: standing.days })
    return <StateBadge tone="wait">{t('consent.mark.ending', { when })}</StateBadge>
  }
  return (
    <StateBadge tone={standing.is === 'withdrawn' ? 'bad' : 'wait'}>
      {t(`consent.mark.${standing.is}`)}
    </StateBadge>
  )
}
