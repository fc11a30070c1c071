import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight'
import {
  type Icon,
  IconFilePlus,
  IconFolder,
  IconLanguage,
  IconLock,
  IconMailOpened,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Preferences } from '../../shared/app/app.contract.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { riskLevels } from '../../shared/vocab/risk.ts'
import { useAsk, useChange } from '../client.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { places } from '../navigation.ts'
import { matching } from './matching.ts'
import classes from './palette.module.css'
import { lock } from './use-lock.ts'

const [store, actions] = createSpotlight()
export const openPalette = actions.open

interface Command {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly icon: Icon
  run(): void
}

/** Cases shown at most: what one sees without scrolling. */
const casesShown = 6

/** Everything one can do or go to, by typing a few letters. Of a case it shows the code and coded terms, never words. */
export function Palette({ preferences }: { preferences: Preferences }) {
  const t = useWords()
  const [query, setQuery] = useState('')
  const { selected } = useSpotlight(store)
  const commands = matching(query, useCommands(preferences), ({ label }) => label)
  const cases = useCaseCommands(query)
  const groups = [
    { name: t('app.palette.commands'), commands },
    { name: t('app.palette.cases'), commands: cases },
  ].filter((group) => group.commands.length > 0)
  const all = groups.flatMap((group) => group.commands)
  const optionId = (command: Command | undefined) => command && `palette-${command.id}`

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      triggerOnContentEditable
      scrollable
      maxHeight={420}
      classNames={{ action: classes.action }}
      aria-label={t('app.palette.title')}
    >
      <Spotlight.Search
        placeholder={t('app.palette.placeholder')}
        aria-label={t('app.palette.title')}
        leftSection={<IconSearch size={20} aria-hidden />}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={optionId(all[selected])}
        spellCheck={false}
        autoComplete="off"
      />
      <Spotlight.ActionsList id={listId} role="listbox" aria-label={t('app.palette.title')}>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.name} label={group.name} role="group" aria-label={group.name}>
            {group.commands.map((command) => (
              <Spotlight.Action
                key={command.id}
                id={optionId(command)}
                role="option"
                aria-selected={all[selected] === command}
                label={command.label}
                description={command.hint}
                leftSection={<command.icon size={20} stroke={1.6} aria-hidden />}
                onClick={command.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
      {all.length === 0 && <Spotlight.Empty role="status">{t('app.palette.nothing')}</Spotlight.Empty>}
    </Spotlight.Root>
  )
}

const listId = 'palette-list'

function useCommands({ locale, colorScheme }: Preferences): Command[] {
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
      run: () => go('/packets'),
    },
    ...places.map(({ path, label, icon }) => ({
      id: `go${path.replace('/', '-')}`,
      label: t('app.palette.goTo', { place: t(label) }),
      icon,
      run: () => go(path),
    })),
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

function useCaseCommands(query: string): Command[] {
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
