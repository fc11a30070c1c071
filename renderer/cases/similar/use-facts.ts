import { useIntl } from 'react-intl'
import type { SimilarCase } from '../../../shared/cases/cases.contract.ts'
import { useWords } from '../../i18n/words.tsx'

/** What two cases share, in words: “le genre, la tranche d’âge et la région”. */
export function useFacts(): (shared: SimilarCase['shared']) => string {
  const t = useWords()
  const intl = useIntl()
  return (shared) => intl.formatList(shared.map((fact) => t(`cases.similar.fact.${fact}`)))
}
