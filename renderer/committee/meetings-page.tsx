import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Meeting } from '../../shared/committee/committee.contract.ts'
import { dayOf } from '../../shared/dates.ts'
import { useAsk, useChange } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import classes from './committee.module.css'
import { MeetingForm } from './meeting-form.tsx'

/** When the committee meets: so that what is due before a meeting can be seen coming. */
export function MeetingsPage() {
  const t = useWords()
  const { data, error } = useAsk('committee.meetings', {})
  const [open, setOpen] = useState<string | null>(null)
  const closed = useRef<string | null>(null)
  const close = (focusOn: string): void => {
    closed.current = focusOn
    setOpen(null)
  }
  // The button one came from is drawn anew in the place of the form: it takes the focus as soon as it is there.
  useEffect(() => {
    const button = closed.current === null ? null : document.getElementById(closed.current)
    if (open !== null || !button) return
    closed.current = null
    button.focus()
  })
  const meetings = data?.meetings ?? []
  const today = dayOf(Date.now())
  const add = (
    <Button id={addId} onClick={() => setOpen(newMeeting)} variant={open ? 'default' : 'filled'}>
      {t('committee.add')}
    </Button>
  )
  return (
    <Page title={t('committee.meetings')} back={{ to: '/today', label: t('today.title') }} narrow>
      <ErrorNotice error={error} />
      <Stack gap="xl">
        {open === newMeeting ? (
          <MeetingForm onClose={() => close(addId)} />
        ) : meetings.length === 0 && data ? (
          <EmptyState title={t('committee.none.title')} text={t('committee.none.text')} action={add} />
        ) : (
          <div>{data && add}</div>
        )}
        {(['coming', 'past'] as const).map((which) => (
          <MeetingList
            key={which}
            which={which}
            meetings={meetings.filter(({ on }) => (which === 'past' ? on < today : on >= today))}
            open={open}
            onOpen={setOpen}
            onClose={close}
          />
        ))}
      </Stack>
    </Page>
  )
}

const addId = 'add-meeting'
const newMeeting = 'new'

interface MeetingListProps {
  readonly which: 'coming' | 'past'
  readonly meetings: readonly Meeting[]
  readonly open: string | null
  readonly onOpen: (id: string) => void
  readonly onClose: (focusOn: string) => void
}

function MeetingList({ which, meetings, open, onOpen, onClose }: MeetingListProps) {
  const t = useWords()
  if (meetings.length === 0) return null
  return (
    <section aria-labelledby={`meetings-${which}`}>
      <Title order={2} size="h3" id={`meetings-${which}`} mb="sm">
        {t(`committee.${which}`)}
      </Title>
      <ul className={classes.meetings}>
        {meetings.map((meeting) => (
          <li key={meeting.id}>
            {open === meeting.id ? (
              <MeetingForm meeting={meeting} onClose={() => onClose(`meeting-${meeting.id}`)} />
            ) : (
              <MeetingLine meeting={meeting} onEdit={() => onOpen(meeting.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function MeetingLine({ meeting, onEdit }: { meeting: Meeting; onEdit: () => void }) {
  const t = useWords()
  const inWords = useDates()
  const confirm = useConfirm()
  const remove = useChange('committee.removeMeeting')
  const day = inWords(meeting.on)
  const ask = async (): Promise<void> => {
    const sure = await confirm({
      title: t('committee.remove.title', { day }),
      text: t('committee.remove.text'),
      action: t('committee.remove.action'),
    })
    if (!sure) return
    // Not `mutate`, which forgets what comes after when the line is taken away by the answer itself.
    await remove.mutateAsync({ id: meeting.id }).then(
      () => document.getElementById(addId)?.focus(),
      // The notice says it.
      () => undefined,
    )
  }
  return (
    <Group justify="space-between" gap="md">
      <div>
        <Text fw={600}>{meeting.at === null ? day : t('committee.dayAt', { day, at: meeting.at })}</Text>
        <Text c="dimmed" dir="auto">
          {meeting.place}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          id={`meeting-${meeting.id}`}
          variant="default"
          onClick={onEdit}
          aria-label={t('committee.editThis', { day })}
        >
          {t('committee.edit')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => void ask()}
          aria-label={t('committee.removeThis', { day })}
        >
          {t('committee.remove')}
        </Button>
      </Group>
      <ErrorNotice error={remove.error} />
    </Group>
  )
}
