import { Group } from '@mantine/core'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { riskLevels } from '../../shared/vocab/risk.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeFilter } from '../ui/code-filter.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import type { ListState } from './list-state.ts'

interface CaseFiltersProps {
  readonly query: ListState
  readonly onChange: (part: Partial<ListState>) => void
}

/** Search and filters, in one line above the list. */
export function CaseFilters({ query, onChange }: CaseFiltersProps) {
  const t = useWords()
  return (
    <search aria-label={t('cases.search.region')}>
      <Group gap="sm" mb="md">
        <SearchBox
          label={t('cases.search.label')}
          placeholder={t('cases.search.placeholder')}
          value={query.words}
          onChange={(words) => onChange({ words })}
        />
        <CodeFilter
          label={t('cases.column.status')}
          list={caseStatuses}
          value={query.status}
          onChange={(status) => onChange({ status })}
        />
        <CodeFilter
          label={t('cases.column.region')}
          list={regions}
          value={query.region}
          onChange={(region) => onChange({ region })}
        />
        <CodeFilter
          label={t('cases.column.risk')}
          list={riskLevels}
          value={query.risk}
          onChange={(risk) => onChange({ risk })}
        />
      </Group>
    </search>
  )
}
