import { caseById } from '../../main/cases/cases.store.ts'
import { putStep } from '../../main/referrals/referrals.store.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { type Step, stepDetails } from '../../shared/referrals/referrals.contract.ts'
import { openBeneath } from './vault.ts'

/**
 * Puts steps into a case of a closed vault, beneath the program: asking for thousands one by one would take minutes. Every
 * third waits for an answer since yesterday, the others are drafts.
 */
export async function fillWithSteps(
  folder: string,
  caseId: string,
  { count, today }: { count: number; today: PlainDate },
): Promise<void> {
  const database = await openBeneath(folder)
  const record = caseById(database.reader, caseId)
  if (!record) throw new Error('no such case')
  const { writer } = database
  writer.transaction(() => {
    for (let position = 0; position < count; position += 1) {
      putStep(writer, record.n, stepAt(position, record.owner, today))
    }
  })
  database.close()
}

function stepAt(position: number, author: string, today: PlainDate): Step {
  const draft = { to: 'draft', on: addDays(today, -1), reason: null } as const
  return {
    ...stepDetails.parse({ service: 'legal_aid', organisation: `Organisme fictif ${position + 1}` }),
    id: crypto.randomUUID(),
    position,
    moves: position % 3 === 0 ? [draft, { ...draft, to: 'sent' }] : [draft],
    author,
    version: { [author]: 1 },
  }
}
