import { protectiveFactors, riskFactors, riskLevels } from '../../../shared/vocab/risk.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { CodeSelect } from '../../ui/code-select.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { type FieldsProps, isShown } from './fields.ts'

export function RiskFields({ body, onChange }: FieldsProps<'risk'>) {
  const t = useWords()
  const readOnly = !onChange
  const set = (part: Partial<typeof body>) => onChange?.({ ...body, ...part })
  return (
    <>
      {isShown(readOnly, body.level) && (
        <CodeSelect
          label={t('cases.risk.level')}
          list={riskLevels}
          value={body.level}
          onChange={(level) => set({ level })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.factors) && (
        <CodeChecks
          label={t('cases.risk.factors')}
          description={t('cases.risk.factors.hint')}
          list={riskFactors}
          value={body.factors}
          onChange={(factors) => set({ factors })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.protective) && (
        <CodeChecks
          label={t('cases.risk.protective')}
          description={t('cases.risk.protective.hint')}
          list={protectiveFactors}
          value={body.protective}
          onChange={(protective) => set({ protective })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.safetyPlan) && (
        <LongText
          label={t('cases.risk.safetyPlan')}
          description={t('cases.risk.safetyPlan.hint')}
          value={body.safetyPlan}
          onChange={(safetyPlan) => set({ safetyPlan })}
          readOnly={readOnly}
          minRows={4}
        />
      )}
    </>
  )
}
