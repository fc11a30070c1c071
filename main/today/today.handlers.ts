import { Temporal } from 'temporal-polyfill'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { groupLimit, horizonDays, type TodayItem } from '../../shared/today/today.contract.ts'
import { demandStillCovered } from '../exchange/gate.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type CaseDue, dueCount, duesAsked, duesIn } from './dues.store.ts'
import {
  caseCount,
  casesWithDrafts,
  entriesNotCheckedSince,
  handoversWaiting,
  meetingsBetween,
  packetsToSave,
} from './waiting.store.ts'

/** Before every day there is, so that what is late has no beginning. */
const firstDay = '0000-01-01'
/** An entry of the directory is made sure of twice a year. */
const checkMonths = 6

type When = TodayItem['when']

const nothing = {
  on: null,
  caseId: null,
  caseCode: null,
  itemId: null,
  term: null,
  organisation: '',
  count: null,
}

const ofDue =
  (when: When) =>
  ({ kind, itemId, dueOn, term, organisation, caseId, caseCode }: CaseDue): TodayItem => ({
    ...nothing,
    kind,
    when,
    on: dueOn,
    caseId,
    caseCode,
    itemId: itemId || null,
    term,
    organisation,
  })

/** Nobody is asked to hand on what the person has taken back since. */
function mayLeave(vault: OpenVault, packetId: string, today: PlainDate): boolean {
  try {
    demandStillCovered(vault, packetId, today)
    return true
  } catch (error) {
    if (isRelaisError(error)) return false
    throw error
  }
}

/** What waits on me, or on whom I wait, whatever the day. */
function waiting(vault: OpenVault, today: PlainDate): TodayItem[] {
  const { reader: db } = vault
  const stale = entriesNotCheckedSince(
    db,
    Temporal.PlainDate.from(today).subtract({ months: checkMonths }).toString(),
  )
  return [
    ...duesAsked(db).map(ofDue('waits')),
    ...packetsToSave(db, today)
      .filter(({ packetId }) => mayLeave(vault, packetId, today))
      .map(
        ({ packetId, caseId, caseCode, on }): TodayItem => ({
          ...nothing,
          kind: 'packet_to_save',
          when: 'waits',
          on,
          caseId,
          caseCode,
          itemId: packetId,
        }),
      ),
    ...casesWithDrafts(db).map(
      ({ caseId, caseCode }): TodayItem => ({ ...nothing, kind: 'draft', when: 'waits', caseId, caseCode }),
    ),
    ...handoversWaiting(db).map(
      ({ caseId, caseCode, packetId, since, organisation }): TodayItem => ({
        ...nothing,
        kind: 'handover_waiting',
        when: 'waits',
        on: since,
        caseId,
        caseCode,
        itemId: packetId,
        organisation,
      }),
    ),
    ...(stale > 0
      ? [{ ...nothing, kind: 'entries_stale', when: 'waits', count: stale } satisfies TodayItem]
      : []),
  ]
}

export const todayHandlers: VaultHandlers<'today'> = {
  'today.list': (_, context) => {
    const { reader } = context.vault
    const today = context.today()
    const horizon = addDays(today, horizonDays)
    const past = { from: firstDay, to: addDays(today, -1) }
    const ahead = { from: today, to: horizon }
    const waits = waiting(context.vault, today)
    const meetings = meetingsBetween(reader, today, horizon).map(
      ({ id, on, place }): TodayItem => ({
        ...nothing,
        kind: 'meeting',
        when: 'arrives',
        on,
        itemId: id,
        organisation: place,
      }),
    )
    const arrives = [...duesIn(reader, ahead, groupLimit).map(ofDue('arrives')), ...meetings].sort((a, b) =>
      (a.on ?? '') < (b.on ?? '') ? -1 : 1,
    )
    return {
      today,
      items: [
        ...duesIn(reader, past, groupLimit).map(ofDue('late')),
        ...waits.slice(0, groupLimit),
        ...arrives.slice(0, groupLimit),
      ],
      totals: {
        late: dueCount(reader, past),
        waits: waits.length,
        arrives: dueCount(reader, ahead) + meetings.length,
      },
      cases: caseCount(reader),
    }
  },
}
