import type { ComponentType } from 'react'
import type { SectionName } from '../../../shared/cases/sections.ts'
import { ConsentsFields } from './consents-fields.tsx'
import type { FieldsProps } from './fields.ts'
import { ProfileFields } from './profile-fields.tsx'
import { QuestionFields } from './question-fields.tsx'
import { RiskFields } from './risk-fields.tsx'
import { SummaryFields } from './summary-fields.tsx'
import { TraffickingFields } from './trafficking-fields.tsx'
import { WishesFields } from './wishes-fields.tsx'

const fieldsOf: { readonly [N in SectionName]: ComponentType<FieldsProps<N>> } = {
  wishes: WishesFields,
  profile: ProfileFields,
  trafficking: TraffickingFields,
  summary: SummaryFields,
  risk: RiskFields,
  consents: ConsentsFields,
  question: QuestionFields,
}

/** The fields of whichever section, with that section's own body. */
export function SectionFields<N extends SectionName>({ name, ...props }: FieldsProps<N> & { name: N }) {
  const Fields = fieldsOf[name] as ComponentType<FieldsProps<N>>
  return <Fields {...(props as unknown as FieldsProps<N>)} />
}
