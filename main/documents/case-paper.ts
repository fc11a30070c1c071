import { sectionNames } from '../../shared/cases/sections.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { DocumentChoice } from '../../shared/documents/documents.contract.ts'
import type { Block, Paper } from '../../shared/documents/paper.ts'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import type { CaseRecord } from '../cases/cases.store.ts'
import { demandCase } from '../cases/demand-case.ts'
import { sectionsOf } from '../cases/sections.store.ts'
import { nameOfMember } from '../members/members.store.ts'
import { stepsOf } from '../referrals/referrals.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { factsBlock, heading, text, under } from './blocks.ts'
import { trajectoryBlocks } from './trajectory-blocks.ts'
import { type Voice, voiceIn } from './voice.ts'
import { writtenSection } from './written-section.ts'

type Kind<K extends DocumentChoice['kind']> = Extract<DocumentChoice, { kind: K }>

/**
 * The case as it stands here, her wishes first, without the sections that nobody chose.
 * @throws cases.not_found
 */
export function caseSheet(vault: OpenVault, choice: Kind<'case-sheet'>, today: PlainDate): Paper {
  const voice = voiceIn(choice.locale)
  const record = demandCase(vault.reader, choice.caseId)
  const written = sectionsOf(vault.reader, record.n)
  const blocks = sectionNames
    .filter((name) => choice.sections.includes(name))
    .flatMap((name) =>
      writtenSection(vault, voice, name, written, ({ author, savedOn }) =>
        voice.say('writtenBy', { name: nameOf(vault, voice, author), day: voice.day(savedOn) }),
      ),
    )
  const steps = choice.trajectory ? trajectoryOf(vault, voice, record, today, 3) : []
  return paperOf(voice, `${voice.say('caseSheet')} · ${record.code}`, [
    ...factsOf(vault, voice, record, today),
    text(voice.say('deidentified')),
    ...blocks,
    ...under(heading(2, voice.say('trajectory')), steps),
  ])
}

/** What was asked of whom, and what came of it. @throws cases.not_found */
export function trajectoryPaper(vault: OpenVault, choice: Kind<'trajectory'>, today: PlainDate): Paper {
  const voice = voiceIn(choice.locale)
  const record = demandCase(vault.reader, choice.caseId)
  return paperOf(voice, `${voice.say('trajectory')} · ${record.code}`, [
    ...factsOf(vault, voice, record, today),
    text(voice.say('deidentified')),
    ...trajectoryOf(vault, voice, record, today, 2),
  ])
}

export const paperOf = (voice: Voice, title: string, blocks: Block[]): Paper => ({
  locale: voice.locale,
  title,
  mark: voice.say('confidential'),
  care: voice.say('care'),
  blocks,
})

const trajectoryOf = (
  { reader }: OpenVault,
  voice: Voice,
  { n }: CaseRecord,
  today: PlainDate,
  level: 2 | 3,
): Block[] => trajectoryBlocks(voice, stepsOf(reader, n), today, level)

function factsOf(vault: OpenVault, voice: Voice, record: CaseRecord, today: PlainDate): Block[] {
  return factsBlock(voice.say('facts'), [
    [voice.say('code'), record.code],
    [voice.say('status'), voice.label(caseStatuses, record.status)],
    [voice.say('inCharge'), nameOf(vault, voice, record.owner)],
    [voice.say('openedOn'), voice.day(record.createdOn)],
    [voice.say('updatedOn'), voice.day(record.updatedOn)],
    [voice.say('printedOn'), voice.day(today)],
  ])
}

const nameOf = ({ reader, me }: OpenVault, voice: Voice, fingerprint: string): string =>
  nameOfMember(reader, fingerprint, me) || voice.say('unknownMember')
