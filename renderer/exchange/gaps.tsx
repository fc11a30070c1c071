import { Stack } from '@mantine/core'
import type { ConsentGap } from '../../shared/cases/consent-match.ts'
import type { Out } from '../../shared/contract.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import { ConsentGapNotice } from '../consent/consent-gap-notice.tsx'
import { useWords } from '../i18n/words.tsx'

type Gaps = Out<'exchange.compose'>['gaps']

interface GapsProps {
  readonly caseId: string
  readonly gaps: Gaps
  readonly members: readonly Member[]
}

/** Names that are read at a glance; beyond them, how many more. */
const fewNames = 3

/** What stops the packet, for whom, and the way to put it right: one notice for all whom the same thing stops. */
export function Gaps({ caseId, gaps, members }: GapsProps) {
  const namesOf = useNamesOf(members)
  if (gaps.length === 0) return null
  return (
    <Stack gap="sm">
      {grouped(gaps).map(({ key, gap, recipients }) => (
        <ConsentGapNotice key={key} caseId={caseId} gap={gap} recipient={namesOf(recipients)} />
      ))}
    </Stack>
  )
}

/** A few members by their names, many by the first names and a number. */
export function useNamesOf(members: readonly Member[]): (fingerprints: readonly string[]) => string {
  const t = useWords()
  return (fingerprints) => {
    const names = members
      .filter(({ fingerprint }) => fingerprints.includes(fingerprint))
      .map(({ name }) => name)
    const more = names.length - fewNames
    return more > 0
      ? t('exchange.namesAndMore', { names: names.slice(0, fewNames).join(', '), count: more })
      : names.join(', ')
  }
}

function grouped(gaps: Gaps) {
  const groups = new Map<string, { key: string; gap: ConsentGap; recipients: string[] }>()
  for (const { recipient, gap } of gaps) {
    const key = JSON.stringify(gap)
    const known = groups.get(key)
    if (known) known.recipients.push(recipient)
    else groups.set(key, { key, gap, recipients: [recipient] })
  }
  return [...groups.values()]
}
