import { useDebouncedValue } from '@mantine/hooks'
import {
  type Icon,
  IconCalendarEvent,
  IconFilePlus,
  IconFolder,
  IconLanguage,
  IconLock,
  IconMailOpened,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { Preferences } from '../../shared/app/app.contract.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { riskLevels } from '../../shared/vocab/risk.ts'
import { useAsk, useChange } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { places } from '../navigation.ts'
import { lock } from './use-lock.ts'

/** Something the palette can do or go to. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly icon: Icon
  run(): void
}

/** What can be done from anywhere, the likeliest first. */
export function useCommands({ locale, colorScheme }: Preferences): Command[] {
  const t = useWords()
  const [, go] = useLocation()
  const { mutate: prefer } = useChange('app.setPreferences')
  const dark = colorScheme === 'dark'
  return [
    {
      id: 'new-case',
      label: t('app.palette.newCase'),
      icon: IconFilePlus,
      run: () => go(`/cases/${crypto.randomUUID()}`),
    },
    {
      id: 'open-packet',
      label: t('app.palette.openPacket'),
      icon: IconMailOpened,
      run: () => go('/packets/open'),
    },
    ...places.map(({ path, label, icon }) => ({
      id: `go${path.replace('/', '-')}`,
      label: t('app.palette.goTo', { place: t(label) }),
      icon,
      run: () => go(path),
    })),
    {
      id: 'go-meetings',
      label: t('app.palette.goTo', { place: t('committee.meetings') }),
      icon: IconCalendarEvent,
      run: () => go('/meetings'),
    },
    { id: 'lock', label: t('app.palette.lock'), icon: IconLock, run: lock },
    {
      id: 'language',
      label: t('app.palette.otherLanguage'),
      icon: IconLanguage,
      run: () => prefer({ locale: locale === 'fr' ? 'en' : 'fr' }),
    },
    {
      id: 'scheme',
      label: dark ? t('app.palette.light') : t('app.palette.dark'),
      icon: dark ? IconSun : IconMoon,
      run: () => prefer({ colorScheme: dark ? 'light' : 'dark' }),
    },
  ]
}

/** Cases shown at most: what one sees without scrolling. */
const casesShown = 6

/** Cases that hold the words. Each is shown by its code and coded terms, never by what was written. */
export function useCaseCommands(query: string): Command[] {
  const label = useLabels()
  const [, go] = useLocation()
  const [words] = useDebouncedValue(query.trim(), 120)
  const { data } = useAsk('cases.list', { words }, { enabled: words.length > 1, keepLast: true })
  if (query.trim().length < 2) return []
  return (data?.rows ?? []).slice(0, casesShown).map((row) => ({
    id: row.id,
    label: row.code,
    hint: [row.region && label(regions, row.region), row.risk && label(riskLevels, row.risk)]
      .filter(Boolean)
      .join(' · '),
    icon: IconFolder,
    run: () => go(`/cases/${row.id}`),
  }))
}
