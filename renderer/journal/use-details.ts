import type { JournalLine } from '../../shared/journal/journal.contract.ts'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import { stepReasons, stepStates } from '../../shared/vocab/referral.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { fieldLabels, sectionLabels } from './field-names.ts'

type Details = JournalLine['details']

const text = (value: Details[string] | undefined): string | null => (typeof value === 'string' ? value : null)
const count = (value: Details[string] | undefined): number | null =>
  typeof value === 'number' ? value : null

/** What else a line tells, in words: which section and fields, from whom, how many. */
export function useDetails(): (line: JournalLine) => string[] {
  const t = useWords()
  const label = useLabels()
  const labels = (ids: ReturnType<typeof fieldLabels>): string[] => ids.map((id) => t(id))
  return ({ action, details }) => {
    const section = text(details.section)
    const fields = text(details.fields)
    const sections = text(details.sections) ?? section
    const steps = count(details.steps)
    const kind = text(details.kind)
    const sender = text(details.sender)
    const recipients = count(details.recipients)
    const reason = text(details.reason)
    const failed = count(details.failedAttempts)
    const position = count(details.position)
    const to = text(details.to)
    const states = action === 'referrals.moved' ? stepStates : caseStatuses
    const [lines, broken, missing] = [details.lines, details.broken, details.missing].map(count)
    return [
      ...(kind === 'answer' || kind === 'case-share' ? [t('journal.detail.kind', { kind })] : []),
      ...(sections === null ? [] : labels(sectionLabels(sections))),
      ...(fields === null ? [] : [labels(fieldLabels(fields, section)).join(', ')]),
      ...(steps === null || steps === 0 ? [] : [t('cases.mark.steps', { count: steps })]),
      ...(to === null ? [] : [label(states, to)]),
      ...(reason === null ? [] : [label(stepReasons, reason)]),
      ...(position === null ? [] : [t('journal.detail.position', { position: position + 1 })]),
      ...(sender === null ? [] : [t('journal.detail.from', { name: sender })]),
      ...(recipients === null ? [] : [t('journal.detail.recipients', { count: recipients })]),
      ...(details.effect === 'renewal' ? [t('journal.detail.renewal')] : []),
      ...(failed === null || failed === 0 ? [] : [t('journal.detail.failed', { count: failed })]),
      ...(lines == null ? [] : [t('journal.detail.lines', { count: lines })]),
      ...(broken == null ? [] : [t('journal.detail.broken', { line: broken })]),
      ...(missing == null ? [] : [t('journal.detail.missing', { line: missing })]),
    ].filter((part) => part !== '')
  }
}
