import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { sectionNames } from '../../shared/cases/sections.ts'
import { versionKey } from '../../shared/cases/version.ts'
import type { SharedCase, SharedSection } from '../../shared/exchange/payload.ts'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import { SectionContent } from '../cases/section-content.tsx'
import { useLabels, useWords } from '../i18n/words.tsx'
import { StepTimeline } from '../referrals/step-timeline.tsx'

/** As a person meets them: her wishes come first. */
const inOrder = (sections: readonly SharedSection[]): SharedSection[] =>
  sections.toSorted((a, b) => sectionNames.indexOf(a.name) - sectionNames.indexOf(b.name))

/**
 * What a case share says, read-only. The sender before she seals and the recipient before she accepts see this same
 * component, so that what one has checked is what the other reads.
 */
export function SharedCaseContent({ content }: { readonly content: SharedCase }) {
  const t = useWords()
  const label = useLabels()
  const { code, status, sections, steps } = content
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Text fw={700} size="lg">
          {code}
        </Text>
        <Text c="dimmed">{label(caseStatuses, status)}</Text>
      </Group>
      {inOrder(sections).map((section) => (
        <Paper
          key={`${section.name} ${versionKey(section.version)}`}
          component="section"
          withBorder
          p="md"
          aria-label={t(`cases.section.${section.name}`)}
        >
          <Title order={3} size="h5" mb="xs">
            {t(`cases.section.${section.name}`)}
          </Title>
          <SectionContent section={section} />
        </Paper>
      ))}
      {steps.length > 0 && (
        <Paper component="section" withBorder p="md" aria-label={t('exchange.steps')}>
          <Title order={3} size="h5" mb="xs">
            {t('exchange.steps')}
          </Title>
          <StepTimeline steps={steps} />
        </Paper>
      )}
    </Stack>
  )
}
