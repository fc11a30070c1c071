import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { isServiceGap, serviceOutcomes } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { versionsOf } from '../cases/section-state.ts'
import { useAsk } from '../client.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import classes from './referrals.module.css'

/** The services that she needs and that nobody was asked for, each with why; those that were not to be had are marked. Always
 * there, since a lack that has no place is never noted. */
export function NotAsked({ caseId }: { caseId: string }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const { data } = useAsk('cases.get', { id: caseId })
  const needs = versionsOf(data?.sections ?? [], 'services')
    .flatMap(({ body }) => body.items)
    .filter(({ outcome }) => outcome !== null && outcome !== 'referred')
  return (
    <Stack component="section" gap="xs" aria-labelledby="not-asked">
      <Title order={3} size="h4" id="not-asked">
        {t('referrals.notAsked')}
      </Title>
      {needs.length === 0 && <Text c="dimmed">{t('referrals.notAsked.none')}</Text>}
      <ul className={classes.notAsked}>
        {needs.map(({ id, service, outcome, on, note }) => (
          <li key={id}>
            <Group gap="xs">
              <Text fw={600}>{label(services, service)}</Text>
              <Text>{label(serviceOutcomes, outcome ?? '')}</Text>
              {outcome !== null && isServiceGap(outcome) && (
                <StateBadge tone="bad">{t('referrals.gap')}</StateBadge>
              )}
            </Group>
            {(note || on) && (
              <Text size="sm" c="dimmed" className={classes.fact}>
                {[on && inWords(on), note].filter(Boolean).join(' · ')}
              </Text>
            )}
          </li>
        ))}
      </ul>
      <Anchor component={Link} href={`/cases/${caseId}/services`} size="sm">
        {t('referrals.notAsked.add')}
      </Anchor>
    </Stack>
  )
}
