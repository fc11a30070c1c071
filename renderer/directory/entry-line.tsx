import { Group, Stack, Text } from '@mantine/core'
import { type Ref, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { EntryView } from '../../shared/directory/directory.contract.ts'
import { languages } from '../../shared/vocab/languages.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { services } from '../../shared/vocab/services.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { CapacityMark } from './capacity-mark.tsx'
import { CheckedMark } from './checked-mark.tsx'
import classes from './directory.module.css'
import { inListOrder } from './in-list-order.ts'

interface EntryLineProps {
  readonly entry: EntryView
  /** The first of those that were just asked for: the keyboard goes on from here. */
  readonly takesFocus: boolean
}

/** One service of the list. The whole line is the link's. */
export function EntryLine({ entry, takesFocus }: EntryLineProps) {
  const t = useWords()
  const label = useLabels()
  const link: Ref<HTMLAnchorElement> = useRef(null)
  useEffect(() => {
    if (takesFocus) link.current?.focus()
  }, [takesFocus])
  const where =
    entry.regions.length === 0
      ? t('directory.everywhere')
      : inListOrder(regions, entry.regions)
          .map((code) => label(regions, code))
          .join(', ')
  const spoken = inListOrder(languages, entry.languages)
    .map((code) => label(languages, code))
    .join(', ')
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <Link ref={link} href={`/directory/${entry.id}`} className={classes.name} dir="auto">
          {entry.organisation}
        </Link>
        <Text size="sm">
          {entry.services.length === 0
            ? t('directory.noServices')
            : inListOrder(services, entry.services)
                .map((code) => label(services, code))
                .join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          {[where, spoken].filter(Boolean).join(' — ')}
        </Text>
        {entry.sector && (
          <Text size="sm" c="dimmed">
            {label(coalitionSectors, entry.sector)}
          </Text>
        )}
      </div>
      <Stack gap={6} className={classes.marks}>
        <Group gap={6}>
          {entry.rival && <StateBadge tone="wait">{t('directory.rival.mark')}</StateBadge>}
          <CapacityMark capacity={entry.capacity} />
        </Group>
        <CheckedMark entry={entry} />
      </Stack>
    </li>
  )
}
