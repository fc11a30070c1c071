import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import { type NamedSection, type SectionName, sectionNames } from '../../shared/cases/sections.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { StepTimeline } from '../referrals/step-timeline.tsx'
import { TrajectoryState } from '../referrals/trajectory-state.tsx'
import { isMine } from './case-header.tsx'
import { CaseHistory } from './case-history.tsx'
import classes from './case-page.module.css'
import { SectionContent } from './section-content.tsx'
import { isEmptySection, versionsOf } from './section-state.ts'
import { SectionVersions } from './section-versions.tsx'

interface CaseOverviewProps {
  readonly view: CaseView
  readonly steps: readonly Step[]
}

/** The whole case, to be read: her wishes first, and what nobody has written in yet left out. */
export function CaseOverview({ view, steps }: CaseOverviewProps) {
  const t = useWords()
  const written = sectionNames.filter((name) =>
    versionsOf(view.sections, name).some((version) => !isEmptySection(version as NamedSection)),
  )
  return (
    <Stack gap="xl">
      <TrajectoryState steps={steps} />
      {written.length === 0 && <Text c="dimmed">{t('cases.overview.nothing')}</Text>}
      {written.map((name) => (
        <OverviewSection key={name} view={view} name={name} />
      ))}
      {steps.length > 0 && (
        <Stack component="section" gap="md" aria-labelledby="overview-trajectory">
          <Heading id="overview-trajectory" view={view} place="trajectory" />
          <StepTimeline steps={steps} />
        </Stack>
      )}
      <CaseHistory turns={view.turns} />
    </Stack>
  )
}

function OverviewSection({ view, name }: { view: CaseView; name: SectionName }) {
  const t = useWords()
  const nameOf = useNames()
  const inWords = useDates()
  const versions = versionsOf(view.sections, name)
  const [only] = versions
  return (
    <Stack component="section" gap="sm" aria-labelledby={`overview-${name}`} className={classes.overview}>
      <Heading id={`overview-${name}`} view={view} place={name} />
      {versions.length > 1 ? (
        <SectionVersions
          title={t('cases.versions.title')}
          text={t(view.owner.me ? 'cases.versions.open' : 'cases.versions.theirs')}
          versions={versions}
        />
      ) : (
        only && (
          <>
            <SectionContent section={only as NamedSection} />
            <Text size="sm" c="dimmed">
              {t('cases.versions.by', { name: nameOf(only.authorName), day: inWords(only.savedOn) })}
            </Text>
          </>
        )
      )}
    </Stack>
  )
}

interface HeadingProps {
  readonly id: string
  readonly view: CaseView
  readonly place: SectionName | 'trajectory'
}

function Heading({ id, view, place }: HeadingProps) {
  const t = useWords()
  const title = t(`cases.section.${place}`)
  return (
    <Group justify="space-between" gap="sm">
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      {isMine(view) && (
        <Anchor
          component={Link}
          href={`/cases/${view.id}/${place}`}
          aria-label={t('cases.overview.editThis', { title })}
        >
          {t('cases.overview.edit')}
        </Anchor>
      )}
    </Group>
  )
}
