import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SectionName } from '../../shared/cases/sections.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { type Choice, isComplete, longestDays } from './choice.ts'
import { ChooseContent } from './choose-content.tsx'
import { ChooseRecipients } from './choose-recipients.tsx'

interface ChooseProps {
  readonly members: readonly Member[]
  readonly sections: readonly SectionName[]
  readonly steps: readonly Step[]
  readonly today: PlainDate
  readonly value: Choice
  readonly onChange: (value: Choice) => void
  readonly onLook: () => void
  readonly looking: boolean
  readonly error: Error | null
}

/** To whom, what, until when. The next step is to look at it, never to send it unseen. */
export function Choose({ members, sections, steps, today, value, onChange, ...next }: ChooseProps) {
  const t = useWords()
  const complete = isComplete(value, today)
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Part title={t('exchange.recipients')}>
          <ChooseRecipients
            members={members}
            value={value.recipients}
            onChange={(recipients) => onChange({ ...value, recipients })}
          />
        </Part>
        <Stack>
          <Part title={t('exchange.content')}>
            <ChooseContent
              sections={sections}
              steps={steps}
              value={value}
              onChange={(chosen) => onChange({ ...value, ...chosen })}
            />
          </Part>
          <Part title={t('exchange.expiry')}>
            <DayField
              label={t('exchange.expiry.label')}
              description={t('exchange.expiry.text', { days: longestDays })}
              value={value.expiresOn}
              onChange={(expiresOn) => onChange({ ...value, expiresOn })}
              min={today}
              max={addDays(today, longestDays)}
            />
          </Part>
        </Stack>
      </SimpleGrid>
      <ErrorNotice error={next.error} />
      <Group justify="flex-end">
        {!complete && (
          <Text size="sm" c="dimmed">
            {t('exchange.incomplete')}
          </Text>
        )}
        <Button disabled={!complete} loading={next.looking} onClick={next.onLook}>
          {t('exchange.look')}
        </Button>
      </Group>
    </Stack>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper component="section" aria-label={title} withBorder p="md">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  )
}
