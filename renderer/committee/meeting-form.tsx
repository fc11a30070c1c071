import { Button, Group, Paper, Stack, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Meeting } from '../../shared/committee/committee.contract.ts'
import { useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { SaveButton } from '../ui/save-button.tsx'

interface MeetingFormProps {
  /** None: a new one. */
  readonly meeting?: Meeting
  readonly onClose: () => void
}

/** The day, the hour and the place of a meeting; only the day is asked for. */
export function MeetingForm({ meeting, onClose }: MeetingFormProps) {
  const t = useWords()
  const [id] = useState(() => meeting?.id ?? crypto.randomUUID())
  const [on, setOn] = useState(meeting?.on ?? null)
  const [at, setAt] = useState(meeting?.at ?? '')
  const [place, setPlace] = useState(meeting?.place ?? '')
  const save = useChange('committee.saveMeeting')
  const form = useRef<HTMLDivElement>(null)
  // The button that opened this is gone: the first field takes the focus in its place.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const put = (): void => {
    if (on === null || save.isPending) return
    save.mutate({ meeting: { id, on, at: at === '' ? null : at, place } }, { onSuccess: onClose })
  }
  return (
    <Paper
      component="form"
      withBorder
      p="md"
      onSubmit={(event) => {
        event.preventDefault()
        put()
      }}
    >
      <Stack gap="md" ref={form}>
        <DayField label={t('committee.on')} value={on} onChange={setOn} clearable />
        <TextInput
          type="time"
          label={t('committee.at')}
          description={t('committee.optional')}
          value={at}
          onChange={({ currentTarget }) => setAt(currentTarget.value)}
        />
        <TextInput
          label={t('committee.place')}
          description={t('committee.place.hint')}
          value={place}
          maxLength={200}
          dir="auto"
          onChange={({ currentTarget }) => setPlace(currentTarget.value)}
        />
        <ErrorNotice error={save.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('committee.cancel')}
          </Button>
          <SaveButton type="submit" busy={save.isPending} ready={on !== null}>
            {t('committee.save')}
          </SaveButton>
        </Group>
      </Stack>
    </Paper>
  )
}
