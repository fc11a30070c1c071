import { randomUUID } from 'node:crypto'
import type { Locale } from '../../shared/app/app.contract.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { entryDetails } from '../../shared/directory/directory.contract.ts'
import { putEntry } from '../directory/directory.store.ts'
import { tidyDetails } from '../directory/entry.ts'
import { newEntry } from '../directory/write-entry.ts'
import type { Writer } from '../vault/database.ts'
import { type EntryName, type Service, services } from './services.ts'
import type { AskedEntry } from './situation.ts'

/** Writes the directory of the practice vault. */
export function addEntries(
  db: Writer,
  me: string,
  locale: Locale,
  today: PlainDate,
): Readonly<Record<EntryName, AskedEntry>> {
  const added = Object.entries<Service>(services).map(([name, service]) => {
    const { organisation, conditions, hours, contact, note, checkedDaysAgo, ...rest } = service
    const checkedOn = checkedDaysAgo === null ? null : addDays(today, -checkedDaysAgo)
    const details = entryDetails.parse({
      ...rest,
      organisation: organisation[locale],
      conditions: conditions[locale],
      hours: hours[locale],
      contact: contact[locale],
      note: note?.[locale] ?? '',
      checkedOn,
    })
    const id = randomUUID()
    putEntry(db, newEntry(id, tidyDetails(details), me, checkedOn ?? today))
    return [name, { entryId: id, organisation: details.organisation }] as const
  })
  return Object.fromEntries(added) as Record<EntryName, AskedEntry>
}
