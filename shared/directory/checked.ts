import { Temporal } from 'temporal-polyfill'
import type { PlainDate } from '../dates.ts'

/** Half a year: people, hours and places change faster than anybody thinks of telling. */
const monthsGood = 6

/** The first day on which a check still counts: what was made sure of before it is to be made sure of again. */
export const staleBefore = (today: PlainDate): PlainDate =>
  Temporal.PlainDate.from(today).subtract({ months: monthsGood }).toString()

/** Whether nobody has made sure of an entry for six calendar months, or ever. */
export const isStale = (checkedOn: PlainDate | null, today: PlainDate): boolean =>
  checkedOn === null || checkedOn < staleBefore(today)
