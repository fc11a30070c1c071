import { randomBytes } from 'node:crypto'
import { emptySection, type NamedSection } from '../../shared/cases/sections.ts'
import { coarseProfile } from '../../shared/cases/similar.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { caseCode } from '../../shared/vocab/case-words.ts'
import { stepsOf } from '../referrals/referrals.store.ts'
import { refreshDues } from '../today/refresh-dues.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { type CaseRecord, indexCase, isCodeTaken, setCaseSummary } from './cases.store.ts'
import { foldLigatures } from './search.ts'
import { sectionsOf } from './sections.store.ts'
import { turnsOf } from './turns.store.ts'

/** A code that no case of this vault bears. */
export function freeCaseCode(db: Reader): string {
  let code = caseCode(randomBytes)
  while (isCodeTaken(db, code)) code = caseCode(randomBytes)
  return code
}

/**
 * The day on which something happens to a case: today, and never before it was made here. (A clock that was ahead when it
 * was made may have been put right since.)
 */
export const dayIn = ({ createdOn }: Pick<CaseRecord, 'createdOn'>, today: PlainDate): PlainDate =>
  today < createdOn ? createdOn : today

/** After any change to a case's sections, steps or turns: brings the list's columns and the search index up to date. */
export function refreshCase(db: Writer, { n, code }: CaseRecord, updatedOn: PlainDate): void {
  const sections = sectionsOf(db, n).map(({ section }) => section)
  const profile = sections.find((section) => section.name === 'profile')
  const risk = sections.find((section) => section.name === 'risk')
  setCaseSummary(db, n, {
    ...coarseProfile(profile?.body ?? emptySection('profile')),
    risk: risk?.body.level ?? null,
    updatedOn,
  })
  const steps = stepsOf(db, n)
  refreshDues(db, n, sections, steps)
  const words = [
    ...sections.flatMap(freeText),
    ...steps.flatMap(({ organisation, note, outcome }) => [organisation, note, outcome]),
    ...turnsOf(db, n).map(({ note }) => note),
  ]
  indexCase(db, n, code, foldLigatures(words.filter(Boolean).join('\n').normalize('NFC')))
}

/** The words of a section that a search looks through; its codes are reached with the filters. */
function freeText(section: NamedSection): string[] {
  switch (section.name) {
    case 'wishes':
      return [
        section.body.wishes,
        section.body.safeContacts,
        ...section.body.contacts.flatMap(({ when, note }) => [when, note]),
      ]
    case 'summary':
      return [section.body.context, section.body.situation, section.body.needs]
    case 'risk':
      return [section.body.reasons, section.body.safetyPlan, ...Object.values(section.body.plan)]
    case 'question':
      return [section.body.question]
    case 'consents':
      return section.body.items.flatMap(({ recipients, note, withheld }) => [
        recipients,
        note,
        ...withheld.flatMap((one) => [one.from, one.note]),
      ])
    case 'indicators':
      return [section.body.notes]
    case 'services':
      return section.body.items.map(({ note }) => note)
    case 'feedback':
      return [section.body.words]
    case 'profile':
    case 'trafficking':
      return []
  }
}
