import type { SectionBody } from '../../../shared/cases/sections.ts'
import { dayOf } from '../../../shared/dates.ts'
import { feedbackAnswers, feedbackQuestions } from '../../../shared/vocab/feedback.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeRadios } from '../../ui/code-radios.tsx'
import { termsOffered, useTerms } from '../../ui/code-terms.ts'
import { DayField } from '../../ui/day-field.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { type FieldsProps, isShown } from './fields.ts'

type Answers = SectionBody<'feedback'>['answers']

/** What she thinks of the help she had. Every question may be left alone. */
export function FeedbackFields({ body, onChange }: FieldsProps<'feedback'>) {
  const t = useWords()
  const words = useTerms()
  const readOnly = !onChange
  const set = (part: Partial<typeof body>) => onChange?.({ ...body, ...part })
  const answerTo = (question: string) =>
    body.answers.find((answer) => answer.question === question)?.answer ?? null
  const questions = termsOffered(
    feedbackQuestions,
    body.answers.map(({ question }) => question),
  )
  return (
    <>
      {isShown(readOnly, body.on) && (
        <DayField
          label={t('cases.feedback.on')}
          value={body.on}
          onChange={(on) => set({ on })}
          max={dayOf(Date.now())}
          clearable
          readOnly={readOnly}
        />
      )}
      {questions
        .filter((question) => isShown(readOnly, answerTo(question)))
        .map((question) => (
          <CodeRadios
            key={question}
            label={words(feedbackQuestions, question)}
            list={feedbackAnswers}
            value={answerTo(question)}
            onChange={(answer) => set({ answers: answered(body.answers, question, answer) })}
            readOnly={readOnly}
          />
        ))}
      {isShown(readOnly, body.words) && (
        <LongText
          label={t('cases.feedback.words')}
          description={t('cases.feedback.words.hint')}
          value={body.words}
          onChange={(next) => set({ words: next })}
          readOnly={readOnly}
        />
      )}
    </>
  )
}

/** The answers with this one in the place of any other to the same question. */
function answered(answers: Answers, question: string, answer: string): Answers {
  const others = answers.filter((one) => one.question !== question)
  return [...others, { question, answer }]
}
