import { Group, Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { riskLevels } from '../../shared/vocab/risk.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeFilter } from '../ui/code-filter.tsx'
import classes from './cases.module.css'
import type { ListState } from './list-state.ts'

interface CaseFiltersProps {
  readonly query: ListState
  readonly onChange: (part: Partial<ListState>) => void
}

/** Search and filters, in one line above the list. */
export function CaseFilters({ query, onChange }: CaseFiltersProps) {
  const t = useWords()
  const box = useRef<HTMLInputElement>(null)
  const search = () => box.current?.select()
  useHotkeys([['/', search]])
  useHotkeys([['mod+F', search]], [])
  return (
    <search aria-label={t('cases.search.region')}>
      <Group gap="sm" mb="md">
        <TextInput
          ref={box}
          type="search"
          className={classes.search}
          aria-label={t('cases.search.label')}
          placeholder={t('cases.search.placeholder')}
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={<Kbd aria-hidden>/</Kbd>}
          value={query.words}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          onChange={({ currentTarget }) => onChange({ words: currentTarget.value })}
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
