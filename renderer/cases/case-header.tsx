import { Anchor, Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import { useChange } from '../client.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import classes from './case-page.module.css'

/** Whose case it is, since when, and where it stands. */
export function CaseFacts({ view }: { view: CaseView }) {
  const t = useWords()
  const nameOf = useNames()
  const label = useLabels()
  const inWords = useDates()
  return (
    <Group gap="sm" className={classes.facts}>
      <StateBadge tone={view.status === 'open' ? 'info' : 'neutral'}>
        {label(caseStatuses, view.status)}
      </StateBadge>
      <Text size="sm">
        {view.owner.me ? t('cases.owner.me') : t('cases.owner.other', { name: nameOf(view.owner.name) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('cases.dates', { created: inWords(view.createdOn), updated: inWords(view.updatedOn) })}
      </Text>
      <Anchor component={Link} href={`/journal/${view.id}`} size="sm">
        {t('journal.ofCase')}
      </Anchor>
    </Group>
  )
}

type Status = CaseView['status']
/** What can be made of a case from where it stands, with the word on the button. */
const nextOf = {
  open: [
    { to: 'closed', word: 'cases.status.close' },
    { to: 'archived', word: 'cases.status.archive' },
  ],
  closed: [
    { to: 'open', word: 'cases.status.reopen' },
    { to: 'archived', word: 'cases.status.archive' },
  ],
  archived: [{ to: 'open', word: 'cases.status.unarchive' }],
} as const satisfies Record<Status, readonly { to: Status; word: string }[]>

/** What one does with the whole case. Closing and archiving are taken back with one press rather than confirmed. */
export function CaseActions({ view }: { view: CaseView }) {
  const t = useWords()
  const setStatus = useChange('cases.setStatus')
  return (
    <>
      {nextOf[view.status].map(({ to, word }) => (
        <Button key={to} variant="default" onClick={() => setStatus.mutate({ id: view.id, status: to })}>
          {t(word)}
        </Button>
      ))}
      <Button component={Link} href={`/cases/${view.id}/send`} variant="light">
        {t('cases.send')}
      </Button>
      <ErrorNotice error={setStatus.error} />
    </>
  )
}

/** After a change of status: what was done, and the way back. */
export function StatusUndo({ view }: { view: CaseView }) {
  const t = useWords()
  const setStatus = useChange('cases.setStatus')
  const [shown, setShown] = useState({ now: view.status, before: null as Status | null })
  if (shown.now !== view.status) {
    // Taking it back is not offered to be taken back in turn.
    setShown({ now: view.status, before: shown.before === view.status ? null : shown.now })
  }
  const { before } = shown
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed is gone, and the focus with it: it goes on from here.
    if (before && document.activeElement === document.body) said.current?.focus({ preventScroll: true })
  }, [before])
  return (
    <div role="status">
      {before && (
        <Group gap="sm" className={classes.undo} ref={said} tabIndex={-1}>
          <Text>{t(`cases.status.now.${view.status}`)}</Text>
          <Button variant="light" onClick={() => setStatus.mutate({ id: view.id, status: before })}>
            {t('cases.status.undo')}
          </Button>
        </Group>
      )}
    </div>
  )
}
