import { Button, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import { CodeChecks } from './code-checks.tsx'
import classes from './code-filter.module.css'

interface CodeFilterProps<C extends string> {
  readonly label: string
  readonly list: CodeList
  readonly value: readonly C[]
  readonly onChange: (value: C[]) => void
}

/** A button that says what is let through, and opens the list to choose from. */
export function CodeFilter<C extends string>({ label, list, value, onChange }: CodeFilterProps<C>) {
  const t = useWords()
  const labelOf = useLabels()
  const [only] = value
  const chosen =
    value.length === 1 && only !== undefined
      ? labelOf(list, only)
      : t('ui.filter.chosen', { count: value.length })
  return (
    <Popover position="bottom-start" width={440} trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('ui.filter.button', { label, chosen })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.list}>
        <CodeChecks label={label} list={list} value={value} onChange={onChange} />
      </Popover.Dropdown>
    </Popover>
  )
}
