import { Anchor, Text, VisuallyHidden } from '@mantine/core'
import { Link } from 'wouter'
import type { JournalLine, JournalSubject } from '../../shared/journal/journal.contract.ts'
import { useAsk } from '../client.ts'
import { useInstants, useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import classes from './journal.module.css'
import { useDetails } from './use-details.ts'

/** The lines, newest first. */
export function JournalTable({ lines }: { readonly lines: readonly JournalLine[] }) {
  const t = useWords()
  const { data: me } = useAsk('members.me', {})
  return (
    <table className={classes.lines}>
      <caption>
        <VisuallyHidden>{t('journal.caption')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={classes.when}>
            {t('journal.column.when')}
          </th>
          <th scope="col" className={classes.who}>
            {t('journal.column.who')}
          </th>
          <th scope="col">{t('journal.column.what')}</th>
          <th scope="col" className={classes.about}>
            {t('journal.column.about')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.seq} line={line} me={me?.fingerprint ?? ''} />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  readonly line: JournalLine
  /** My own fingerprint: most lines are mine. */
  readonly me: string
}

function Line({ line, me }: LineProps) {
  const t = useWords()
  const nameOf = useNames()
  const { at } = useInstants()
  const details = useDetails()(line)
  return (
    <tr>
      <td>
        {at(line.at)}
        <Text size="sm" c="dimmed">
          {t('journal.line', { seq: line.seq })}
        </Text>
      </td>
      <td>{line.who.fingerprint === me ? t('journal.me') : nameOf(line.who.name)}</td>
      <td>
        <Text fw={600}>{t(line.action === null ? 'journal.unknown' : `journal.action.${line.action}`)}</Text>
        {details.length > 0 && <Text size="sm">{details.join(' · ')}</Text>}
      </td>
      <td>
        <About line={line} me={me} />
      </td>
    </tr>
  )
}

/** Digits of a packet's id that tell it from the others here; the whole would fill the line. */
const packetDigits = 8

function About({ line: { subject, details }, me }: LineProps) {
  const t = useWords()
  // My own card: the line says so already.
  if (!subject || subject.id === me) return null
  if (subject.kind === 'case') return <CaseLines subject={subject} />
  if (subject.kind === 'member') return <>{subject.name ?? t('journal.goneMember')}</>
  if (subject.kind === 'packet') {
    return (
      <>
        {typeof details.case === 'string' && <Text fw={600}>{details.case}</Text>}
        <Text size="sm" c="dimmed">
          {t('journal.packet', { id: subject.id.slice(0, packetDigits) })}
        </Text>
      </>
    )
  }
  return (
    <Text size="sm" c="dimmed">
      {subject.id}
    </Text>
  )
}

/** A case's code narrows the journal to it. */
function CaseLines({ subject: { id, name } }: { readonly subject: JournalSubject }) {
  const t = useWords()
  return (
    <Anchor
      component={Link}
      href={`/journal/${id}`}
      {...(name !== null && { 'aria-label': t('journal.onlyCase', { code: name }) })}
    >
      {name ?? t('journal.goneCase')}
    </Anchor>
  )
}
