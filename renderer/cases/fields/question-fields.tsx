import { useWords } from '../../i18n/words.tsx'
import { LongText } from '../../ui/long-text.tsx'
import type { FieldsProps } from './fields.ts'

export function QuestionFields({ body, onChange }: FieldsProps<'question'>) {
  const t = useWords()
  return (
    <LongText
      label={t('cases.question.question')}
      description={t('cases.question.question.hint')}
      value={body.question}
      onChange={(question) => onChange?.({ question })}
      readOnly={!onChange}
      minRows={5}
    />
  )
}
