import type { NamedSection } from '../cases/sections.ts'
import type { PlainDate } from '../dates.ts'
import type { Step } from '../referrals/referrals.contract.ts'
import { stateOf } from '../referrals/trajectory.ts'
import type { DueKind } from './today.contract.ts'

/** Something in a case that falls due on a day. */
export interface Due {
  readonly kind: Extract<
    DueKind,
    'step_unanswered' | 'step_expired' | 'step_asked_of_me' | 'consent_ending' | 'review_due'
  >
  /** Of the step or the consent; empty when it is about the case itself. */
  readonly itemId: string
  readonly dueOn: PlainDate
  /** The service of a step, the purpose of a consent. */
  readonly term: string | null
  readonly organisation: string
}

const nothingNamed = { itemId: '', term: null, organisation: '' } as const

/** Of a case that is mine: consents that end, the review of the risk. A section written twice counts twice. */
export const sectionDues = (sections: readonly NamedSection[]): Due[] =>
  sections.flatMap((section): Due[] => {
    if (section.name === 'risk') {
      const { reviewOn } = section.body
      return reviewOn === null ? [] : [{ ...nothingNamed, kind: 'review_due', dueOn: reviewOn }]
    }
    if (section.name !== 'consents') return []
    return section.body.items.flatMap(({ id, purpose, endsOn, withdrawnOn, recipients }) =>
      endsOn === null || withdrawnOn !== null
        ? []
        : [
            {
              kind: 'consent_ending' as const,
              itemId: id,
              dueOn: endsOn,
              term: purpose,
              organisation: recipients,
            },
          ],
    )
  })

/**
 * Of a colleague's case: what she asks of me and I have not answered, by the day she expects it or since she asked.
 * @param asking her organisation: the step itself names mine
 */
export const askedOfMe = (steps: readonly Step[], me: string, asking: string): Due[] =>
  steps.flatMap((step) =>
    step.member === me && ['sent', 'received'].includes(stateOf(step))
      ? [
          {
            kind: 'step_asked_of_me' as const,
            itemId: step.id,
            dueOn: step.dueOn ?? step.moves.at(-1)?.on ?? '',
            term: step.service,
            organisation: asking,
          },
        ]
      : [],
  )
