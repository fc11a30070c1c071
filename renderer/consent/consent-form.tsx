import { Button, Group, Radio, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { type Consent, namesServices } from '../../shared/cases/consent.ts'
import { addMonths, dayOf } from '../../shared/dates.ts'
import { consentGivers, consentGiversOf, consentPurposes } from '../../shared/vocab/consent.ts'
import { explainedWays, legalGrounds } from '../../shared/vocab/legal-grounds.ts'
import { services } from '../../shared/vocab/services.ts'
import type { PersonAge } from '../cases/fields/fields.ts'
import { useLabels, useLocale, useWords } from '../i18n/words.tsx'
import { CodeChecks } from '../ui/code-checks.tsx'
import { CodeRadios } from '../ui/code-radios.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ShortText } from '../ui/short-text.tsx'
import classes from './consent.module.css'
import { ConsentRecipients } from './consent-recipients.tsx'
import { ConsentSections } from './consent-sections.tsx'
import { WithheldFields } from './withheld-fields.tsx'

/** Those most often asked for; the others come at the press of a button. */
const firstServices = 8

interface ConsentFormProps {
  readonly consent: Consent
  readonly age: PersonAge
  readonly onChange: (part: Partial<Consent>) => void
  readonly onDone: () => void
}

/** What she agrees to, question by question: for which services, to whom, what, until when, and what to keep back. */
export function ConsentForm({ consent, age, onChange, onDone }: ConsentFormProps) {
  const t = useWords()
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => form.current?.focus(), [])
  const ground = consent.basis === 'legal_ground'
  return (
    <Stack gap="lg" ref={form} tabIndex={-1} className={classes.form}>
      {ground && <Ground consent={consent} onChange={onChange} />}
      {(namesServices(consent.purpose) || consent.services.length > 0) && (
        <Part title={t('consent.services')}>
          <CodeChecks
            label={t('consent.services.which')}
            description={t('consent.services.hint')}
            list={services}
            value={consent.services}
            onChange={(next) => onChange({ services: next })}
            first={firstServices}
          />
          {consent.purpose === 'service_referral' && consent.services.length === 0 && (
            <Text size="sm">{t('consent.services.missing')}</Text>
          )}
        </Part>
      )}
      <Part title={t('consent.recipients')}>
        <ConsentRecipients consent={consent} onChange={onChange} />
      </Part>
      <Part title={t('consent.sections')}>
        <ConsentSections value={consent.sections} onChange={(sections) => onChange({ sections })} />
      </Part>
      <Part title={t('consent.how')}>
        {!ground && <GivenBy consent={consent} age={age} onChange={onChange} />}
        {!ground && (
          <CodeChecks
            label={t('consent.explained')}
            list={explainedWays}
            value={consent.explained}
            onChange={(explained) => onChange({ explained })}
          />
        )}
        <Term consent={consent} onChange={onChange} />
        {!ground && (
          <ShortText
            label={t('consent.note')}
            description={t('consent.note.hint')}
            value={consent.note}
            onChange={(note) => onChange({ note })}
          />
        )}
      </Part>
      <Part title={t('consent.withheld')}>
        <WithheldFields items={consent.withheld} onChange={(withheld) => onChange({ withheld })} />
      </Part>
      <Group gap="sm">
        <Button variant="light" onClick={onDone}>
          {t('consent.close')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('consent.done.hint')}
        </Text>
      </Group>
    </Stack>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <Stack component="section" gap="md" className={classes.part} aria-labelledby={id}>
      <Title order={5} id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  )
}

type PartProps = Pick<ConsentFormProps, 'consent' | 'onChange'>

function Ground({ consent, onChange }: PartProps) {
  const t = useWords()
  return (
    <Part title={t('consent.basis')}>
      <Text size="sm">{t('consent.basis.hint')}</Text>
      <CodeRadios
        label={t('consent.ground')}
        list={legalGrounds}
        value={consent.ground}
        onChange={(next) => onChange({ ground: next })}
      />
      <ShortText
        label={t('consent.facts')}
        description={t('consent.facts.hint')}
        value={consent.note}
        onChange={(note) => onChange({ note })}
      />
      {consent.note.trim() === '' && <Text size="sm">{t('consent.facts.missing')}</Text>}
      <CodeSelect
        label={t('consent.ground.purpose')}
        list={consentPurposes}
        value={consent.purpose}
        onChange={(purpose) => purpose !== null && onChange({ purpose })}
      />
    </Part>
  )
}

/** Only those who may consent at that age, and whoever was noted before the age was known. */
function GivenBy({ consent, age, onChange }: PartProps & { readonly age: PersonAge }) {
  const t = useWords()
  const label = useLabels()
  const locale = useLocale()
  const allowed: readonly string[] = consentGiversOf({ ageBand: age.band, majority: age.majority })
  const mayGive = allowed.includes(consent.givenBy)
  const isNoted = consent.givenBy !== 'not_noted'
  const offered = mayGive || !isNoted ? allowed : [...allowed, consent.givenBy]
  const definitions: Partial<Record<string, { fr: string; en: string }>> = {
    person: consentGivers.person.definition,
    parent_or_tutor: consentGivers.parent_or_tutor.definition,
  }
  return (
    <>
      <Radio.Group
        label={t('consent.givenBy')}
        value={isNoted ? consent.givenBy : null}
        onChange={(givenBy) => onChange({ givenBy })}
      >
        <Stack gap="xs" mt="xs">
          {offered.map((giver) => (
            <Radio
              key={giver}
              value={giver}
              label={label(consentGivers, giver)}
              description={definitions[giver]?.[locale]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {!mayGive && (
        <Text size="sm">{t(isNoted ? 'consent.giverAgainstAge' : 'consent.givenBy.missing')}</Text>
      )}
    </>
  )
}

/** Lengths that are offered, in months from the day on which it was given. */
const lengths = [3, 6, 12] as const

function Term({ consent, onChange }: PartProps) {
  const t = useWords()
  const today = dayOf(Date.now())
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DayField
          label={t(consent.basis === 'legal_ground' ? 'consent.groundOn' : 'consent.givenOn')}
          value={consent.givenOn}
          max={today}
          onChange={(day) => day && onChange({ givenOn: day })}
        />
        <DayField
          label={t('consent.endsOn')}
          value={consent.endsOn}
          min={consent.givenOn}
          onChange={(endsOn) => onChange({ endsOn })}
          clearable
        />
      </SimpleGrid>
      <Text size="sm">{t('consent.endsOn.hint')}</Text>
      <Group gap="xs" role="group" aria-label={t('consent.endsOn.quick')}>
        {lengths.map((months) => (
          <Button
            key={months}
            variant="default"
            size="compact-md"
            onClick={() => onChange({ endsOn: addMonths(consent.givenOn, months) })}
          >
            {months === 12 ? t('consent.endsOn.year') : t('consent.endsOn.months', { count: months })}
          </Button>
        ))}
        <Button variant="default" size="compact-md" onClick={() => onChange({ endsOn: null })}>
          {t('consent.endsOn.none')}
        </Button>
      </Group>
    </>
  )
}
