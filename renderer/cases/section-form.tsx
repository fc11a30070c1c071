import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type SectionName, sections } from '../../shared/cases/sections.ts'
import { RelaisError } from '../../shared/errors.ts'
import { shortTextLimit } from '../../shared/fields.ts'
import type { DraftStatus } from '../drafts/use-draft.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { SaveButton } from '../ui/save-button.tsx'
import classes from './case-page.module.css'
import { DraftState, isWaiting } from './draft-state.tsx'
import { EditSteps } from './edit-steps.tsx'
import type { PersonAge } from './fields/fields.ts'
import { SectionFields } from './fields/section-fields.tsx'
import type { VersionOf } from './section-state.ts'
import { SectionVersions } from './section-versions.tsx'
import { useEditHistory } from './use-edit-history.ts'
import { useSectionDraft } from './use-section-draft.ts'

interface SectionFormProps<N extends SectionName> {
  readonly caseId: string
  readonly name: N
  readonly versions: readonly VersionOf<N>[]
  readonly age: PersonAge
  /** Told whether something typed here waits to be saved. */
  readonly onWaiting: (name: SectionName, waiting: boolean) => void
  /** Nobody has saved anything of this case yet: on arrival one may begin to type. */
  readonly isNew: boolean
  /** The way to the next section. */
  readonly next: ReactNode
}

/** One section to fill: kept as it is typed, saved when she says so. */
export function SectionForm<N extends SectionName>(props: SectionFormProps<N>) {
  const { caseId, name, versions, age, onWaiting, isNew, next } = props
  const t = useWords()
  const draft = useSectionDraft(caseId, name, versions)
  const waiting = isWaiting(draft.status)
  const loading = draft.status === 'loading'
  useEffect(() => {
    if (!loading) onWaiting(name, waiting)
  }, [loading, waiting, name, onWaiting])

  const steps = useEditHistory(draft.body, draft.change)
  const change: typeof draft.change = (body) => {
    steps.noting(draft.body, body)
    draft.change(body)
  }
  const title = useRef<HTMLHeadingElement>(null)
  const take = (): void => {
    steps.forget()
    void draft.discard()
  }
  // What was pressed goes away with what it did: the keyboard goes on from the title, just above the way back.
  const giveUp = (): void => {
    steps.forget()
    setJustSaved(false)
    title.current?.focus()
    void draft.giveUp()
  }
  const takeUp = (): void => {
    title.current?.focus()
    draft.takeUp()
  }

  const form = useRef<HTMLDivElement>(null)
  const begins = useEffectEvent(() => {
    // Not when one has come from another section, nor once one is anywhere else.
    const at = document.activeElement
    if (isNew && (at === document.body || at?.tagName === 'H1')) {
      form.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true })
    }
  })
  useEffect(() => {
    if (!loading) begins()
  }, [loading])
  const fits = sections[name].safeParse(draft.body).success
  const [refused, setRefused] = useState(false)
  const [justSaved, setJustSaved] = useState(false)
  const canSave = (waiting || versions.length > 1) && draft.unseen.length === 0 && !draft.saving
  const save = async (): Promise<void> => {
    if (!canSave) return
    setRefused(!fits)
    if (!fits) return longestField(form.current)?.focus()
    if (!(await draft.save())) return
    steps.forget()
    setJustSaved(true)
  }
  useHotkeys([['mod+S', () => void save()]], [])

  return (
    <Stack component="section" gap="lg" aria-labelledby="section-title">
      <div>
        <Title order={2} id="section-title" ref={title} tabIndex={-1} className={classes.sectionTitle}>
          {t(`cases.section.${name}`)}
        </Title>
        <Text c="dimmed">{t(`cases.section.${name}.intro`)}</Text>
      </div>
      {draft.found && (
        <Paper withBorder p="sm" role="status">
          {t('cases.form.found')}
        </Paper>
      )}
      {draft.givenUp && (
        <Paper withBorder p="sm">
          <Group gap="sm">
            <Text component="span" role="status">
              {t('cases.form.discarded')}
            </Text>
            <Button variant="default" size="compact-md" onClick={takeUp}>
              {t('cases.form.takeUp')}
            </Button>
          </Group>
        </Paper>
      )}
      {versions.length > 1 && draft.unseen.length === 0 && (
        <SectionVersions
          title={t('cases.versions.title')}
          text={t('cases.versions.text')}
          versions={versions}
          action={t('cases.versions.startFrom')}
          onTake={({ body }) => change(body)}
        />
      )}
      {draft.unseen.length > 0 && (
        <SectionVersions
          title={t('cases.newer.title')}
          text={t('cases.newer.text')}
          versions={draft.unseen}
          action={t('cases.newer.take')}
          onTake={take}
        >
          <Button variant="default" onClick={draft.keepMine}>
            {t('cases.newer.keepMine')}
          </Button>
        </SectionVersions>
      )}
      {!loading && (
        <Stack gap="lg" ref={form}>
          <SectionFields
            name={name}
            body={draft.body}
            onChange={change}
            age={age}
            place={{ caseId, onDrafted: (other) => onWaiting(other, true) }}
          />
        </Stack>
      )}
      <ErrorNotice error={refused && !fits ? new RelaisError('cases.text_too_long') : draft.error} />
      <div className={classes.formFoot}>
        <Group gap="xs">
          <Status status={draft.status} justSaved={justSaved} savedOn={versions[0]?.savedOn} />
          {waiting && (
            <Button variant="subtle" size="compact-sm" onClick={giveUp}>
              {t('cases.form.discard')}
            </Button>
          )}
          <EditSteps steps={steps} section={name} />
        </Group>
        <Group gap="sm">
          {next}
          <SaveButton
            onClick={() => void save()}
            busy={draft.saving}
            ready={canSave}
            aria-keyshortcuts="Control+S"
          >
            {t('cases.form.save')}
          </SaveButton>
        </Group>
      </div>
    </Stack>
  )
}

/** The first field whose text is too long, when no text may be as long as it is. */
const longestField = (form: HTMLElement | null) =>
  [...(form?.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('[aria-invalid="true"]') ?? [])].find(
    ({ value }) => value.length > shortTextLimit,
  )

interface StatusProps {
  readonly status: DraftStatus
  readonly justSaved: boolean
  readonly savedOn: string | undefined
}

/** Where the words are at this moment. */
function Status({ status, justSaved, savedOn }: StatusProps) {
  const t = useWords()
  const inWords = useDates()
  const waiting = isWaiting(status)
  const saved = savedOn ? t('cases.form.savedOn', { day: inWords(savedOn) }) : t('cases.form.neverSaved')
  return (
    <>
      <DraftState status={status} />
      <Text size="sm" role="status" className={classes.status}>
        {!waiting && justSaved && (
          <>
            <IconCheck size={18} aria-hidden /> {t('cases.form.savedNow')}
          </>
        )}
      </Text>
      {!waiting && !justSaved && (
        <Text size="sm" c="dimmed">
          {saved}
        </Text>
      )}
    </>
  )
}
