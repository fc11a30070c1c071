import { useIntl } from 'react-intl'
import type { Out } from '../../shared/contract.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './salvage.module.css'

interface SalvageCountsProps {
  readonly caption: string
  /** `count` null: nobody can tell how many there were. */
  readonly counts: Out<'damage.salvage'>['lost']
}

/** How many of each kind. */
export function SalvageCounts({ caption, counts }: SalvageCountsProps) {
  const t = useWords()
  const { formatNumber } = useIntl()
  return (
    <table className={classes.counts}>
      <caption>{caption}</caption>
      <tbody>
        {counts.map(({ kind, count }) => (
          <tr key={kind}>
            <th scope="row">{t(`damage.kind.${kind}`)}</th>
            <td data-number>{count === null ? t('damage.report.unknown') : formatNumber(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
