import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { NamedSection, SectionName } from '../../shared/cases/sections.ts'
import { versionKey } from '../../shared/cases/version.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { SectionContent } from './section-content.tsx'
import type { VersionOf } from './section-state.ts'

interface SectionVersionsProps<N extends SectionName> {
  readonly title: string
  readonly text: string
  readonly versions: readonly VersionOf<N>[]
  /** The word on the button that takes a version; without it they are only shown. */
  readonly action?: string
  readonly onTake?: (version: VersionOf<N>) => void
  readonly children?: ReactNode
}

/** Versions of a section side by side, each with who wrote it and when. None is lost before someone has chosen. */
export function SectionVersions<N extends SectionName>(props: SectionVersionsProps<N>) {
  const { title, text, versions, action, onTake, children } = props
  const t = useWords()
  const nameOf = useNames()
  const inWords = useDates()
  const titleId = useId()
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={titleId}>
      <Stack gap="md">
        <div>
          <Title order={3} size="h4" id={titleId}>
            {title}
          </Title>
          <Text size="sm">{text}</Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: Math.min(versions.length, 2) }}>
          {versions.map((version) => (
            <Stack key={versionKey(version.version)} gap="sm">
              <Text fw={600}>
                {t('cases.versions.by', { name: nameOf(version.authorName), day: inWords(version.savedOn) })}
              </Text>
              <SectionContent section={version as unknown as NamedSection} />
              {action && onTake && (
                <Button variant="default" w="fit-content" onClick={() => onTake(version)}>
                  {action}
                </Button>
              )}
            </Stack>
          ))}
        </SimpleGrid>
        {children && <Group>{children}</Group>}
      </Stack>
    </Paper>
  )
}
