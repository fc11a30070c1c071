import { randomUUID } from 'node:crypto'
import type { Locale } from '../../shared/app/app.contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { caseById, insertCase, setCaseStatus } from '../cases/cases.store.ts'
import { putSection } from '../cases/sections.store.ts'
import { addTurn } from '../cases/turns.store.ts'
import { freeCaseCode, refreshCase } from '../cases/write-case.ts'
import { putMeeting } from '../committee/meetings.store.ts'
import { putStep } from '../referrals/referrals.store.ts'
import type { Writer } from '../vault/database.ts'
import { identityRow } from '../vault/identity.store.ts'
import { addColleagues } from './colleagues.ts'
import { addEntries } from './entries.ts'
import { type Situation, type Teller, tellerOf } from './situation.ts'
import { situations } from './situations/situations.ts'

/** Days until the next meeting, and since the last one. */
const nextMeetingIn = 9
const lastMeetingAgo = 19

/** Writes the made-up colleagues, services, situations and meetings into a vault that is being made. */
export function fillForPractice(db: Writer, locale: Locale, today: PlainDate): void {
  const me = identityRow(db).fingerprint
  const colleagues = addColleagues(db, locale, today)
  const entries = addEntries(db, me, locale, today)
  const teller = tellerOf(locale, today, { colleagues, entries })
  for (const situation of situations) addSituation(db, me, situation, teller)
  for (const days of [-nextMeetingIn, lastMeetingAgo]) {
    putMeeting(db, {
      id: randomUUID(),
      on: teller.ago(days),
      at: '13:30',
      place: teller.say('Par visioconférence', 'By video call'),
    })
  }
}

function addSituation(db: Writer, me: string, situation: Situation, teller: Teller): void {
  const id = randomUUID()
  const { openedDaysAgo, status, ownedBy } = situation
  const owner = ownedBy === undefined ? me : (teller.colleagues[ownedBy]?.fingerprint ?? me)
  const createdOn = teller.ago(openedDaysAgo)
  insertCase(db, { id, code: freeCaseCode(db), status: 'open', owner, createdOn })
  const record = caseById(db, id)
  if (!record) return
  const savedOn = createdOn
  for (const section of situation.sections(teller)) {
    putSection(db, record.n, { section, author: owner, version: { [owner]: 1 }, savedOn })
  }
  const steps = situation.steps?.(teller) ?? []
  steps.forEach(({ details, moves }, position) => {
    putStep(db, record.n, {
      ...details,
      id: randomUUID(),
      position,
      moves: [...moves],
      author: owner,
      version: { [owner]: moves.length },
    })
  })
  const turns = situation.turns?.(teller) ?? []
  for (const turn of turns) addTurn(db, record.n, turn)
  const lastTouched = [
    ...steps.flatMap(({ moves }) => moves.map(({ on }) => on)),
    ...turns.map(({ on }) => on),
  ]
    .sort()
    .at(-1)
  const updatedOn = lastTouched ?? savedOn
  setCaseStatus(db, id, status, updatedOn)
  refreshCase(db, record, updatedOn)
}
