import { useAsk } from '../client.ts'
import type { Choice, Coverage } from './choice.ts'

export interface AskedCoverage {
  /** Undefined while there is nothing to ask, or the first answer has not come. */
  readonly data: Coverage | undefined
  /** The answer is for what is chosen now. */
  readonly current: boolean
  readonly error: Error | null
}

/** What the consents of the case let go, asked again with every choice; the last answer stands until the next is here. */
export function useCoverage(
  caseId: string,
  { purpose, recipients, stepIds }: Pick<Choice, 'purpose' | 'recipients' | 'stepIds'>,
  handover = false,
): AskedCoverage {
  const enabled = purpose !== null && recipients.length > 0
  const asked = useAsk(
    'exchange.coverage',
    {
      caseId,
      purpose: purpose ?? '',
      recipients: [...recipients],
      stepIds: [...stepIds],
      sections: [],
      handover,
    },
    { enabled, keepLast: true },
  )
  return {
    data: enabled ? asked.data : undefined,
    current: asked.isSuccess && !asked.isPlaceholderData,
    error: enabled ? asked.error : null,
  }
}
