import { List, Stack } from '@mantine/core'
import { type Consent, namesServices } from '../../shared/cases/consent.ts'
import { isCodeOf } from '../../shared/vocab/code-list.ts'
import { consentGivers, consentPurposes } from '../../shared/vocab/consent.ts'
import { explainedWays, legalGrounds } from '../../shared/vocab/legal-grounds.ts'
import { services } from '../../shared/vocab/services.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import { useRecipientNames } from './recipient-names.ts'
import { useSectionTitles } from './section-names.ts'
import { useWithheldSentence } from './withheld-sentence.ts'

/** What was agreed to, to be read: only what was noted. */
export function ConsentSummary({ consent }: { readonly consent: Consent }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const titles = useSectionTitles()
  const names = useRecipientNames(consent)
  const withheld = useWithheldSentence()
  const anybody = useAnybody(consent)
  const ground = consent.basis === 'legal_ground'
  const listed = (list: Parameters<typeof label>[0], codes: readonly string[]) =>
    codes.map((code) => label(list, code)).join(', ')
  return (
    <Stack gap="sm">
      {ground && (
        <>
          <ReadOnly label={t('consent.basis')}>
            {consent.ground && label(legalGrounds, consent.ground)}
          </ReadOnly>
          <ReadOnly label={t('consent.facts')}>{consent.note.trim() || null}</ReadOnly>
          <ReadOnly label={t('consent.ground.purpose')}>{label(consentPurposes, consent.purpose)}</ReadOnly>
        </>
      )}
      {consent.services.length > 0 && (
        <ReadOnly label={t('consent.services')}>{listed(services, consent.services)}</ReadOnly>
      )}
      <ReadOnly label={t('consent.recipients')}>{names.length > 0 ? names.join(', ') : anybody}</ReadOnly>
      {consent.sections.length > 0 && (
        <ReadOnly label={t('consent.sections')}>{titles(consent.sections)}</ReadOnly>
      )}
      {ground ? (
        <ReadOnly label={t('consent.groundOn')}>{inWords(consent.givenOn)}</ReadOnly>
      ) : (
        <ReadOnly label={t('consent.givenBy')}>
          {consent.givenBy === 'not_noted'
            ? label(consentGivers, consent.givenBy)
            : t('consent.summary.given', {
                who: label(consentGivers, consent.givenBy),
                day: inWords(consent.givenOn),
              })}
        </ReadOnly>
      )}
      {consent.explained.length > 0 && (
        <ReadOnly label={t('consent.explained')}>{listed(explainedWays, consent.explained)}</ReadOnly>
      )}
      {consent.withdrawnOn !== null ? (
        <ReadOnly label={t('consent.withdraw.on')}>{inWords(consent.withdrawnOn)}</ReadOnly>
      ) : (
        <ReadOnly label={t('consent.summary.until')}>
          {consent.endsOn === null ? t('consent.endsOn.none') : inWords(consent.endsOn)}
        </ReadOnly>
      )}
      {!ground && consent.note.trim() !== '' && (
        <ReadOnly label={t('consent.note')}>{consent.note.trim()}</ReadOnly>
      )}
      {consent.withheld.length > 0 && (
        <ReadOnly label={t('consent.withheld')}>
          <List>
            {[...new Set(consent.withheld.map(withheld))].map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </ReadOnly>
      )}
    </Stack>
  )
}

/** Whom a consent is for that names nobody. */
function useAnybody({ basis, purpose, services: named }: Consent): string {
  const t = useWords()
  if (basis === 'legal_ground' || (namesServices(purpose) && named.length === 0)) {
    return t('consent.recipients.nobody')
  }
  return isCodeOf(consentPurposes, purpose)
    ? t(`consent.recipients.any.${purpose}`)
    : t('consent.recipients.open')
}
