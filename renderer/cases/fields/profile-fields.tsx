import {
  type AgeBand,
  ageBands,
  genders,
  type Majority,
  majorities,
  majorityOf,
  migrationStatuses,
} from '../../../shared/vocab/person.ts'
import { regions } from '../../../shared/vocab/regions.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeSelect } from '../../ui/code-select.tsx'
import { type FieldsProps, isShown } from './fields.ts'

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
          list={majorities}
          value={body.majority}
          onChange={(majority) => set({ majority, ageBand: agreeing(body.ageBand, majority) })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.gender) && (
        <CodeSelect
          label={t('cases.profile.gender')}
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
          list={migrationStatuses}
          value={body.migrationStatus}
          onChange={(migrationStatus) => set({ migrationStatus })}
          readOnly={readOnly}
        />
      )}
    </>
  )
}

/** A known age band says whether the person is a minor, so that the two fields never contradict each other. */
function impliedMajority(band: AgeBand | null): { majority?: Majority } {
  const majority = band ? majorityOf(band) : 'unknown'
  return majority === 'unknown' ? {} : { majority }
}

/** The age band if it goes with the majority that has just been chosen. */
function agreeing(band: AgeBand | null, majority: Majority | null): AgeBand | null {
  if (!band || majorityOf(band) === 'unknown' || majority === majorityOf(band)) return band
  return null
}
