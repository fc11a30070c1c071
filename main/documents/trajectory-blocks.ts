import type { PlainDate } from '../../shared/dates.ts'
import type { Block } from '../../shared/documents/paper.ts'
import type { Step, StepMove } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { expectedOn, isLate, waitingSince, waitsOn } from '../../shared/referrals/waiting.ts'
import { stepReasons, stepStates } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { factsBlock, heading, text } from './blocks.ts'
import type { Voice } from './voice.ts'

/**
 * The whole trajectory at a glance, then what happened to each step.
 * @param level of the heading of a step
 */
export function trajectoryBlocks(
  voice: Voice,
  steps: readonly Step[],
  today: PlainDate,
  level: 2 | 3,
): Block[] {
  if (steps.length === 0) return [text(voice.say('noSteps'))]
  return [
    {
      is: 'table',
      caption: voice.say('stepsAtAGlance'),
      head: (['step', 'service', 'organisation', 'state', 'since', 'waitsOn', 'expectedBy'] as const).map(
        (id) => voice.say(id),
      ),
      rows: steps.map((step, index) => [String(index + 1), ...atAGlance(voice, step, today)]),
    },
    ...steps.flatMap((step, index) => storyOf(voice, step, index + 1, level)),
  ]
}

const sides = { us: 'waitsOnUs', them: 'waitsOnThem' } as const

function atAGlance(voice: Voice, step: Step, today: PlainDate): string[] {
  const side = waitsOn(step)
  const since = waitingSince(step) ?? step.moves.at(-1)?.on
  const expected = expectedOn(step)
  const day = expected === null ? '' : voice.day(expected)
  return [
    voice.label(services, step.service),
    step.organisation,
    voice.label(stepStates, stateOf(step)),
    since === undefined ? '' : voice.day(since),
    side === 'nobody' ? '' : voice.say(sides[side]),
    isLate(step, today) ? voice.say('late', { day }) : day,
  ]
}

function storyOf(voice: Voice, step: Step, number: number, level: 2 | 3): Block[] {
  const title = voice.say('stepNumber', {
    number: String(number),
    service: voice.label(services, step.service),
  })
  return [
    heading(level, title),
    ...factsBlock(title, [
      [voice.say('organisation'), step.organisation],
      [voice.say('moves'), step.moves.map((move) => moveInWords(voice, move))],
      [voice.say('reminders'), step.remindedOn.map((day) => voice.day(day))],
      [voice.say('note'), step.note.trim()],
      [voice.say('outcome'), step.outcome.trim()],
    ]),
  ]
}

function moveInWords(voice: Voice, { to, on, reason }: StepMove): string {
  const values = { state: voice.label(stepStates, to), day: voice.day(on) }
  if (reason === null) return voice.say('move', values)
  return voice.say('moveBecause', { ...values, reason: voice.label(stepReasons, reason) })
}
