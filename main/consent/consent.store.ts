import type { Reader } from '../vault/database.ts'

/** The organisation of an entry of the directory; nothing when the entry is not, or no longer, here. */
export const organisationOfEntry = (db: Reader, id: string): string | undefined =>
  db.get<{ organisation: string }>(
    "SELECT json_extract(body, '$.organisation') AS organisation FROM directory_entries WHERE id = ?",
    id,
  )?.organisation
