import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Locale } from '../../shared/app/app.contract.ts'
import type { CaseTurn } from '../../shared/cases/cases.contract.ts'
import {
  type NamedSection,
  namedSection,
  type SectionName,
  type sections,
} from '../../shared/cases/sections.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import type { EntryDetails } from '../../shared/directory/directory.contract.ts'
import { type StepDetails, type StepMove, stepDetails } from '../../shared/referrals/referrals.contract.ts'
import type { StepState } from '../../shared/vocab/referral.ts'

/** With what a situation is told: in the person's language, and with days counted from the one it is told on. */
export interface Teller {
  say(fr: string, en: string): string
  /** `days` ago; negative for days to come. */
  ago(days: number): PlainDate
  /** The month that many months ago, `YYYY-MM`. */
  monthsAgo(months: number): string
  id(): string
  /** The colleagues of the practice vault by number: their fingerprints and organisations. */
  readonly colleagues: readonly { readonly fingerprint: string; readonly organisation: string }[]
  /** The directory of the practice vault by number: ids and organisations. */
  readonly entries: readonly { readonly id: string; readonly organisation: string }[]
}

type Body<N extends SectionName> = z.input<(typeof sections)[N]>

/** A section with what is not named left empty. */
export const section = <N extends SectionName>(name: N, body: Body<N>): NamedSection =>
  namedSection.parse({ name, body })

/** A step: its details, and its moves with how many days ago each was made, the draft left out. */
export interface PracticeStep {
  readonly details: StepDetails
  readonly moves: readonly StepMove[]
}

export function step(
  { ago }: Teller,
  details: z.input<typeof stepDetails>,
  begunDaysAgo: number,
  ...moves: readonly (readonly [to: StepState, daysAgo: number, reason?: string])[]
): PracticeStep {
  return {
    details: stepDetails.parse(details),
    moves: [
      { to: 'draft', on: ago(begunDaysAgo), reason: null },
      ...moves.map(([to, days, reason]) => ({ to, on: ago(days), reason: reason ?? null })),
    ],
  }
}

/** A made-up situation. Nobody in it exists; nothing in it happened. */
export interface Situation {
  readonly openedDaysAgo: number
  readonly status: 'open' | 'closed' | 'archived'
  /** Index of the colleague whose case it is, of which there is only a copy here; none: it is mine. */
  readonly ownedBy?: number
  readonly sections: (of: Teller) => readonly NamedSection[]
  readonly steps?: (of: Teller) => readonly PracticeStep[]
  readonly turns?: (of: Teller) => readonly CaseTurn[]
}

export type PracticeEntry = (of: Pick<Teller, 'say' | 'ago'>) => EntryDetails

export function tellerOf(
  locale: Locale,
  today: PlainDate,
  known: Pick<Teller, 'colleagues' | 'entries'>,
): Teller {
  const ago = (days: number): PlainDate => addDays(today, -days)
  return {
    ...known,
    say: (fr, en) => (locale === 'fr' ? fr : en),
    ago,
    // The month of that day: a few days more or less do not matter in a made-up story.
    monthsAgo: (months) => ago(Math.round(months * 30.4)).slice(0, 7),
    id: randomUUID,
  }
}
