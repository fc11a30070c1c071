import { Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import classes from './search-box.module.css'

interface SearchBoxProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (words: string) => void
}

/** The words a list is searched for; `/` and Ctrl F lead to it from anywhere on the page. */
export function SearchBox({ label, placeholder, value, onChange }: SearchBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  const search = () => box.current?.select()
  useHotkeys([['/', search]])
  useHotkeys([['mod+F', search]], [])
  return (
    <TextInput
      ref={box}
      type="search"
      className={classes.search}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={<Kbd aria-hidden>/</Kbd>}
      value={value}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
