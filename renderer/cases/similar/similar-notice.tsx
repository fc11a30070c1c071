import { Anchor, Button, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { SimilarCase } from '../../../shared/cases/cases.contract.ts'
import { caseStatuses } from '../../../shared/vocab/cases.ts'
import { useAsk } from '../../client.ts'
import { useLabels, useWords } from '../../i18n/words.tsx'
import { useNames } from '../../members/use-names.ts'
import classes from '../case-page.module.css'
import { useFacts } from './use-facts.ts'

/** Others are shown at the press of a button: a hint must not push the case away. */
const shownAtFirst = 2

/** That other cases have the same coarse profile: a hint to look at, never more. Nothing when there is none. */
export function SimilarNotice({ caseId }: { caseId: string }) {
  const t = useWords()
  const { data } = useAsk('cases.similar', { id: caseId }, { keepLast: true })
  const facts = useFacts()
  const [all, setAll] = useState(false)
  const cases = data?.cases ?? []
  if (cases.length === 0) return null
  const shown = all ? cases : cases.slice(0, shownAtFirst)
  return (
    <Paper component="section" withBorder p="md" mb="lg" aria-labelledby="similar-title">
      <Stack gap="xs">
        <Text fw={600} id="similar-title">
          {t('cases.similar.title', { count: cases.length })}
        </Text>
        <Text size="sm">{t('cases.similar.text', { facts: facts(inCommon(cases)) })}</Text>
        <ul className={classes.plainList}>
          {shown.map((one) => (
            <Similar key={one.id} caseId={caseId} similar={one} />
          ))}
        </ul>
        {shown.length < cases.length && (
          <Button variant="subtle" size="compact-md" w="fit-content" onClick={() => setAll(true)}>
            {t('cases.similar.more', { count: cases.length - shown.length })}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}

/** What all of them share with this one. */
const inCommon = (cases: readonly SimilarCase[]): SimilarCase['shared'] =>
  cases[0]?.shared.filter((fact) => cases.every(({ shared }) => shared.includes(fact))) ?? []

function Similar({ caseId, similar }: { caseId: string; similar: SimilarCase }) {
  const t = useWords()
  const label = useLabels()
  const nameOf = useNames()
  const { id, code, status, mine, ownerName } = similar
  return (
    <li>
      <Anchor component={Link} href={`/cases/${caseId}/compare/${id}`}>
        {t('cases.similar.compare', { code })}
      </Anchor>{' '}
      <Text size="sm" c="dimmed" span>
        {t('cases.similar.facts', {
          status: label(caseStatuses, status),
          owner: mine ? t('cases.mark.mine') : t('cases.owner.other', { name: nameOf(ownerName) }),
        })}
      </Text>
    </li>
  )
}
