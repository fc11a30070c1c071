import { List } from '@mantine/core'
import type { ReactNode } from 'react'
import type { EntryDetails } from '../../shared/directory/directory.contract.ts'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { capacities } from '../../shared/vocab/directory.ts'
import { languages } from '../../shared/vocab/languages.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { services } from '../../shared/vocab/services.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import classes from './directory.module.css'
import { inListOrder } from './in-list-order.ts'

interface EntryFactsProps {
  readonly details: EntryDetails
  /** Another text of the same entry: only what differs from it is shown, also where nothing is noted. */
  readonly unlike?: EntryDetails
}

/** All that is known of a service, to be read. What nobody knows is not shown. */
export function EntryFacts({ details, unlike }: EntryFactsProps) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const { sector, capacity, checkedOn } = details
  const values: readonly [keyof EntryDetails, ReactNode][] = [
    // The title of the page says it, except where there are two.
    ['organisation', unlike && details.organisation],
    ['sector', sector && label(coalitionSectors, sector)],
    ['services', listed(details.services, services)],
    ['regions', details.regions.length === 0 ? t('directory.everywhere') : listed(details.regions, regions)],
    ['languages', listed(details.languages, languages)],
    ['capacity', capacity && label(capacities, capacity)],
    ['contact', details.contact],
    ['phone', details.phone],
    ['email', details.email],
    ['website', details.website],
    ['hours', details.hours],
    ['checkedOn', checkedOn && inWords(checkedOn)],
    ['conditions', details.conditions],
    ['note', details.note],
  ]
  const shown = values.filter(([field, value]) =>
    unlike ? JSON.stringify(details[field]) !== JSON.stringify(unlike[field]) : Boolean(value),
  )
  return (
    <div className={classes.facts}>
      {shown.map(([field, value]) => (
        <div key={field} className={long.has(field) ? classes.wide : undefined} dir="auto">
          <ReadOnly label={t(`directory.field.${field}`)}>{value}</ReadOnly>
        </div>
      ))}
    </div>
  )

  function listed(codes: readonly string[], list: CodeList) {
    if (codes.length === 0) return null
    return (
      <List>
        {inListOrder(list, codes).map((code) => (
          <List.Item key={code}>{label(list, code)}</List.Item>
        ))}
      </List>
    )
  }
}

const long: ReadonlySet<keyof EntryDetails> = new Set(['conditions', 'note'])
