import { Button, Group, Kbd, Popover, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronDown, IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { caseStatuses } from '../../shared/vocab/cases.ts'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { riskLevels } from '../../shared/vocab/risk.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { CodeChecks } from '../ui/code-checks.tsx'
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
        <Filter
          label={t('cases.column.status')}
          list={caseStatuses}
          value={query.status}
          onChange={(status) => onChange({ status })}
        />
        <Filter
          label={t('cases.column.region')}
          list={regions}
          value={query.region}
          onChange={(region) => onChange({ region })}
        />
        <Filter
          label={t('cases.column.risk')}
          list={riskLevels}
          value={query.risk}
          onChange={(risk) => onChange({ risk })}
        />
      </Group>
    </search>
  )
}

interface FilterProps<V extends string> {
  readonly label: string
  readonly list: CodeList
  readonly value: readonly V[]
  readonly onChange: (value: V[]) => void
}

/** A button that says what is let through, and opens the list to choose from. */
function Filter<V extends string>({ label, list, value, onChange }: FilterProps<V>) {
  const t = useWords()
  const labelOf = useLabels()
  const [only] = value
  const chosen =
    value.length === 1 && only !== undefined
      ? labelOf(list, only)
      : t('cases.filter.chosen', { count: value.length })
  return (
    <Popover position="bottom-start" width={440} trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('cases.filter.button', { label, chosen })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.filter}>
        <CodeChecks label={label} list={list} value={value} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}
