import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { dayOf } from '../../../shared/dates.ts'
import { protectiveFactors, riskFactors, riskLevels } from '../../../shared/vocab/risk.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { CodeSelect } from '../../ui/code-select.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { type FieldsProps, isShown } from './fields.ts'
import { planMatters } from './matters.ts'
import { SafetyPlan } from './safety-plan.tsx'

export function RiskFields({ body, onChange }: FieldsProps<'risk'>) {
  const t = useWords()
  const [asked, setAsked] = useState(false)
  const plan = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (asked) plan.current?.focus()
  }, [asked])
  const readOnly = !onChange
  const set = (part: Partial<typeof body>) => onChange?.({ ...body, ...part })
  const reviewPassed = body.reviewOn !== null && body.reviewOn < dayOf(Date.now())
  const planOpen = asked || planMatters(body)
  return (
    <>
      {isShown(readOnly, body.level) && (
        <CodeSelect
          label={t('cases.risk.level')}
          description={t('cases.risk.level.hint')}
          list={riskLevels}
          value={body.level}
          onChange={(level) => set({ level })}
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, body.reasons) && (
        <LongText
          label={t('cases.risk.reasons')}
          description={t('cases.risk.reasons.hint')}
          value={body.reasons}
          onChange={(reasons) => set({ reasons })}
          readOnly={readOnly}
          minRows={3}
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
      {isShown(readOnly, body.reviewOn) && (
        <DayField
          label={t('cases.risk.reviewOn')}
          description={t('cases.risk.reviewOn.hint')}
          value={body.reviewOn}
          onChange={(reviewOn) => set({ reviewOn })}
          clearable
          readOnly={readOnly}
          note={reviewPassed ? t('cases.risk.reviewOn.passed') : undefined}
        />
      )}
      {body.safetyPlan !== '' && (
        <LongText
          label={t('cases.risk.safetyPlan')}
          description={t('cases.risk.safetyPlan.hint')}
          value={body.safetyPlan}
          onChange={(safetyPlan) => set({ safetyPlan })}
          readOnly={readOnly}
          minRows={4}
        />
      )}
      {planOpen ? (
        <SafetyPlan
          headingRef={plan}
          plan={body.plan}
          onChange={onChange && ((next) => set({ plan: next }))}
        />
      ) : (
        !readOnly && (
          <Button variant="default" w="fit-content" onClick={() => setAsked(true)}>
            {t('cases.risk.plan.begin')}
          </Button>
        )
      )}
    </>
  )
}
