type PeriodProblem = 'future' | 'reversed'

interface PeriodProblems {
  readonly from: PeriodProblem | null
  readonly until: PeriodProblem | null
}

/**
 * What does not hold together in a period of two months (`YYYY-MM`), either of which may be unknown. It is said and never
 * refused: this computer's own date may be the one that is wrong.
 * @param thisMonth the current month here
 */
export function periodProblems(from: string | null, until: string | null, thisMonth: string): PeriodProblems {
  const isFuture = (month: string | null) => month !== null && month > thisMonth
  const reversed = from !== null && until !== null && until < from
  return {
    from: isFuture(from) ? 'future' : null,
    until: reversed ? 'reversed' : isFuture(until) ? 'future' : null,
  }
}
