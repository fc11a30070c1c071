import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { useWords } from '../i18n/words.tsx'
import classes from './cases.module.css'
import type { ListState } from './list-state.ts'

interface SortHeaderProps {
  readonly by: ListState['sort']
  readonly query: ListState
  readonly onChange: (part: Partial<ListState>) => void
}

/** Where a first press begins: the newest and the highest risk are looked for first, names from A to Z. */
const firstDirection: Readonly<Record<ListState['sort'], ListState['direction']>> = {
  updatedOn: 'down',
  risk: 'down',
  code: 'up',
  status: 'up',
  region: 'up',
}

export function SortHeader({ by, query, onChange }: SortHeaderProps) {
  const t = useWords()
  const active = query.sort === by
  const up = query.direction === 'up'
  const Icon = active ? (up ? IconArrowUp : IconArrowDown) : IconArrowsSort
  const press = () => onChange({ sort: by, direction: active ? (up ? 'down' : 'up') : firstDirection[by] })
  return (
    <th scope="col" aria-sort={active ? (up ? 'ascending' : 'descending') : 'none'}>
      <UnstyledButton className={classes.sort} onClick={press}>
        {t(`cases.column.${by}`)}
        <Icon size={16} aria-hidden className={active ? undefined : classes.faint} />
      </UnstyledButton>
    </th>
  )
}
