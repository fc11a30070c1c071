import { Text } from '@mantine/core'
import { meansRequired } from '../../../shared/vocab/means-rule.ts'
import { acts, means, purposes } from '../../../shared/vocab/palermo.ts'
import { controls, recruiterRelations, sectors, trafficScopes } from '../../../shared/vocab/trafficking.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { CodeSelect } from '../../ui/code-select.tsx'
import { type FieldsProps, isShown } from './fields.ts'

/** Act, means, purpose, in the order of the Palermo Protocol; then how the person was held, where and by whom. */
export function TraffickingFields({ body, onChange, age }: FieldsProps<'trafficking'>) {
  const t = useWords()
  const readOnly = !onChange
  const set = (part: Partial<typeof body>) => onChange?.({ ...body, ...part })
  const meansHint =
    age.majority === 'minor'
      ? t('cases.trafficking.means.minor')
      : t(meansRequired(age.majority) ? 'cases.trafficking.means.adult' : 'cases.trafficking.means.unknown')
  return (
    <>
      {!readOnly && <Text size="sm">{t('cases.trafficking.threeElements')}</Text>}
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
      {isShown(readOnly, body.sectors) && (
        <CodeChecks
          label={t('cases.trafficking.sectors')}
          list={sectors}
          value={body.sectors}
          onChange={(next) => set({ sectors: next })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.recruiterRelation) && (
        <CodeSelect
          label={t('cases.trafficking.recruiterRelation')}
          list={recruiterRelations}
          value={body.recruiterRelation}
          onChange={(recruiterRelation) => set({ recruiterRelation })}
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
    </>
  )
}
