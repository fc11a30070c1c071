import { Group } from '@mantine/core'
import { type Ref, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { CaseRow } from '../../shared/cases/cases.contract.ts'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { riskLevels } from '../../shared/vocab/risk.ts'
import { ConsentMark } from '../consent/consent-mark.tsx'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { StateBadge } from '../ui/state-badge.tsx'
import classes from './cases.module.css'

interface CaseLineProps {
  readonly index: number
  readonly row: CaseRow | undefined
  readonly ref: Ref<HTMLTableRowElement>
  readonly takesFocus: boolean
  readonly onFocused: () => void
}

/** One case of the list. The whole line is the link's. */
export function CaseLine({ index, row, ref, takesFocus, onFocused }: CaseLineProps) {
  const label = useLabels()
  const inWords = useDates()
  const link = useRef<HTMLAnchorElement>(null)
  const there = row !== undefined
  useEffect(() => {
    if (!takesFocus || !there) return
    link.current?.focus({ preventScroll: true })
    onFocused()
  }, [takesFocus, there, onFocused])
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      {row ? (
        <>
          <th scope="row">
            <Link ref={link} href={`/cases/${row.id}`} className={classes.code}>
              {row.code}
            </Link>
          </th>
          <td>{label(caseStatuses, row.status)}</td>
          <td>{row.region && label(regions, row.region)}</td>
          <td>
            {row.risk && (
              <StateBadge tone={row.risk === 'high' ? 'bad' : 'neutral'}>
                {label(riskLevels, row.risk)}
              </StateBadge>
            )}
          </td>
          <td>
            <Marks row={row} />
          </td>
          <td className={classes.day}>{inWords(row.updatedOn)}</td>
        </>
      ) : (
        <td colSpan={6} className={classes.coming}>
          …
        </td>
      )}
    </tr>
  )
}

/** What is worth knowing before one opens it, in words. */
function Marks({ row }: { row: CaseRow }) {
  const t = useWords()
  const nameOf = useNames()
  return (
    <Group gap="xs">
      {row.hasDraft && <StateBadge tone="wait">{t('cases.mark.draftWaits')}</StateBadge>}
      {row.handover && <StateBadge tone="wait">{t('cases.mark.handover')}</StateBadge>}
      <ConsentMark standing={row.consent} />
      {row.openSteps > 0 && (
        <StateBadge tone="info">{t('cases.mark.openSteps', { count: row.openSteps })}</StateBadge>
      )}
      <span className={classes.quiet}>
        {row.mine ? t('cases.mark.mine') : t('cases.mark.received', { name: nameOf(row.ownerName) })}
      </span>
    </Group>
  )
}
