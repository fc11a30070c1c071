import { Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import { useChange } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { SaveButton } from '../ui/save-button.tsx'
import classes from './case-page.module.css'

/**
 * Why a case is not being worked on here: closed, archived, handed over or on its way to someone, since when, and what can be
 * done. Nothing for an open case of hers.
 */
export function CaseStanding({ view }: { view: CaseView }) {
  const t = useWords()
  const nameOf = useNames()
  const inWords = useDates()
  const name = nameOf(view.owner.name)
  const since = inWords(view.turns.findLast(({ to }) => to === view.status)?.on ?? view.updatedOn)
  if (view.handover) return <Pending view={view} handover={view.handover} />
  if (view.status === 'transferred') {
    return (
      <Standing title={t('cases.standing.transferred', { name, day: since })}>
        <Text>{t('cases.standing.transferred.text')}</Text>
      </Standing>
    )
  }
  if (!view.owner.me) return <Standing title={t('cases.theirs')} />
  if (view.status === 'open') return null
  return (
    <Standing title={t(`cases.standing.${view.status}`, { day: since })}>
      <Text>{t(`cases.standing.${view.status}.text`)}</Text>
    </Standing>
  )
}

interface PendingProps {
  readonly view: CaseView
  readonly handover: NonNullable<CaseView['handover']>
}

/** On its way: nothing changes until the answer is here. */
function Pending({ view, handover }: PendingProps) {
  const t = useWords()
  const nameOf = useNames()
  const inWords = useDates()
  const confirm = useConfirm()
  const callOff = useChange('exchange.callOffHandover')
  const stop = async (): Promise<void> => {
    const sure = await confirm({
      title: t('cases.handover.callOff.title'),
      text: t('cases.handover.callOff.text'),
      action: t('cases.handover.callOff'),
    })
    if (!sure) return
    // Not `mutate`, which forgets what comes after when this is taken away by the answer itself.
    await callOff.mutateAsync({ caseId: view.id }).then(
      () => document.querySelector('h1')?.focus({ preventScroll: true }),
      // The notice says it.
      () => undefined,
    )
  }
  const name = nameOf(handover.toName)
  return (
    <Standing title={t('cases.standing.handover', { name, day: inWords(handover.since) })}>
      <Text>{t('cases.standing.handover.text')}</Text>
      <SaveButton variant="default" w="fit-content" busy={callOff.isPending} onClick={() => void stop()}>
        {t('cases.handover.callOff')}
      </SaveButton>
      <ErrorNotice error={callOff.error} />
    </Standing>
  )
}

function Standing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Paper
      withBorder
      p="md"
      mb="lg"
      className={classes.standing}
      id="case-standing"
      tabIndex={-1}
      role="note"
    >
      <Stack gap="xs">
        <Text fw={600}>{title}</Text>
        {children}
      </Stack>
    </Paper>
  )
}
