import { Anchor, Group, Paper, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { JournalLine } from '../../shared/journal/journal.contract.ts'
import { useWords } from '../i18n/words.tsx'

interface OnlyCaseProps {
  readonly caseId: string
  readonly lines: readonly JournalLine[]
}

/** That the journal is narrowed to one case, and the ways out. Its code is in its lines: asking for the case would be a look. */
export function OnlyCase({ caseId, lines }: OnlyCaseProps) {
  const t = useWords()
  const code = lines.find(({ subject }) => subject?.id === caseId)?.subject?.name
  return (
    <Paper withBorder px="md" py="sm" mb="md">
      <Group justify="space-between">
        <Text fw={600}>{code ? t('journal.filter.case', { code }) : t('journal.filter.caseUnknown')}</Text>
        <Group gap="md">
          {code && (
            <Anchor component={Link} href={`/cases/${caseId}`}>
              {t('journal.filter.openCase')}
            </Anchor>
          )}
          <Anchor component={Link} href="/journal">
            {t('journal.filter.clearCase')}
          </Anchor>
        </Group>
      </Group>
    </Paper>
  )
}
