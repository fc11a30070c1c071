import { z } from 'zod'
import { type JournalTopic, journalAction, topicOf } from '../../shared/journal/actions.ts'
import type { JournalLine, JournalSubject } from '../../shared/journal/journal.contract.ts'
import { caseById } from '../cases/cases.store.ts'
import { nameOfMember } from '../members/members.store.ts'
import type { Reader } from '../vault/database.ts'
import type { Me } from '../vault/identity.ts'
import type { KeptLine } from './journal.store.ts'

const storedDetails = z.record(z.string(), z.union([z.string(), z.number()]))

const kinds: Readonly<Record<JournalTopic, JournalSubject['kind']>> = {
  vault: 'other',
  recovery: 'other',
  backup: 'backup',
  cases: 'case',
  referrals: 'case',
  members: 'member',
  exchange: 'packet',
  directory: 'other',
  documents: 'case',
  committee: 'other',
  journal: 'other',
}

/** A line as a person reads it: with the names that cases and members bear today, of which the journal has none. */
export function showLine(db: Reader, me: Me, { seq, at, who, ...line }: KeptLine): JournalLine {
  const action = journalAction.safeParse(line.action).data ?? null
  const kind = action === null ? 'other' : kinds[topicOf(action)]
  return {
    seq,
    at,
    who: { fingerprint: who, name: nameOfMember(db, who, me) },
    action,
    subject: line.subject === null ? null : subjectOf(db, me, kind, line.subject),
    details: named(db, me, readDetails(line.details)),
  }
}

function subjectOf(db: Reader, me: Me, kind: JournalSubject['kind'], id: string): JournalSubject {
  if (kind === 'case') return { kind, id, name: caseById(db, id)?.code ?? null }
  if (kind === 'member') return { kind, id, name: nameOfMember(db, id, me) || null }
  return { kind, id, name: null }
}

function named(db: Reader, me: Me, details: JournalLine['details']): JournalLine['details'] {
  const { case: caseId, sender } = details
  return {
    ...details,
    ...(typeof caseId === 'string' && { case: caseById(db, caseId)?.code ?? caseId }),
    ...(typeof sender === 'string' && { sender: nameOfMember(db, sender, me) || sender }),
  }
}

/** A line that was tampered with is shown without its details; the verification names it. */
function readDetails(stored: string): JournalLine['details'] {
  try {
    return storedDetails.safeParse(JSON.parse(stored)).data ?? {}
  } catch {
    return {}
  }
}
