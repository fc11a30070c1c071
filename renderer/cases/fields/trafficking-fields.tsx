import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { meansRequired } from '../../../shared/vocab/means-rule.ts'
import { acts, means, purposes } from '../../../shared/vocab/palermo.ts'
import { majorities } from '../../../shared/vocab/person.ts'
import { exploitationPlaces } from '../../../shared/vocab/places.ts'
import { controls, recruiterRelations, trafficScopes } from '../../../shared/vocab/trafficking.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { CodeSelect } from '../../ui/code-select.tsx'
import { type FieldsProps, isShown, knownMajority } from './fields.ts'
import { traffickingFields } from './matters.ts'
import { SectorFields } from './sector-fields.tsx'

/**
 * Act, means, purpose, in the order of the Palermo Protocol; then how the person was held, where and by whom. The finer
 * fields come once an answer makes them matter, or when she asks for them all.
 */
export function TraffickingFields({ body, onChange, age }: FieldsProps<'trafficking'>) {
  const t = useWords()
  const [all, setAll] = useState(false)
  const readOnly = !onChange
  const set = (part: Partial<typeof body>) => onChange?.({ ...body, ...part })
  // What counts is her age at the time of the facts.
  const noted = knownMajority(body.majorityAtExploitation)
  const majority = noted === 'unknown' ? age.majority : noted
  const meansHint =
    majority === 'minor'
      ? t('cases.trafficking.means.minor')
      : t(meansRequired(majority) ? 'cases.trafficking.means.adult' : 'cases.trafficking.means.unknown')
  const matters = traffickingFields(body, age)
  const isOpen = (field: keyof typeof matters) => all || matters[field]
  const hidesSome = !Object.values(matters).every(Boolean)
  return (
    <>
      {!readOnly && <Text size="sm">{t('cases.trafficking.threeElements')}</Text>}
      {isShown(readOnly, body.majorityAtExploitation) && isOpen('majorityAtExploitation') && (
        <CodeSelect
          label={t('cases.trafficking.majorityAtExploitation')}
          description={t('cases.trafficking.majorityAtExploitation.hint')}
          list={majorities}
          value={body.majorityAtExploitation}
          onChange={(majorityAtExploitation) => set({ majorityAtExploitation })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.acts) && (
        <CodeChecks
          label={t('cases.trafficking.acts')}
          description={t('cases.trafficking.acts.hint')}
          list={acts}
          value={body.acts}
          onChange={(next) => set({ acts: next })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.recruiterRelation) && isOpen('recruiterRelation') && (
        <CodeSelect
          label={t('cases.trafficking.recruiterRelation')}
          description={t('cases.trafficking.recruiterRelation.hint')}
          list={recruiterRelations}
          value={body.recruiterRelation}
          onChange={(recruiterRelation) => set({ recruiterRelation })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.means) && (
        <CodeChecks
          label={t('cases.trafficking.means')}
          description={meansHint}
          list={means}
          value={body.means}
          onChange={(next) => set({ means: next })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.purposes) && (
        <CodeChecks
          label={t('cases.trafficking.purposes')}
          description={t('cases.trafficking.purposes.hint')}
          list={purposes}
          value={body.purposes}
          onChange={(next) => set({ purposes: next })}
          readOnly={readOnly}
        />
      )}
      <SectorFields
        body={body}
        onChange={onChange && set}
        sectorsOpen={isOpen('sectors')}
        settingsOpen={isOpen('settings')}
        all={all}
      />
      {isShown(readOnly, body.controls) && (
        <CodeChecks
          label={t('cases.trafficking.controls')}
          description={t('cases.trafficking.controls.hint')}
          list={controls}
          value={body.controls}
          onChange={(next) => set({ controls: next })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.scope) && (
        <CodeSelect
          label={t('cases.trafficking.scope')}
          description={t('cases.trafficking.scope.hint')}
          list={trafficScopes}
          value={body.scope}
          onChange={(scope) => set({ scope })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.place) && isOpen('place') && (
        <CodeSelect
          label={t('cases.trafficking.place')}
          description={t('cases.trafficking.place.hint')}
          list={exploitationPlaces}
          value={body.place}
          onChange={(place) => set({ place })}
          readOnly={readOnly}
        />
      )}
      {!readOnly && (hidesSome || all) && (
        <Button
          variant="subtle"
          size="compact-md"
          w="fit-content"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {t(all ? 'cases.trafficking.onlyWhatMatters' : 'cases.trafficking.showAll')}
        </Button>
      )}
    </>
  )
}
