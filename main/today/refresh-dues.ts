import type { NamedSection } from '../../shared/cases/sections.ts'
import { stepDues } from '../../shared/referrals/dues.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { askedOfMe, type Due, sectionDues } from '../../shared/today/dues.ts'
import { memberBy } from '../members/members.store.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { identityRow } from '../vault/identity.store.ts'
import { caseStanding, putDues } from './dues.store.ts'

/**
 * After any change of a case: what falls due in it. A case that is closed, archived or gone over to someone else asks for
 * nothing; of a colleague's only what she asks of me.
 */
export function refreshDues(
  db: Writer,
  caseN: number,
  sections: readonly NamedSection[],
  steps: readonly Step[],
): void {
  putDues(db, caseN, duesOf(db, caseN, sections, steps))
}

function duesOf(
  db: Reader,
  caseN: number,
  sections: readonly NamedSection[],
  steps: readonly Step[],
): readonly Due[] {
  const standing = caseStanding(db, caseN)
  if (standing?.status !== 'open') return []
  const me = identityRow(db).fingerprint
  if (standing.owner === me) return [...sectionDues(sections), ...steps.flatMap(stepDues)]
  return askedOfMe(steps, me, memberBy(db, standing.owner)?.organisation ?? '')
}
