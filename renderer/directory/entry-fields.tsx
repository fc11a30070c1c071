import { Stack, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { dayOf } from '../../shared/dates.ts'
import { type EntryDetails, mediumTextLimit } from '../../shared/directory/directory.contract.ts'
import { capacities } from '../../shared/vocab/directory.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { services } from '../../shared/vocab/services.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeChecks } from '../ui/code-checks.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { DayField } from '../ui/day-field.tsx'
import { LongText } from '../ui/long-text.tsx'
import { ShortText } from '../ui/short-text.tsx'
import { useLanguages } from './use-languages.ts'

interface EntryFieldsProps {
  readonly details: EntryDetails
  readonly onChange: (part: Partial<EntryDetails>) => void
  /** She wanted to save it, and it has no name yet. */
  readonly needsName: boolean
}

/** Languages that come first: French, English and the Indigenous languages of Québec. */
const firstLanguages = 10
/** Services that fit on a screen; the others come at the press of a button. */
const firstServices = 10

/** All that is known of a service, from what it gives to how to reach it. One name is enough to begin. */
export function EntryFields({ details, onChange, needsName }: EntryFieldsProps) {
  const t = useWords()
  const languages = useLanguages()
  return (
    <>
      <Part title={t('directory.part.who')}>
        <ShortText
          label={t('directory.field.organisation')}
          description={t('directory.field.organisation.hint')}
          value={details.organisation}
          error={needsName ? t('directory.form.needsName') : undefined}
          onChange={(organisation) => onChange({ organisation })}
        />
        <CodeSelect
          label={t('directory.field.sector')}
          list={coalitionSectors}
          value={details.sector}
          onChange={(sector) => onChange({ sector })}
        />
      </Part>
      <Part title={t('directory.part.what')}>
        <CodeChecks
          label={t('directory.field.services')}
          list={services}
          value={details.services}
          first={firstServices}
          onChange={(chosen) => onChange({ services: chosen })}
        />
        <CodeChecks
          label={t('directory.field.regions')}
          description={t('directory.field.regions.hint')}
          list={regions}
          value={details.regions}
          onChange={(chosen) => onChange({ regions: chosen })}
        />
        <CodeChecks
          label={t('directory.field.languages')}
          list={languages}
          value={details.languages}
          first={firstLanguages}
          onChange={(chosen) => onChange({ languages: chosen })}
        />
        <CodeSelect
          label={t('directory.field.capacity')}
          list={capacities}
          value={details.capacity}
          onChange={(capacity) => onChange({ capacity })}
        />
        <LongText
          label={t('directory.field.conditions')}
          description={t('directory.field.conditions.hint')}
          value={details.conditions}
          limit={mediumTextLimit}
          onChange={(conditions) => onChange({ conditions })}
          minRows={2}
        />
      </Part>
      <Part title={t('directory.part.reach')}>
        <ShortText
          label={t('directory.field.contact')}
          description={t('directory.field.contact.hint')}
          value={details.contact}
          onChange={(contact) => onChange({ contact })}
        />
        <ShortText
          label={t('directory.field.phone')}
          value={details.phone}
          onChange={(phone) => onChange({ phone })}
        />
        <ShortText
          label={t('directory.field.email')}
          value={details.email}
          onChange={(email) => onChange({ email })}
        />
        <ShortText
          label={t('directory.field.website')}
          value={details.website}
          onChange={(website) => onChange({ website })}
        />
        <ShortText
          label={t('directory.field.hours')}
          value={details.hours}
          onChange={(hours) => onChange({ hours })}
        />
      </Part>
      <Part title={t('directory.part.truth')}>
        <DayField
          label={t('directory.field.checkedOn')}
          description={t('directory.field.checkedOn.hint')}
          value={details.checkedOn}
          max={dayOf(Date.now())}
          onChange={(checkedOn) => onChange({ checkedOn })}
          clearable
        />
        <LongText
          label={t('directory.field.note')}
          description={t('directory.field.note.hint')}
          value={details.note}
          limit={mediumTextLimit}
          onChange={(note) => onChange({ note })}
          minRows={2}
        />
      </Part>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <Title order={2} size="h3" id={titleId} mb="sm">
        {title}
      </Title>
      <Stack gap="lg">{children}</Stack>
    </section>
  )
}
