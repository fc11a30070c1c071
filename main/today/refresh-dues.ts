import type { NamedSection } from '../../shared/cases/sections.ts'
import { stepDues } from '../../shared/referrals/dues.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { askedOfMe, sectionDues } from '../../shared/today/dues.ts'
import type { Writer } from '../vault/database.ts'
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
  const standing = caseStanding(db, caseN)
  const me = identityRow(db).fingerprint
  if (standing?.status !== 'open') putDues(db, caseN, [])
  else
    putDues(
      db,
      caseN,
      standing.owner === me ? [...sectionDues(sections), ...steps.flatMap(stepDues)] : askedOfMe(steps, me),
    )
}
