import type { Out } from '../../shared/contract.ts'
import type { Reader } from '../vault/database.ts'
import type { Collected } from './collect.ts'
import { casesLeft, countRows, journalGaps, sectionNamesOf, sectionsTold } from './salvage.store.ts'

type Account = Out<'damage.salvage'>
type Kind = Account['kept'][number]['kind']

/** Which tables a kind of record is counted in. Of the others the person knows nothing by number. */
const tablesOf: Readonly<Record<Kind, readonly string[]>> = {
  cases: ['cases'],
  sections: ['case_sections'],
  steps: ['referral_steps'],
  turns: ['case_turns'],
  members: ['members'],
  directory: ['directory_entries'],
  meetings: ['meetings'],
  packets: ['sent_packets', 'received_packets'],
  drafts: ['drafts'],
  journal: ['journal'],
  settings: ['settings'],
}
/** Recipients belong to their packet. */
const partOf: Readonly<Record<string, Kind>> = { sent_recipients: 'packets' }

const kinds = Object.keys(tablesOf) as Kind[]

export const keptOf = (db: Reader): Account['kept'] =>
  kinds.map((kind) => ({
    kind,
    count: tablesOf[kind].reduce((sum, table) => sum + countRows(db, table), 0),
  }))

/**
 * What is known to be missing. An index that could be read to the end says how many rows there were, and the journal has
 * a number for each line; otherwise nobody can tell.
 * @param anything any page may have been lost, so that none of these is sure
 */
export function lostOf(db: Reader, collected: Collected, anything: boolean): Account['lost'] {
  return kinds.flatMap((kind) => {
    if (anything) return [{ kind, count: null }]
    const counts = tablesOf[kind]
      .filter((table) => collected.damaged.has(table))
      .map((table) => missingFrom(db, table, collected))
    if (Object.entries(partOf).some(([table, whole]) => whole === kind && collected.damaged.has(table))) {
      counts.push(null)
    }
    const count = counts.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0)
    return count === 0 ? [] : [{ kind, count }]
  })
}

function missingFrom(db: Reader, table: string, { counted, lostPages, strays }: Collected): number | null {
  const before = counted.get(table)
  if (before !== undefined) return Math.max(0, before - countRows(db, table))
  if (table !== 'journal' || lostPages.get(table) !== 1 || strays.has(table)) return null
  const gaps = journalGaps(db)
  // Without a gap the page that was lost is the last one: nothing says how far it went.
  return gaps > 0 ? gaps : null
}

/** The cases of which something is missing, as far as their own line, the list's columns and the journal tell. */
export function casesHit(db: Reader, { damaged }: Collected, rebuilt: ReadonlySet<number>): Account['cases'] {
  const sectionsLost = damaged.has('case_sections')
  const told = new Map<string, string[]>()
  for (const { caseId, section } of sectionsLost ? sectionsTold(db) : []) {
    told.set(caseId, [...(told.get(caseId) ?? []), section])
  }
  return casesLeft(db).flatMap(({ n, id, code, region, risk }) => {
    const there = sectionNamesOf(db, n)
    const due = new Set(sectionsLost ? told.get(id) : [])
    if (sectionsLost && region !== null) due.add('profile')
    if (sectionsLost && risk !== null) due.add('risk')
    const sections = [...due].filter((name) => !there.includes(name)).sort()
    const bare = sectionsLost && there.length === 0
    const isRebuilt = rebuilt.has(n)
    return sections.length > 0 || bare || isRebuilt ? [{ code, sections, rebuilt: isRebuilt }] : []
  })
}
