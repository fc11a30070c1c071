import type { ComponentType } from 'react'
import type { SectionName } from '../../../shared/cases/sections.ts'
import { ConsentsFields } from '../../consent/consents-fields.tsx'
import { FeedbackFields } from './feedback-fields.tsx'
import type { FieldsProps } from './fields.ts'
import { IndicatorsFields } from './indicators-fields.tsx'
import { ProfileFields } from './profile-fields.tsx'
import { QuestionFields } from './question-fields.tsx'
import { RiskFields } from './risk-fields.tsx'
import { ServicesFields } from './services-fields.tsx'
import { SummaryFields } from './summary-fields.tsx'
import { TraffickingFields } from './trafficking-fields.tsx'
import { WishesFields } from './wishes-fields.tsx'

const fieldsOf: { readonly [N in SectionName]: ComponentType<FieldsProps<N>> } = {
  wishes: WishesFields,
  profile: ProfileFields,
  trafficking: TraffickingFields,
  indicators: IndicatorsFields,
  summary: SummaryFields,
  risk: RiskFields,
  services: ServicesFields,
  consents: ConsentsFields,
  question: QuestionFields,
  feedback: FeedbackFields,
}

/** The fields of whichever section, with that section's own body. */
export function SectionFields<N extends SectionName>({ name, ...props }: FieldsProps<N> & { name: N }) {
  const Fields = fieldsOf[name] as ComponentType<FieldsProps<N>>
  return <Fields {...(props as unknown as FieldsProps<N>)} />
}
