import { Button, Group, Paper, Radio, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useId } from 'react'
import type { Consent } from '../../../shared/cases/sections.ts'
import { dayOf } from '../../../shared/dates.ts'
import {
  type ConsentGiver,
  consentGivers,
  consentGiversFor,
  consentPurposes,
} from '../../../shared/vocab/consent.ts'
import { services } from '../../../shared/vocab/services.ts'
import { useLabels, useLocale, useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ReadOnly } from '../../ui/read-only-text.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { consentState, namesServices } from '../consent-state.ts'
import { isShown, type PersonAge } from './fields.ts'

interface ConsentItemProps {
  readonly consent: Consent
  readonly age: PersonAge
  readonly onChange?: (consent: Consent) => void
  readonly onRemove: () => void
}

/** One consent: what for, to whom, given by whom, from when to when. */
export function ConsentItem({ consent, age, onChange, onRemove }: ConsentItemProps) {
  const t = useWords()
  const label = useLabels()
  const headingId = useId()
  const today = dayOf(Date.now())
  const readOnly = !onChange
  const set = (part: Partial<Consent>) => onChange?.({ ...consent, ...part })
  const state = consentState(consent, today)
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={headingId}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={3} size="h4" id={headingId}>
            {label(consentPurposes, consent.purpose)}
          </Title>
          <StateBadge tone={state === 'running' ? 'good' : 'neutral'}>
            {t(`cases.consents.state.${state}`)}
          </StateBadge>
        </Group>
        {(consent.services.length > 0 || (!readOnly && namesServices(consent.purpose))) && (
          <CodeChecks
            label={t('cases.consents.services')}
            description={t('cases.consents.services.hint')}
            list={services}
            value={consent.services}
            onChange={(next) => set({ services: next })}
            readOnly={readOnly}
          />
        )}
        {readOnly ? (
          consent.recipients && (
            <ReadOnly label={t('cases.consents.recipients')}>{consent.recipients}</ReadOnly>
          )
        ) : (
          <TextInput
            label={t('cases.consents.recipients')}
            description={t('cases.consents.recipients.hint')}
            value={consent.recipients}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            onChange={({ currentTarget }) => set({ recipients: currentTarget.value })}
          />
        )}
        <GivenBy consent={consent} age={age} onChange={onChange && ((givenBy) => set({ givenBy }))} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <DayField
            label={t('cases.consents.givenOn')}
            value={consent.givenOn}
            max={today}
            onChange={(day) => day && set({ givenOn: day })}
            readOnly={readOnly}
          />
          {isShown(readOnly, consent.endsOn) && (
            <DayField
              label={t('cases.consents.endsOn')}
              value={consent.endsOn}
              min={consent.givenOn}
              onChange={(endsOn) => set({ endsOn })}
              clearable
              readOnly={readOnly}
            />
          )}
          {isShown(readOnly, consent.withdrawnOn) && (
            <DayField
              label={t('cases.consents.withdrawnOn')}
              value={consent.withdrawnOn}
              min={consent.givenOn}
              max={today}
              onChange={(withdrawnOn) => set({ withdrawnOn })}
              clearable
              readOnly={readOnly}
            />
          )}
        </SimpleGrid>
        {!readOnly && (
          <Button variant="default" w="fit-content" onClick={onRemove}>
            {t('cases.consents.remove')}
          </Button>
        )}
      </Stack>
    </Paper>
  )
}

interface GivenByProps {
  readonly consent: Consent
  readonly age: PersonAge
  readonly onChange?: (giver: ConsentGiver) => void
}

/** Only those who may consent at that age, and whoever was noted before the age was known. */
function GivenBy({ consent, age, onChange }: GivenByProps) {
  const t = useWords()
  const label = useLabels()
  const locale = useLocale()
  if (!onChange) {
    return <ReadOnly label={t('cases.consents.givenBy')}>{label(consentGivers, consent.givenBy)}</ReadOnly>
  }
  const allowed = consentGiversFor(age.band)
  const mayGive = allowed.includes(consent.givenBy)
  const offered = mayGive ? allowed : [...allowed, consent.givenBy]
  return (
    <>
      <Radio.Group<ConsentGiver>
        label={t('cases.consents.givenBy')}
        value={consent.givenBy}
        onChange={onChange}
      >
        <Stack gap="xs" mt="xs">
          {offered.map((giver) => (
            <Radio
              key={giver}
              value={giver}
              label={label(consentGivers, giver)}
              description={consentGivers[giver].definition?.[locale]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {!mayGive && <Text size="sm">{t('cases.consents.giverAgainstAge')}</Text>}
    </>
  )
}
