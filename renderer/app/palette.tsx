import { Box, Modal, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Preferences } from '../../shared/app/app.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { matching } from '../ui/matching.ts'
import { type Command, useCaseCommands, useCommands } from './commands.ts'
import classes from './palette.module.css'

interface PaletteProps {
  readonly preferences: Preferences
  readonly opened: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** Everything one can do or go to, by typing a few letters: Ctrl K (⌘ K) from anywhere. */
export function Palette({ preferences, opened, onOpen, onClose }: PaletteProps) {
  const t = useWords()
  useHotkeys([['mod+K', onOpen]], [], true)
  useFocusReturn(opened)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      returnFocus={false}
      padding={0}
      size={600}
      yOffset={80}
      // At once: whoever types right after Ctrl K must not lose her first letters to an animation.
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('app.palette.title') } }}
    >
      <Choice preferences={preferences} onDone={onClose} />
    </Modal>
  )
}

/** A search field and the list it narrows, after the combobox pattern of the ARIA authoring practices. */
function Choice({ preferences, onDone }: { preferences: Preferences; onDone: () => void }) {
  const t = useWords()
  const base = useId()
  const [query, setQuery] = useState('')
  const [selected, setSelected] = useState(0)
  const commands = matching(query, useCommands(preferences), ({ label }) => label)
  const cases = useCaseCommands(query)
  const all = [...commands, ...cases]
  const active = all[Math.min(selected, all.length - 1)]
  const idOf = ({ id }: Command) => `${base}-${id}`
  const activeId = active && idOf(active)

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const run = (command: Command) => {
    onDone()
    command.run()
  }
  const press = (event: KeyboardEvent) => {
    if (!active) return
    const at = all.indexOf(active)
    if (event.key === 'ArrowDown') setSelected((at + 1) % all.length)
    else if (event.key === 'ArrowUp') setSelected((at - 1 + all.length) % all.length)
    else if (event.key === 'Enter') run(active)
    else return
    event.preventDefault()
  }
  const options = (name: string, group: readonly Command[]) =>
    group.length > 0 && (
      <Box role="group" aria-label={name}>
        <Text className={classes.group} aria-hidden>
          {name}
        </Text>
        {group.map((command) => (
          <UnstyledButton
            key={command.id}
            id={idOf(command)}
            role="option"
            tabIndex={-1}
            aria-selected={command === active}
            className={classes.option}
            onMouseMove={() => setSelected(all.indexOf(command))}
            onClick={() => run(command)}
          >
            <command.icon size={20} stroke={1.6} aria-hidden />
            <span className={classes.label}>{command.label}</span>
            <span className={classes.hint}>{command.hint}</span>
          </UnstyledButton>
        ))}
      </Box>
    )

  return (
    <>
      <TextInput
        size="lg"
        variant="unstyled"
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setSelected(0)
        }}
        onKeyDown={press}
        placeholder={t('app.palette.placeholder')}
        leftSection={<IconSearch size={20} aria-hidden />}
        className={classes.search}
        aria-label={t('app.palette.title')}
        role="combobox"
        aria-expanded
        aria-controls={`${base}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        spellCheck={false}
        autoComplete="off"
      />
      <div role="listbox" id={`${base}-list`} aria-label={t('app.palette.title')} className={classes.list}>
        {options(t('app.palette.commands'), commands)}
        {options(t('app.palette.cases'), cases)}
      </div>
      <Text role="status" className={classes.nothing}>
        {all.length === 0 ? t('app.palette.nothing') : ''}
      </Text>
    </>
  )
}

/** On closing the focus goes back to where it was, unless the place that was chosen has taken it. */
function useFocusReturn(opened: boolean): void {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (opened) {
      before.current = document.activeElement
      return
    }
    const timer = setTimeout(() => {
      if (document.activeElement === document.body && before.current instanceof HTMLElement)
        before.current.focus()
    })
    return () => clearTimeout(timer)
  }, [opened])
}
