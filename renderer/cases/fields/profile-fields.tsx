import { SimpleGrid, Text } from '@mantine/core'
import { dayOf } from '../../../shared/dates.ts'
import { languages } from '../../../shared/vocab/languages.ts'
import { ageBands, genders, majorities, majorityOf, migrationStatuses } from '../../../shared/vocab/person.ts'
import { regions } from '../../../shared/vocab/regions.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { CodeSelect } from '../../ui/code-select.tsx'
import { MonthField } from '../../ui/month-field.tsx'
import { type FieldsProps, isShown, knownBand, knownMajority } from './fields.ts'
import { periodProblems } from './period.ts'

/** French, English, the Indigenous languages of Québec and the sign languages come first in their list. */
const languagesAtOnce = 2

export function ProfileFields({ body, onChange }: FieldsProps<'profile'>) {
  const t = useWords()
  const readOnly = !onChange
  const set = (part: Partial<typeof body>) => onChange?.({ ...body, ...part })
  return (
    <>
      {isShown(readOnly, body.ageBand) && (
        <CodeSelect
          label={t('cases.profile.ageBand')}
          description={t('cases.profile.ageBand.hint')}
          list={ageBands}
          value={body.ageBand}
          onChange={(ageBand) => set({ ageBand, ...impliedMajority(ageBand) })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.majority) && (
        <CodeSelect
          label={t('cases.profile.majority')}
          description={t('cases.profile.majority.hint')}
          list={majorities}
          value={body.majority}
          onChange={(majority) => set({ majority, ageBand: agreeing(body.ageBand, majority) })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.gender) && (
        <CodeSelect
          label={t('cases.profile.gender')}
          description={t('cases.profile.gender.hint')}
          list={genders}
          value={body.gender}
          onChange={(gender) => set({ gender })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.region) && (
        <CodeSelect
          label={t('cases.profile.region')}
          description={t('cases.profile.region.hint')}
          list={regions}
          value={body.region}
          onChange={(region) => set({ region })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.migrationStatus) && (
        <CodeSelect
          label={t('cases.profile.migrationStatus')}
          description={t('cases.profile.migrationStatus.hint')}
          list={migrationStatuses}
          value={body.migrationStatus}
          onChange={(migrationStatus) => set({ migrationStatus })}
          readOnly={readOnly}
        />
      )}
      <Period body={body} onChange={onChange && set} />
      {isShown(readOnly, body.languages) && (
        <CodeChecks
          label={t('cases.profile.languages')}
          description={t('cases.profile.languages.hint')}
          list={languages}
          first={languagesAtOnce}
          value={body.languages}
          onChange={(next) => set({ languages: next })}
          readOnly={readOnly}
        />
      )}
    </>
  )
}

interface PeriodProps {
  readonly body: FieldsProps<'profile'>['body']
  readonly onChange: ((part: { periodFrom?: string | null; periodUntil?: string | null }) => void) | undefined
}

/** When she was exploited, to the month. What can't be is said beside the field, and kept: the clock may be wrong. */
function Period({ body, onChange }: PeriodProps) {
  const t = useWords()
  const readOnly = !onChange
  const problems = periodProblems(body.periodFrom, body.periodUntil, dayOf(Date.now()).slice(0, 7))
  const shown = isShown(readOnly, body.periodFrom) || isShown(readOnly, body.periodUntil)
  if (!shown) return null
  return (
    <div>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {isShown(readOnly, body.periodFrom) && (
          <MonthField
            label={t('cases.profile.periodFrom')}
            value={body.periodFrom}
            onChange={(periodFrom) => onChange?.({ periodFrom })}
            readOnly={readOnly}
            error={problems.from === null ? undefined : t(`cases.profile.period.${problems.from}`)}
          />
        )}
        {isShown(readOnly, body.periodUntil) && (
          <MonthField
            label={t('cases.profile.periodUntil')}
            value={body.periodUntil}
            onChange={(periodUntil) => onChange?.({ periodUntil })}
            readOnly={readOnly}
            error={problems.until === null ? undefined : t(`cases.profile.period.${problems.until}`)}
          />
        )}
      </SimpleGrid>
      {!readOnly && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('cases.profile.period.hint')}
        </Text>
      )}
    </div>
  )
}

/** A known age band says whether the person is a minor, so that the two fields never contradict each other. */
function impliedMajority(ageBand: string | null): { majority?: string } {
  const majority = majorityOf(knownBand(ageBand))
  return majority === 'unknown' ? {} : { majority }
}

/** The age band if it goes with the majority that has just been chosen. */
function agreeing(ageBand: string | null, majority: string | null): string | null {
  const implied = majorityOf(knownBand(ageBand))
  return implied === 'unknown' || knownMajority(majority) === implied ? ageBand : null
}
