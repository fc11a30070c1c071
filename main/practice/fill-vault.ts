import { randomUUID } from 'node:crypto'
import type { Locale } from '../../shared/app/app.contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { type CaseRecord, caseById, insertCase, setCaseStatus } from '../cases/cases.store.ts'
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
  const { fingerprint: member, organisation } = identityRow(db)
  const colleagues = addColleagues(db, locale, today)
  const entries = addEntries(db, member, locale, today)
  const teller = tellerOf(locale, today, { me: { member, organisation }, colleagues, entries })
  for (const situation of situations) addSituation(db, situation, teller)
  for (const days of [-nextMeetingIn, lastMeetingAgo]) {
    putMeeting(db, {
      id: randomUUID(),
      on: teller.ago(days),
      at: '13:30',
      place: teller.say('Par visioconférence', 'By video call'),
    })
  }
}

function addSituation(db: Writer, situation: Situation, teller: Teller): void {
  const { openedDaysAgo, writtenDaysAgo = openedDaysAgo, status, ownedBy, tell } = situation
  const id = randomUUID()
  const owner = (ownedBy === undefined ? teller.me : teller.colleagues[ownedBy]).member
  insertCase(db, {
    id,
    code: freeCaseCode(db),
    status: 'open',
    owner,
    createdOn: teller.ago(openedDaysAgo),
  })
  const record = caseById(db, id)
  if (!record) return
  const told = tell(teller)
  const savedOn = teller.ago(writtenDaysAgo)
  const days = writeDown(db, record, told, savedOn, teller)
  const updatedOn = [savedOn, ...days].sort().at(-1) ?? savedOn
  setCaseStatus(db, id, status, updatedOn)
  refreshCase(db, record, updatedOn)
}

/** @returns the days on which something happened */
function writeDown(
  db: Writer,
  { n, owner }: CaseRecord,
  { sections, steps = [], turns = [], rival }: ReturnType<Situation['tell']>,
  savedOn: PlainDate,
  teller: Teller,
): PlainDate[] {
  for (const section of sections) {
    putSection(db, n, { section, author: owner, version: { [owner]: 1 }, savedOn })
  }
  if (rival) {
    const author = teller.colleagues[rival.by].member
    putSection(db, n, { section: rival.section, author, version: { [author]: 1 }, savedOn })
  }
  steps.forEach(({ details, moves }, position) => {
    putStep(db, n, {
      ...details,
      id: randomUUID(),
      position,
      moves: [...moves],
      author: owner,
      version: { [owner]: moves.length },
    })
  })
  for (const turn of turns) addTurn(db, n, turn)
  return [...steps.flatMap(({ moves }) => moves), ...turns].map(({ on }) => on)
}
