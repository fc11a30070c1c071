import { useWords } from '../../i18n/words.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { type FieldsProps, isShown } from './fields.ts'

const parts = ['context', 'situation', 'needs'] as const

export function SummaryFields({ body, onChange }: FieldsProps<'summary'>) {
  const t = useWords()
  return parts
    .filter((part) => isShown(!onChange, body[part]))
    .map((part) => (
      <LongText
        key={part}
        label={t(`cases.summary.${part}`)}
        description={t(`cases.summary.${part}.hint`)}
        value={body[part]}
        onChange={(text) => onChange?.({ ...body, [part]: text })}
        readOnly={!onChange}
        minRows={4}
      />
    ))
}
