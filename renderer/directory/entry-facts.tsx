import { List } from '@mantine/core'
import type { ReactNode } from 'react'
import type { EntryDetails } from '../../shared/directory/directory.contract.ts'
import { capacities } from '../../shared/vocab/directory.ts'
import { languages } from '../../shared/vocab/languages.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { services } from '../../shared/vocab/services.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import classes from './directory.module.css'

/** All that is known of a service, to be read. What nobody knows is not shown. */
export function EntryFacts({ details }: { readonly details: EntryDetails }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const { sector, capacity, checkedOn } = details
  return (
    <div className={classes.facts}>
      <Fact label={t('directory.field.organisation')}>{details.organisation}</Fact>
      <Fact label={t('directory.field.sector')}>{sector && label(coalitionSectors, sector)}</Fact>
      <Fact label={t('directory.field.services')}>{listed(details.services, services)}</Fact>
      <Fact label={t('directory.field.regions')}>
        {details.regions.length === 0 ? t('directory.everywhere') : listed(details.regions, regions)}
      </Fact>
      <Fact label={t('directory.field.languages')}>{listed(details.languages, languages)}</Fact>
      <Fact label={t('directory.field.capacity')}>{capacity && label(capacities, capacity)}</Fact>
      <Fact label={t('directory.field.contact')}>{details.contact}</Fact>
      <Fact label={t('directory.field.phone')}>{details.phone}</Fact>
      <Fact label={t('directory.field.email')}>{details.email}</Fact>
      <Fact label={t('directory.field.website')}>{details.website}</Fact>
      <Fact label={t('directory.field.hours')}>{details.hours}</Fact>
      <Fact label={t('directory.field.checkedOn')}>{checkedOn && inWords(checkedOn)}</Fact>
      <Fact label={t('directory.field.conditions')} wide>
        {details.conditions}
      </Fact>
      <Fact label={t('directory.field.note')} wide>
        {details.note}
      </Fact>
    </div>
  )

  function listed(codes: readonly string[], list: Parameters<typeof label>[0]) {
    if (codes.length === 0) return null
    return (
      <List>
        {codes.map((code) => (
          <List.Item key={code}>{label(list, code)}</List.Item>
        ))}
      </List>
    )
  }
}

interface FactProps {
  readonly label: string
  readonly wide?: boolean
  readonly children: ReactNode
}

function Fact({ label, wide = false, children }: FactProps) {
  if (children === null || children === '') return null
  return (
    <div className={wide ? classes.wide : undefined} dir="auto">
      <ReadOnly label={label}>{children}</ReadOnly>
    </div>
  )
}
