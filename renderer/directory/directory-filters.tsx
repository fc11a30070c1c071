import { Checkbox, Group } from '@mantine/core'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { services } from '../../shared/vocab/services.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeFilter } from '../ui/code-filter.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import type { ListState } from './list-state.ts'
import { useLanguages } from './use-languages.ts'

interface DirectoryFiltersProps {
  readonly query: ListState
  readonly onChange: (part: Partial<ListState>) => void
  /** Entries to be made sure of again; where there are none, there is nothing to ask for. */
  readonly staleCount: number
}

/** What is needed, where, in which language: the three questions of every search for a service. */
export function DirectoryFilters({ query, onChange, staleCount }: DirectoryFiltersProps) {
  const t = useWords()
  const languages = useLanguages()
  return (
    <search aria-label={t('directory.search.region')}>
      <Group gap="sm" mb="md">
        <SearchBox
          label={t('directory.search.label')}
          placeholder={t('directory.search.placeholder')}
          value={query.words}
          onChange={(words) => onChange({ words })}
        />
        <CodeFilter
          label={t('directory.filter.services')}
          list={services}
          value={query.services}
          onChange={(chosen) => onChange({ services: chosen })}
        />
        <CodeFilter
          label={t('directory.filter.regions')}
          list={regions}
          value={query.regions}
          onChange={(chosen) => onChange({ regions: chosen })}
        />
        <CodeFilter
          label={t('directory.filter.languages')}
          list={languages}
          value={query.languages}
          onChange={(chosen) => onChange({ languages: chosen })}
        />
        <CodeFilter
          label={t('directory.filter.sectors')}
          list={coalitionSectors}
          value={query.sectors}
          onChange={(chosen) => onChange({ sectors: chosen })}
        />
        {(staleCount > 0 || query.stale) && (
          <Checkbox
            label={t('directory.filter.stale', { count: staleCount })}
            checked={query.stale}
            onChange={({ currentTarget }) => onChange({ stale: currentTarget.checked })}
          />
        )}
      </Group>
    </search>
  )
}
