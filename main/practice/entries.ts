import type { Locale } from '../../shared/app/app.contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { Writer } from '../vault/database.ts'

/** The services of the practice vault. */
export function addEntries(
  _db: Writer,
  _me: string,
  _locale: Locale,
  _today: PlainDate,
): { id: string; organisation: string }[] {
  return []
}
