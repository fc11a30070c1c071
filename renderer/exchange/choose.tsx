import { Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { SectionName } from '../../shared/cases/sections.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { type Choice, isComplete } from './choice.ts'
import { ChooseContent } from './choose-content.tsx'
import { ChoosePurpose } from './choose-purpose.tsx'
import { ChooseRecipients } from './choose-recipients.tsx'
import { Gaps, useNamesOf } from './gaps.tsx'
import { Part } from './part.tsx'
import { Until } from './until.tsx'
import type { AskedCoverage } from './use-coverage.ts'

interface ChooseProps {
  readonly caseId: string
  readonly members: readonly Member[]
  readonly sections: readonly SectionName[]
  readonly steps: readonly Step[]
  readonly today: PlainDate
  readonly value: Choice
  readonly coverage: AskedCoverage
  readonly onChange: (value: Choice) => void
  readonly onLook: () => void
  readonly looking: boolean
  readonly error: Error | null
}

/** What for, to whom, what, until when. The next step is to look at it, never to send it unseen. */
export function Choose(props: ChooseProps) {
  const { caseId, members, sections, steps, today, value, coverage, onChange, ...next } = props
  const t = useWords()
  const namesOf = useNamesOf(members)
  const gaps = coverage.data?.gaps ?? []
  const complete = isComplete(value, today)
  const ready = complete && coverage.current && gaps.length === 0
  const stoppedFor = (name: SectionName): string =>
    namesOf(
      (coverage.data?.uncovered ?? [])
        .filter(({ section }) => section === name)
        .map(({ recipient }) => recipient),
    )
  return (
    <Stack>
      <Part title={t('exchange.purpose')}>
        <ChoosePurpose value={value.purpose} onChange={(purpose) => onChange({ ...value, purpose })} />
      </Part>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" style={{ alignItems: 'start' }}>
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
              stoppedFor={stoppedFor}
              value={value}
              onChange={(chosen) => onChange({ ...value, ...chosen })}
            />
          </Part>
          <Until
            today={today}
            value={value.expiresOn}
            onChange={(expiresOn) => onChange({ ...value, expiresOn })}
          />
        </Stack>
      </SimpleGrid>
      <div role="status">
        <Gaps caseId={caseId} gaps={gaps} members={members} />
      </div>
      <ErrorNotice error={next.error} />
      <Group justify="flex-end">
        {!ready && (
          <Text size="sm" c="dimmed">
            {t(gaps.length > 0 ? 'exchange.stopped' : 'exchange.incomplete')}
          </Text>
        )}
        <Button disabled={!ready} loading={next.looking} onClick={next.onLook}>
          {t('exchange.look')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('exchange.handover.instead')}{' '}
        <Anchor component={Link} href={`/cases/${caseId}/hand-over`} size="sm" underline="always">
          {t('exchange.handover.go')}
        </Anchor>
      </Text>
    </Stack>
  )
}
