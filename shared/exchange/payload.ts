import { z } from 'zod'
import { caseStatus } from '../cases/cases.contract.ts'
import { namedSection } from '../cases/sections.ts'
import { versionVector } from '../cases/version.ts'
import { code, fingerprint, id, packetId } from '../fields.ts'
import { step } from '../referrals/referrals.contract.ts'
import { isPossible } from '../referrals/trajectory.ts'

/** A section as it travels: what it says, who wrote it, and which versions it has seen. */
export const sharedSection = namedSection.and(z.object({ author: fingerprint, version: versionVector }))
export type SharedSection = z.infer<typeof sharedSection>

/** Steps of one packet. A trajectory that long is none a person could read; a case must be able to change hands even so. */
export const stepsLimit = 5000

/** Sections of one packet, each as often as it was written apart and not settled. */
export const sectionsLimit = 40

/** The part `case.json` of a share or a hand-over: exactly what leaves, nothing of what was not chosen. */
export const sharedCase = z.strictObject({
  id,
  code: z.string().max(40),
  status: caseStatus,
  owner: fingerprint,
  sections: z.array(sharedSection).max(sectionsLimit),
  steps: z.array(step.refine(isPossible)).max(stepsLimit),
})
export type SharedCase = z.infer<typeof sharedCase>

export const answerOutcome = z.enum(['accepted', 'refused'])
/** A term of `refusalReasons`, or one of a newer version. */
export const refusalReason = code

/** The part `answer.json`: what became of a packet at its recipient. */
export const answer = z.strictObject({
  packetId,
  outcome: answerOutcome,
  reason: refusalReason.nullable(),
})
export type Answer = z.infer<typeof answer>
