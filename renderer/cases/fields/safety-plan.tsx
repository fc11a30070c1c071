import { Stack, Text, Title } from '@mantine/core'
import { type Ref, useId } from 'react'
import type { SectionBody } from '../../../shared/cases/sections.ts'
import { useWords } from '../../i18n/words.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { isShown } from './fields.ts'

type Plan = SectionBody<'risk'>['plan']

/** In the order in which it is gone through with her. */
const parts = ['concern', 'resources', 'preparedness', 'strategies', 'after'] as const

interface SafetyPlanProps {
  readonly plan: Plan
  readonly onChange: ((plan: Plan) => void) | undefined
  readonly headingRef: Ref<HTMLHeadingElement>
}

/** Five short texts, each with the question that it answers. */
export function SafetyPlan({ plan, onChange, headingRef }: SafetyPlanProps) {
  const t = useWords()
  const id = useId()
  const shown = parts.filter((part) => isShown(!onChange, plan[part]))
  if (shown.length === 0) return null
  return (
    <Stack component="section" gap="md" aria-labelledby={id}>
      <div>
        <Title order={3} size="h4" id={id} tabIndex={-1} ref={headingRef}>
          {t('cases.risk.plan')}
        </Title>
        {onChange && (
          <Text size="sm" c="dimmed">
            {t('cases.risk.plan.hint')}
          </Text>
        )}
      </div>
      {shown.map((part) => (
        <LongText
          key={part}
          label={t(`cases.risk.plan.${part}`)}
          description={t(`cases.risk.plan.${part}.hint`)}
          value={plan[part]}
          onChange={(text) => onChange?.({ ...plan, [part]: text })}
          readOnly={!onChange}
          minRows={2}
        />
      ))}
    </Stack>
  )
}
