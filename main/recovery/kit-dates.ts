import { z } from 'zod'
import { addDays, type PlainDate, plainDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { putSetting, settingOf } from '../vault/settings.store.ts'

/** When a kit was made and last proven to be there. By kit: they are written before the kit counts, so that none is without. */
export interface KitDates {
  readonly kitId: string
  readonly madeOn: PlainDate
  readonly checkedOn: PlainDate
}

const dates = z.strictObject({ kitId: z.string(), madeOn: plainDate, checkedOn: plainDate })
const name = 'recovery.kits'
/** The one that counts, and the one that is about to. */
const kept = 2

const allDates = (db: Reader): readonly KitDates[] => settingOf(db, name, z.array(dates)) ?? []

/** Null when they are not known. A day that has not come yet was written under a wrong clock, and tells nothing. */
export function datesOfKit(db: Reader, kitId: string, today: PlainDate): KitDates | null {
  const known = allDates(db).find((each) => each.kitId === kitId)
  return known && known.madeOn <= today && known.checkedOn <= today ? known : null
}

export function putDatesOfKit(db: Writer, kit: KitDates): void {
  const others = allDates(db).filter(({ kitId }) => kitId !== kit.kitId)
  putSetting(db, name, [kit, ...others].slice(0, kept))
}

/** People move, and paper gets lost: once a year she is asked to prove that it is still there. */
const yearDays = 365

export const dueOn = ({ checkedOn }: Pick<KitDates, 'checkedOn'>): PlainDate => addDays(checkedOn, yearDays)
