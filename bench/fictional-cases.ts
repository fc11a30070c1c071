import { randomUUID } from 'node:crypto'
import { type NamedSection, namedSection } from '../shared/cases/sections.ts'
import { type StepDetails, type StepMove, stepDetails } from '../shared/referrals/referrals.contract.ts'
import { caseStatuses } from '../shared/vocab/cases.ts'
import { codesOf } from '../shared/vocab/code-list.ts'
import { acts, means, purposes } from '../shared/vocab/palermo.ts'
import { ageBands, genders, majorities, migrationStatuses } from '../shared/vocab/person.ts'
import { regions } from '../shared/vocab/regions.ts'
import { protectiveFactors, riskFactors, riskLevels } from '../shared/vocab/risk.ts'
import { services } from '../shared/vocab/services.ts'
import { controls, recruiterRelations, sectors, trafficScopes } from '../shared/vocab/trafficking.ts'
import { fictionalText } from './fictional-text.ts'
import type { Random } from './random.ts'

/** A situation as someone would have recorded it: six sections, some eighty words, up to three steps unless told. */
export interface FictionalCase {
  readonly id: string
  readonly status: keyof typeof caseStatuses
  readonly updatedOn: string
  readonly sections: readonly NamedSection[]
  readonly steps: readonly {
    readonly id: string
    readonly details: StepDetails
    readonly moves: StepMove[]
  }[]
}

const statuses = codesOf(caseStatuses)

/** The same seed gives the same words and codes; only the ids differ. */
export function fictionalCase(random: Random, stepCount = random.below(4)): FictionalCase {
  const text = fictionalText(random)
  const some = <C extends string>(list: Readonly<Record<C, unknown>>): C[] => random.some(codesOf(list), 4)
  const one = <C extends string>(list: Readonly<Record<C, unknown>>): C => random.pick(codesOf(list))
  return {
    id: randomUUID(),
    status: random.below(3) === 0 ? random.pick(statuses) : 'open',
    updatedOn: day(random),
    sections: written([
      { name: 'wishes', body: { wishes: text.wishes(), safeContacts: text.safeContacts() } },
      {
        name: 'profile',
        body: {
          majority: one(majorities),
          ageBand: one(ageBands),
          gender: one(genders),
          region: one(regions),
          migrationStatus: one(migrationStatuses),
        },
      },
      {
        name: 'trafficking',
        body: {
          scope: one(trafficScopes),
          acts: some(acts),
          means: some(means),
          purposes: some(purposes),
          controls: some(controls),
          sectors: some(sectors),
          recruiterRelation: one(recruiterRelations),
        },
      },
      {
        name: 'summary',
        body: { context: text.context(), situation: text.situation(), needs: text.needs() },
      },
      {
        name: 'risk',
        body: {
          level: one(riskLevels),
          factors: some(riskFactors),
          protective: some(protectiveFactors),
          safetyPlan: text.safetyPlan(),
        },
      },
      { name: 'question', body: { question: text.question() } },
    ]),
    steps: Array.from({ length: stepCount }, () => ({
      id: randomUUID(),
      details: stepDetails.parse({
        service: one(services),
        organisation: text.organisation(),
        note: text.note(),
        dueOn: day(random),
      }),
      moves: [
        { to: 'draft' as const, on: day(random), reason: null },
        {
          to: random.pick(['sent', 'received', 'accepted', 'completed'] as const),
          on: day(random),
          reason: null,
        },
      ],
    })),
  }
}

/** With what is not named left empty. */
const written = (some: readonly object[]): NamedSection[] => some.map((one) => namedSection.parse(one))

const day = (random: Random): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${2022 + random.below(4)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`
}
