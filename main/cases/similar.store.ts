import type { CaseStatus } from '../../shared/cases/cases.contract.ts'
import type { CoarseProfile } from '../../shared/cases/similar.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../vault/database.ts'

export interface SimilarRow extends CoarseProfile {
  readonly id: string
  readonly code: string
  readonly status: CaseStatus
  readonly owner: string
  readonly updatedOn: PlainDate
}

/** More than anyone would look at one by one: a profile that so many share tells nothing. */
const mostShown = 20

export const coarseProfileOf = (db: Reader, n: number): CoarseProfile | undefined =>
  db.get<CoarseProfile>(
    `SELECT region, gender, majority, age_band AS ageBand, period_from AS periodFrom, period_until AS periodUntil
       FROM cases WHERE n = ?`,
    n,
  )

/**
 * The newest cases that could be of the same situation as case `n`, whose profile must be comparable: the rule is
 * `areSimilar` of shared/cases/similar.ts. Those that were told apart from it are left out.
 */
export function similarRows(db: Reader, n: number, profile: CoarseProfile): SimilarRow[] {
  const band = profile.ageBand ?? 'unknown'
  return db.all<SimilarRow>(
    `SELECT id, code, status, owner, updated_on AS updatedOn, region, gender, majority, age_band AS ageBand,
            period_from AS periodFrom, period_until AS periodUntil
       FROM cases
      WHERE region = ? AND gender = ? AND majority = ? AND n <> ?
        AND (? = 'unknown' OR coalesce(age_band, 'unknown') IN ('unknown', ?))
        AND coalesce(period_from <= ?, 1) AND coalesce(period_until >= ?, 1)
        AND NOT EXISTS (SELECT 1 FROM case_pairs WHERE a_n = min(n, ?) AND b_n = max(n, ?))
      ORDER BY n DESC LIMIT ${mostShown}`,
    profile.region,
    profile.gender,
    profile.majority,
    n,
    band,
    band,
    profile.periodUntil,
    profile.periodFrom,
    n,
    n,
  )
}

/** Somebody looked at both: whichever is named first, they are told apart once. */
export function tellApart(db: Writer, n: number, other: number, on: PlainDate): void {
  db.run(
    'INSERT OR IGNORE INTO case_pairs (a_n, b_n, told_on) VALUES (?, ?, ?)',
    Math.min(n, other),
    Math.max(n, other),
    on,
  )
}
