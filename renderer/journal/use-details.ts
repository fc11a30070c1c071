import type { JournalTopic } from '../../shared/journal/actions.ts'
import { topicOf } from '../../shared/journal/actions.ts'
import type { JournalLine } from '../../shared/journal/journal.contract.ts'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import { closingReasons } from '../../shared/vocab/closing.ts'
import { stepReasons, stepStates } from '../../shared/vocab/referral.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { fieldLabels, sectionLabels } from './field-names.ts'

interface Words {
  readonly t: ReturnType<typeof useWords>
  readonly label: ReturnType<typeof useLabels>
}

/** The details of one line by name: a text, or a number, or null when the line has none of that kind. */
interface Given {
  text(name: string): string | null
  count(name: string): number | null
}

type Part = string | false | null

const fieldsIn = ({ t }: Words, { text }: Given): Part =>
  fieldLabels(text('fields') ?? '', text('section'))
    .map((id) => t(id))
    .join(', ')

const sectionsIn = ({ t }: Words, names: string | null): Part =>
  sectionLabels(names ?? '')
    .map((id) => t(id))
    .join(' · ')

/** What else a line tells, by topic: which section and fields, from whom, how many. */
const parts: Readonly<Record<JournalTopic, (words: Words, given: Given) => Part[]>> = {
  cases: (words, given) => {
    const [status, reasons] = [given.text('to'), given.text('reasons')]
    return [
      sectionsIn(words, given.text('section')),
      fieldsIn(words, given),
      status && words.label(caseStatuses, status),
      reasons
        ?.split(',')
        .map((reason) => words.label(closingReasons, reason))
        .join(', ') ?? null,
    ]
  },
  referrals: (words, given) => {
    const [state, reason, position] = [given.text('to'), given.text('reason'), given.count('position')]
    return [
      fieldsIn(words, given),
      state && words.label(stepStates, state),
      reason && words.label(stepReasons, reason),
      position !== null && words.t('journal.detail.position', { position: position + 1 }),
    ]
  },
  exchange: (words, given) => {
    const { t, label } = words
    const [kind, sender, reason] = [given.text('kind'), given.text('sender'), given.text('reason')]
    const [steps, recipients] = [given.count('steps'), given.count('recipients')]
    return [
      // A hyphen would end the word that the message chooses by.
      kind && t('journal.detail.kind', { kind: kind.replace('-', '_') }),
      sectionsIn(words, given.text('sections')),
      Boolean(steps) && t('cases.mark.steps', { count: steps }),
      reason && label(stepReasons, reason),
      sender && t('journal.detail.from', { name: sender }),
      recipients !== null && t('journal.detail.recipients', { count: recipients }),
    ]
  },
  members: ({ t }, given) => [given.text('effect') === 'renewal' && t('journal.detail.renewal')],
  vault: ({ t }, given) => {
    const [failed, erase] = [given.count('failedAttempts'), given.count('eraseAfter')]
    return [
      Boolean(failed) && t('journal.detail.failed', { count: failed }),
      erase !== null && t('journal.detail.eraseAfter', { count: erase }),
    ]
  },
  recovery: ({ t }, given) => {
    const [kit, failed] = [given.text('kitId'), given.count('failedAttempts')]
    return [
      kit && t('journal.detail.kit', { kit }),
      Boolean(failed) && t('journal.detail.failed', { count: failed }),
    ]
  },
  backup: ({ t }, given) => [given.text('kind') === 'automatic' && t('journal.detail.automatic')],
  directory: ({ t }, given) => {
    const [added, changed, entries] = [given.count('added'), given.count('changed'), given.count('entries')]
    return [
      added !== null && t('journal.detail.added', { count: added }),
      changed !== null && t('journal.detail.changed', { count: changed }),
      entries !== null && t('journal.detail.entries', { count: entries }),
    ]
  },
  documents: ({ t }, given) => {
    const kind = given.text('kind')
    return [kind && t('journal.detail.document', { kind: kind.replace('-', '_') })]
  },
  committee: () => [],
  journal: ({ t }, given) => {
    const [lines, broken, missing] = [given.count('lines'), given.count('broken'), given.count('missing')]
    return [
      lines !== null && t('journal.detail.lines', { count: lines }),
      broken !== null && t('journal.detail.broken', { line: broken }),
      missing !== null && t('journal.detail.missing', { line: missing }),
    ]
  },
}

export function useDetails(): (line: JournalLine) => string[] {
  const words = { t: useWords(), label: useLabels() }
  return ({ action, details }) => {
    if (action === null) return []
    const given: Given = {
      text: (name) => (typeof details[name] === 'string' ? details[name] : null),
      count: (name) => (typeof details[name] === 'number' ? details[name] : null),
    }
    return parts[topicOf(action)](words, given).filter((part) => isSaid(part))
  }
}

const isSaid = (part: Part): part is string => typeof part === 'string' && part !== ''
