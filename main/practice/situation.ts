import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Locale } from '../../shared/app/app.contract.ts'
import type { CaseTurn } from '../../shared/cases/cases.contract.ts'
import { type Consent, consent } from '../../shared/cases/consent.ts'
import {
  type NamedSection,
  namedSection,
  type SectionName,
  type sections,
} from '../../shared/cases/sections.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { type StepDetails, type StepMove, stepDetails } from '../../shared/referrals/referrals.contract.ts'
import type { StepState } from '../../shared/vocab/referral.ts'
import type { ColleagueName } from './colleagues.ts'
import type { EntryName } from './services.ts'

/** A member as a step names her. */
export interface AskedMember {
  readonly member: string
  readonly organisation: string
}

/** An entry of the directory as a step names it. */
export interface AskedEntry {
  readonly entryId: string
  readonly organisation: string
}

/** With what a situation is told: in the person's language, and with days counted from the one it is told on. */
export interface Teller {
  say(fr: string, en: string): string
  /** `days` ago; negative for days to come. */
  ago(days: number): PlainDate
  /** The month that many months ago, `YYYY-MM`. */
  monthsAgo(months: number): string
  id(): string
  /** Whoever practises. */
  readonly me: AskedMember
  readonly colleagues: Readonly<Record<ColleagueName, AskedMember>>
  readonly entries: Readonly<Record<EntryName, AskedEntry>>
}

type Body<N extends SectionName> = z.input<(typeof sections)[N]>

/** A section with what is not named left empty. */
export const section = <N extends SectionName>(name: N, body: Body<N>): NamedSection =>
  namedSection.parse({ name, body })

type Given = Omit<z.input<typeof consent>, 'id' | 'givenOn' | 'endsOn' | 'withdrawnOn'> & {
  readonly givenDaysAgo: number
  /** Its last day; negative when that is past. */
  readonly endsInDays?: number
  readonly withdrawnDaysAgo?: number
}

/** A consent, or a legal ground, with an id that the steps resting on it can name. */
export function agreed(
  { ago, id }: Teller,
  { givenDaysAgo, endsInDays, withdrawnDaysAgo, ...rest }: Given,
): Consent {
  return consent.parse({
    ...rest,
    id: id(),
    givenOn: ago(givenDaysAgo),
    endsOn: endsInDays === undefined ? null : ago(-endsInDays),
    withdrawnOn: withdrawnDaysAgo === undefined ? null : ago(withdrawnDaysAgo),
  })
}

/** A step: its details, and its moves. */
export interface PracticeStep {
  readonly details: StepDetails
  readonly moves: readonly StepMove[]
}

/** @param moves with how many days ago each was made, the draft left out */
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

/** What is written of a situation, and what was done. */
interface Told {
  readonly sections: readonly NamedSection[]
  readonly steps?: readonly PracticeStep[]
  readonly turns?: readonly CaseTurn[]
  /** A section that a colleague wrote at the same time, to be settled. */
  readonly rival?: { readonly by: ColleagueName; readonly section: NamedSection }
}

/** A made-up situation. Nobody in it exists; nothing in it happened. */
export interface Situation {
  readonly openedDaysAgo: number
  /** When its sections were last written, if not on the day it was opened. */
  readonly writtenDaysAgo?: number
  readonly status: 'open' | 'closed' | 'archived'
  /** The colleague whose case it is, of which there is only a copy here; none: it is mine. */
  readonly ownedBy?: ColleagueName
  readonly tell: (of: Teller) => Told
}

export function tellerOf(
  locale: Locale,
  today: PlainDate,
  known: Pick<Teller, 'me' | 'colleagues' | 'entries'>,
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
