import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`, with no time and no time zone: a day is already as precise as a case may be. */
export const plainDate = z.iso.date()
export type PlainDate = z.infer<typeof plainDate>

/** A month, `YYYY-MM`, where a day would identify. */
export const plainMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** The calendar day at `instant` (milliseconds since 1970) where this computer is. */
export function dayOf(instant: number, timeZone = Temporal.Now.timeZoneId()): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** When `day` begins (milliseconds since 1970) where this computer is. */
export function startOf(day: PlainDate, timeZone = Temporal.Now.timeZoneId()): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
}

/** `day` moved by whole days. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The same day of a later month, or that month's last when it has no such day. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}
