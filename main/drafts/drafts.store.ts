import type { Reader, Writer } from '../vault/database.ts'

export interface DraftPlace {
  readonly caseId: string
  readonly form: string
  readonly itemId: string | null
}

export function putDraft(db: Writer, { caseId, form, itemId }: DraftPlace, body: string): void {
  db.run(
    'INSERT OR REPLACE INTO drafts (case_id, form, item_id, body) VALUES (?, ?, ?, ?)',
    caseId,
    form,
    itemId ?? '',
    body,
  )
}

/** Whether another draft, not there yet, would be one too many. */
export function isRoomForDraft(db: Reader, { caseId, form, itemId }: DraftPlace, limit: number): boolean {
  const others = db.get<{ count: number }>(
    'SELECT count(*) AS count FROM drafts WHERE NOT (case_id = ? AND form = ? AND item_id = ?)',
    caseId,
    form,
    itemId ?? '',
  )
  return (others?.count ?? 0) < limit
}

export function draftBody(db: Reader, { caseId, form, itemId }: DraftPlace): string | null {
  const row = db.get<{ body: string }>(
    'SELECT body FROM drafts WHERE case_id = ? AND form = ? AND item_id = ?',
    caseId,
    form,
    itemId ?? '',
  )
  return row?.body ?? null
}

/** @returns whether there was one */
export function discardDraft(db: Writer, { caseId, form, itemId }: DraftPlace): boolean {
  return (
    db.run('DELETE FROM drafts WHERE case_id = ? AND form = ? AND item_id = ?', caseId, form, itemId ?? '') >
    0
  )
}

export function caseIdsOnlyInDrafts(db: Reader): string[] {
  return db
    .all<{ id: string }>(
      `SELECT DISTINCT case_id AS id FROM drafts
        WHERE form <> 'directory-entry' AND case_id NOT IN (SELECT id FROM cases) ORDER BY case_id`,
    )
    .map(({ id }) => id)
}

/** The forms of a case in which something waits that was never saved, each once. */
export const formsInDraft = (db: Reader, caseId: string): string[] =>
  db
    .all<{ form: string }>('SELECT DISTINCT form FROM drafts WHERE case_id = ? ORDER BY form', caseId)
    .map(({ form }) => form)
