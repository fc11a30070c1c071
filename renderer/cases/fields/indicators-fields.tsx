import { codesOf, isCodeOf } from '../../../shared/vocab/code-list.ts'
import { indicatorGroups, indicators } from '../../../shared/vocab/indicators.ts'
import { useLabels, useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { type FieldsProps, isShown } from './fields.ts'
import { SignsSuggestion } from './signs-suggestion.tsx'

/** What was seen or told, by group; then what it brings to mind, which is for a person to decide. */
export function IndicatorsFields({ body, onChange, age, place }: FieldsProps<'indicators'>) {
  const t = useWords()
  const label = useLabels()
  const readOnly = !onChange
  const set = (part: Partial<typeof body>) => onChange?.({ ...body, ...part })
  return (
    <>
      {isShown(readOnly, body.signs) && (
        <CodeChecks
          label={t('cases.indicators.signs')}
          description={t('cases.indicators.signs.hint')}
          list={indicators}
          groups={codesOf(indicatorGroups).map((group) => ({
            label: label(indicatorGroups, group),
            has: (sign) => isCodeOf(indicators, sign) && indicators[sign].group === group,
          }))}
          value={body.signs}
          onChange={(signs) => set({ signs })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.notes) && (
        <LongText
          label={t('cases.indicators.notes')}
          description={t('cases.indicators.notes.hint')}
          value={body.notes}
          onChange={(notes) => set({ notes })}
          readOnly={readOnly}
          minRows={3}
        />
      )}
      {place && <SignsSuggestion signs={body.signs} age={age} place={place} />}
    </>
  )
}
