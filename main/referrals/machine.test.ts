import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { codesOf } from '../../shared/vocab/code-list.ts'
import { type StepState, stepReasons, stepStates } from '../../shared/vocab/referral.ts'
import { canMove, reasonsFor, stepTransitions } from '../../shared/vocab/transitions.ts'
import { consentTo } from '../../tests/support/consent.ts'
import { openVaultSide } from '../../tests/support/vault.ts'

const states = codesOf<StepState>(stepStates)
const today = '2026-03-02'

/** A move as anything at all could ask for it: any state, any reason or none, some days around today. */
const anyMove = fc.record({
  to: fc.constantFrom(...states),
  reason: fc.option(fc.constantFrom(...Object.keys(stepReasons), 'no_such_reason'), { freq: 3 }),
  on: fc.integer({ min: -20, max: 3 }).map((days) => addDays(today, days)),
})

/** Runs of moves of which many are allowed: where random ones would hardly ever leave a draft. */
const likelyMove = fc.record({
  way: fc.nat(10),
  reason: fc.nat(20),
  later: fc.nat(3),
})

it('whatever is asked of the vault, a step stays on its way: allowed moves, reasons where they are owed, days in order, ends final', async () => {
  const vault = await openVaultSide()
  const caseId = crypto.randomUUID()
  await vault.call('cases.saveSection', { id: caseId, section: { name: 'question', body: {} }, seen: [] })
  await consentTo(vault, caseId)

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 2, arbitrary: likelyMove }, { weight: 1, arbitrary: anyMove }), {
        maxLength: 10,
      }),
      async (attempts) => {
        const id = crypto.randomUUID()
        await vault.call('referrals.save', { caseId, id, details: { service: 'legal_aid' } })
        const movesNow = async () => {
          const { steps } = await vault.call('referrals.list', { caseId })
          return steps.find((step) => step.id === id)?.moves ?? []
        }
        for (const attempt of attempts) {
          const before = await movesNow()
          const last = before.at(-1)
          const from = last?.to ?? 'draft'
          const move = 'to' in attempt ? attempt : likely(attempt, from, last?.on ?? today)
          const accepted = await vault.call('referrals.move', { id, move }).then(
            () => true,
            (error: unknown) => {
              expect(isRelaisError(error)).toBe(true)
              return false
            },
          )
          const after = await movesNow()
          if (!accepted) {
            expect(after).toEqual(before)
            continue
          }
          expect(after.slice(0, -1)).toEqual(before)
          const added = after.at(-1)
          expect(added).toMatchObject({ to: move.to, on: move.on })
          expect(canMove(from, move.to)).toBe(true)
          expect(move.on <= today).toBe(true)
          if (from !== 'draft') expect(move.on >= (last?.on ?? '')).toBe(true)
          const owed = reasonsFor(move.to)
          expect(owed ? Object.keys(owed) : [null]).toContain(added?.reason)
        }
        await vault.call('referrals.remove', { id }).catch(() => undefined)
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

/** A move that the machine has from here; to nowhere at all where it ends. */
function likely(
  { way, reason, later }: { way: number; reason: number; later: number },
  from: StepState,
  on: string,
) {
  const ways = stepTransitions[from]
  const to = ways[way % Math.max(1, ways.length)]?.to ?? states[way % states.length] ?? 'draft'
  const reasons = Object.keys(reasonsFor(to) ?? {})
  const day = from === 'draft' ? addDays(on, -later) : addDays(on, Math.min(later, 1))
  return { to, on: day, reason: reasons[reason % Math.max(1, reasons.length)] ?? null }
}
