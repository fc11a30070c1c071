import { Anchor, Button, Group, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import { standingOfConsents } from '../../shared/cases/consent-standing.ts'
import { mayTurn } from '../../shared/cases/turns.ts'
import { dayOf } from '../../shared/dates.ts'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import { useChange } from '../client.ts'
import { ConsentMark } from '../consent/consent-mark.tsx'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import classes from './case-page.module.css'
import { versionsOf } from './section-state.ts'

/** Whether it is hers to change: her own, and not on its way to someone else. */
export const isMine = (view: CaseView): boolean => view.owner.me && view.handover === null

/** Whose case it is, since when, and where it stands. */
export function CaseFacts({ view }: { view: CaseView }) {
  const t = useWords()
  const nameOf = useNames()
  const label = useLabels()
  const inWords = useDates()
  const consents = versionsOf(view.sections, 'consents').flatMap(({ body }) => body.items)
  return (
    <Group gap="sm" className={classes.facts}>
      <StateBadge tone={view.status === 'open' ? 'info' : 'neutral'}>
        {label(caseStatuses, view.status)}
      </StateBadge>
      <ConsentMark standing={standingOfConsents(consents, dayOf(Date.now()))} />
      <Text size="sm">
        {view.owner.me ? t('cases.owner.me') : t('cases.owner.other', { name: nameOf(view.owner.name) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('cases.dates', { created: inWords(view.createdOn), updated: inWords(view.updatedOn) })}
      </Text>
      <Anchor component={Link} href={`/journal/${view.id}`} size="sm">
        {t('journal.ofCase')}
      </Anchor>
      <Anchor component={Link} href={`/cases/${view.id}/print`} size="sm">
        {t('documents.print')}
      </Anchor>
    </Group>
  )
}

/** What one does with the whole case. What asks for a reason or a note has a page of its own. */
export function CaseActions({ view }: { view: CaseView }) {
  const t = useWords()
  const turn = useChange('cases.turn')
  const archive = (): void => {
    // Not `mutate`, which forgets what comes after when the button is taken away by the answer itself; the focus, which was
    // on it, goes on from what now stands above the case.
    turn.mutateAsync({ id: view.id, turn: { to: 'archived' } }).then(
      () => document.getElementById('case-standing')?.focus({ preventScroll: true }),
      // The notice says it.
      () => undefined,
    )
  }
  return (
    <>
      {view.status === 'open' && (
        <Button component={Link} href={`/cases/${view.id}/close`} variant="default">
          {t('cases.status.close')}
        </Button>
      )}
      {mayTurn(view.status, 'open') && (
        <Button component={Link} href={`/cases/${view.id}/reopen`}>
          {t('cases.status.reopen')}
        </Button>
      )}
      {view.status === 'closed' && (
        <Button variant="default" onClick={archive}>
          {t('cases.status.archive')}
        </Button>
      )}
      <Button
        component={Link}
        href={`/cases/${view.id}/send`}
        variant={view.status === 'open' ? 'light' : 'default'}
      >
        {t('cases.send')}
      </Button>
      <ErrorNotice error={turn.error} />
    </>
  )
}
