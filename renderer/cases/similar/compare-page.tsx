import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import type { CaseView } from '../../../shared/cases/cases.contract.ts'
import { type NamedSection, type SectionName, sectionNames } from '../../../shared/cases/sections.ts'
import { mayTurn } from '../../../shared/cases/turns.ts'
import { useAsk, useChange } from '../../client.ts'
import { useWords } from '../../i18n/words.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SaveButton } from '../../ui/save-button.tsx'
import { toast } from '../../ui/toast.ts'
import { CaseFacts, isMine } from '../case-header.tsx'
import classes from '../case-page.module.css'
import { SectionContent } from '../section-content.tsx'
import { isEmptySection, versionsOf } from '../section-state.ts'

interface ComparePageProps {
  readonly caseId: string
  readonly otherId: string
}

/** Two cases side by side, to be read. Whether they are one situation is for a person to say, and nothing is put together. */
export function ComparePage({ caseId, otherId }: ComparePageProps) {
  const t = useWords()
  const one = useAsk('cases.get', { id: caseId })
  const other = useAsk('cases.get', { id: otherId })
  const error = one.error ?? other.error
  if (!error && !(one.data && other.data)) return null
  return (
    <Page
      title={t('cases.compare.title')}
      back={{ to: `/cases/${caseId}`, label: one.data?.code ?? t('cases.title') }}
    >
      <ErrorNotice error={error} />
      {one.data && other.data && <Comparison one={one.data} other={other.data} />}
    </Page>
  )
}

interface Pair {
  readonly one: CaseView
  readonly other: CaseView
}

function Comparison({ one, other }: Pair) {
  const t = useWords()
  const written = sectionNames.filter((name) => [one, other].some((view) => writtenIn(view, name).length > 0))
  return (
    <Stack gap="xl">
      <Verdict one={one} other={other} />
      <SimpleGrid cols={2} className={classes.compareHead}>
        {[one, other].map((view) => (
          <div key={view.id}>
            <Title order={2} size="h3">
              <Anchor component={Link} href={`/cases/${view.id}`} inherit>
                {view.code}
              </Anchor>
            </Title>
            <CaseFacts view={view} />
          </div>
        ))}
      </SimpleGrid>
      {written.map((name) => (
        <Stack
          component="section"
          gap="sm"
          key={name}
          className={classes.overview}
          aria-labelledby={`compare-${name}`}
        >
          <Title order={3} size="h4" id={`compare-${name}`}>
            {t(`cases.section.${name}`)}
          </Title>
          <SimpleGrid cols={2}>
            {[one, other].map((view) => (
              <SideOf key={view.id} view={view} name={name} />
            ))}
          </SimpleGrid>
        </Stack>
      ))}
    </Stack>
  )
}

const writtenIn = (view: CaseView, name: SectionName) =>
  versionsOf(view.sections, name).filter((version) => !isEmptySection(version as NamedSection))

function SideOf({ view, name }: { view: CaseView; name: SectionName }) {
  const t = useWords()
  const versions = writtenIn(view, name)
  return (
    <section aria-label={t('cases.compare.side', { section: t(`cases.section.${name}`), code: view.code })}>
      {versions.length === 0 && <Text c="dimmed">{t('cases.section.nothing')}</Text>}
      <Stack gap="md">
        {versions.map((version) => (
          <SectionContent key={JSON.stringify(version.version)} section={version as NamedSection} />
        ))}
      </Stack>
    </section>
  )
}

/** What one can say having looked. The one answer is kept; for the other it says what to do. */
function Verdict({ one, other }: Pair) {
  const t = useWords()
  const [, go] = useLocation()
  const tell = useChange('cases.tellApart')
  const closable = [other, one].find((view) => isMine(view) && mayTurn(view.status, 'closed'))
  const apart = async (): Promise<void> => {
    try {
      await tell.mutateAsync({ id: one.id, other: other.id })
    } catch {
      return
    }
    toast(t('cases.compare.apart.done', { code: other.code }))
    go(`/cases/${one.id}/overview`)
  }
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text>{t('cases.compare.text')}</Text>
        <Group gap="md">
          <SaveButton busy={tell.isPending} onClick={() => void apart()}>
            {t('cases.compare.apart')}
          </SaveButton>
          {closable && (
            <Anchor component={Link} href={`/cases/${closable.id}/close`}>
              {t('cases.compare.close', { code: closable.code })}
            </Anchor>
          )}
        </Group>
        <ErrorNotice error={tell.error} />
      </Stack>
    </Paper>
  )
}
