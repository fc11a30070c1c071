import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type EntryView, entryDetails } from '../../shared/directory/directory.contract.ts'
import { DraftState, isWaiting } from '../cases/draft-state.tsx'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { SaveButton } from '../ui/save-button.tsx'
import { toast } from '../ui/toast.ts'
import classes from './directory.module.css'
import { EntryFacts } from './entry-facts.tsx'
import { EntryFields } from './entry-fields.tsx'
import { useEntryDraft } from './use-entry-draft.ts'

/** A service to write down or to change: kept as it is typed, saved when she says so. */
export function EntryForm({ view }: { readonly view: EntryView | null }) {
  const t = useWords()
  const [, go] = useLocation()
  const draft = useEntryDraft(view)
  const { details } = draft
  const waiting = isWaiting(draft.status)
  // Two texts side by side are settled by a save, also one of the first as it stands.
  const ready = (waiting || view === null || view.rival !== null) && !draft.overtaken
  const needsName = details.organisation.trim() === ''
  const unfit = needsName ? 'needsName' : entryDetails.safeParse(details).success ? null : 'tooLong'
  const fields = useRef<HTMLDivElement>(null)
  /** How often it was to be saved and could not be: the field that is wrong takes the focus each time. */
  const [stopped, setStopped] = useState(0)
  useEffect(() => {
    if (stopped > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [stopped])

  const save = async (): Promise<void> => {
    if (!ready || draft.saving) return
    if (unfit) {
      setStopped(stopped + 1)
      return
    }
    if (!(await draft.save())) return
    toast(t('directory.saved'))
    go(`/directory/${draft.id}`)
  }
  const leave = async (): Promise<void> => {
    if (waiting) await draft.discard()
    go(view ? `/directory/${view.id}` : '/directory')
  }
  useHotkeys([['mod+S', () => void save()]], [])
  if (draft.status === 'loading') return null

  return (
    <Stack gap="xl">
      {draft.found && (
        <Paper withBorder p="sm" role="status">
          {t('directory.form.found')}
        </Paper>
      )}
      {view && draft.overtaken && (
        <Beside title={t('directory.overtaken.title')} text={t('directory.overtaken.text')}>
          <EntryFacts details={view} unlike={details} />
          <Group>
            <Button variant="default" onClick={draft.keepMine}>
              {t('directory.overtaken.keepMine')}
            </Button>
            <Button variant="default" onClick={() => void draft.discard()}>
              {t('directory.overtaken.take')}
            </Button>
          </Group>
        </Beside>
      )}
      {view?.rival && !draft.overtaken && (
        <Beside title={t('directory.rival.other')} text={t('directory.rival.merge')}>
          <EntryFacts details={view.rival} unlike={view} />
        </Beside>
      )}
      <Stack gap="xl" ref={fields}>
        <EntryFields details={details} onChange={draft.change} needsName={stopped > 0 && needsName} />
      </Stack>
      <ErrorNotice error={draft.error} />
      <Group justify="space-between" className={classes.foot}>
        <DraftState status={draft.status} />
        <Group gap="sm" ml="auto">
          {stopped > 0 && unfit && <Text size="sm">{t(`directory.form.${unfit}`)}</Text>}
          <Button variant="subtle" color="gray" onClick={() => void leave()}>
            {t(waiting ? 'directory.form.discard' : 'directory.form.cancel')}
          </Button>
          <SaveButton
            onClick={() => void save()}
            busy={draft.saving}
            ready={ready}
            aria-keyshortcuts="Control+S"
          >
            {t('directory.form.save')}
          </SaveButton>
        </Group>
      </Group>
    </Stack>
  )
}

interface BesideProps {
  readonly title: string
  readonly text: string
  readonly children: React.ReactNode
}

/** Another text, to be read before this one is saved. */
function Beside({ title, text, children }: BesideProps) {
  return (
    <Paper component="section" withBorder p="md" aria-label={title}>
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm">{text}</Text>
        </div>
        {children}
      </Stack>
    </Paper>
  )
}
