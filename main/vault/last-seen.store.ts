import { type PlainDate, plainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from './database.ts'
import { putSetting, settingOf } from './settings.store.ts'

const name = 'vault.last_seen_day'

/** The latest day on which this vault is known to have been open, or null. */
export const lastSeenDay = (db: Reader): PlainDate | null => settingOf(db, name, plainDate)

/** Remembers `day`, unless a later one was seen: a clock that is set back must not bring an expired packet back. */
export function noteDay(db: Writer, day: PlainDate): void {
  const seen = lastSeenDay(db)
  if (seen === null || seen < day) putSetting(db, name, day)
}

/** Counts from `day` again, even where a later one was seen. */
export const resetDay = (db: Writer, day: PlainDate): void => putSetting(db, name, day)

/** `day` by the clock, or the last day seen when that is later. */
export function dayNoEarlier(db: Reader, day: PlainDate): PlainDate {
  const seen = lastSeenDay(db)
  return seen !== null && seen > day ? seen : day
}
