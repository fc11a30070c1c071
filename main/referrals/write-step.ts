import type { Consent } from '../../shared/cases/consent.ts'
import { nextVersion } from '../../shared/cases/version.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Step, StepDetails, StepMove } from '../../shared/referrals/referrals.contract.ts'
import { moved } from '../../shared/referrals/trajectory.ts'
import { phaseOf } from '../../shared/referrals/waiting.ts'
import { isCodeOf, offeredCodes } from '../../shared/vocab/code-list.ts'
import { stepChannels } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import type { CaseRecord } from '../cases/cases.store.ts'
import { demandConsent } from '../consent/demand-consent.ts'
import type { Reader } from '../vault/database.ts'
import type { OpenVault } from '../vault/open-vault.ts'

/** The step as I have now written it. */
export const signed = (vault: OpenVault, step: Step): Step => ({
  ...step,
  author: vault.me.fingerprint,
  version: nextVersion([step.version], vault.me.fingerprint),
})

type Asked = Pick<StepDetails, 'service' | 'organisation' | 'entryId' | 'member'>

/** The consents that let this service be asked of this recipient on `day`. @throws consent.… when there is none */
const consentsFor = (
  db: Reader,
  record: CaseRecord,
  { service, organisation, entryId, member }: Asked,
  day: PlainDate,
): readonly Consent[] =>
  demandConsent(
    db,
    record,
    {
      purpose: 'service_referral',
      recipient: { member, entryId, organisation },
      services: [service],
      sections: [],
    },
    day,
  )

/** The one that was chosen, if it is among those that cover; or the first of them. */
const restingOn = (step: Pick<Step, 'consentId'>, covering: readonly Consent[]): string | null =>
  (covering.find(({ id }) => id === step.consentId) ?? covering[0])?.id ?? null

const isSameRequest = (one: Asked, other: Asked): boolean =>
  one.service === other.service &&
  one.organisation === other.organisation &&
  one.entryId === other.entryId &&
  one.member === other.member

/**
 * A step that says something else. What was asked of whom can't drift away from her consent once it was asked.
 * @throws cases.unknown_code, consent.…
 */
export function rewritten(
  db: Reader,
  record: CaseRecord,
  { step, details, today }: { step: Step; details: StepDetails; today: PlainDate },
): Step {
  demandKnownCodes(details, step)
  const { remindedOn } = step
  const next: Step = { ...step, ...details, remindedOn }
  const phase = phaseOf(step)
  if (phase === 'to_ask' || phase === 'over' || isSameRequest(step, details)) return next
  return { ...next, consentId: restingOn(next, consentsFor(db, record, next, today)) }
}

/** A code that no list offers stays where it stands and goes nowhere new. @throws cases.unknown_code */
export function demandKnownCodes(details: StepDetails, before: StepDetails | null): void {
  const { service, channel } = details
  if (service !== before?.service && !isOffered(services, service))
    throw new RelaisError('cases.unknown_code', { field: 'service' })
  if (channel !== null && channel !== before?.channel && !isOffered(stepChannels, channel))
    throw new RelaisError('cases.unknown_code', { field: 'channel' })
}

const isOffered = (list: Parameters<typeof offeredCodes>[0], code: string): boolean =>
  isCodeOf(list, code) && offeredCodes(list).includes(code)

/**
 * The step after a move that somebody noted, with what sending brings along. The consent is that of the day it was sent:
 * people record late, and hers may have begun or ended since.
 * @throws referrals.future_date, referrals.date_order, referrals.illegal_transition, referrals.reason_required, consent.…
 */
export function movedOn(
  db: Reader,
  record: CaseRecord,
  {
    step,
    move,
    dueOn,
    today,
  }: { step: Step; move: StepMove; dueOn: PlainDate | null | undefined; today: PlainDate },
): Step {
  const next = moved(step, move)
  if (move.on > today) throw new RelaisError('referrals.future_date')
  if (move.to !== 'sent') return next
  if (dueOn && dueOn < move.on) throw new RelaisError('referrals.date_order')
  return {
    ...next,
    dueOn: dueOn === undefined ? dueAgain(step, move) : dueOn,
    consentId: restingOn(step, consentsFor(db, record, step, move.on)),
  }
}

/** The day of the first time has passed when a step is sent again: the usual one counts. */
const dueAgain = (step: Step, { on }: StepMove): PlainDate | null =>
  phaseOf(step) === 'unanswered' && step.dueOn !== null && step.dueOn < on ? null : step.dueOn

/** Days on which a reminder is kept, as the contract allows. */
const remindersLimit = 100

/** The step after a reminder. @throws referrals.nothing_awaited */
export function reminded(step: Step, today: PlainDate): Step {
  if (phaseOf(step) !== 'asked') throw new RelaisError('referrals.nothing_awaited')
  if (step.remindedOn.includes(today)) return step
  return { ...step, remindedOn: [...step.remindedOn, today].slice(-remindersLimit) }
}
