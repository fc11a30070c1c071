import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../i18n/words.tsx'
import classes from './item-list.module.css'

interface Item {
  readonly id: string
}

interface ItemListProps<T extends Item> {
  readonly label: string
  readonly description?: string
  readonly items: readonly T[]
  /** Absent: the items are only read. */
  readonly onChange?: (items: T[]) => void
  /** What an item is called, in its heading and in the sentence that takes it back. `position` counts from 1. */
  readonly nameOf: (item: T, position: number) => string
  /** A mark beside its name. */
  readonly markOf?: (item: T) => ReactNode
  /** The button that adds an empty item. */
  readonly add?: { readonly label: string; readonly create: () => T }
  /** Another way to add, such as a menu. */
  readonly adding?: (add: (item: T) => void) => ReactNode
  readonly removeLabel?: string
  /** As many as the section takes. */
  readonly max: number
  /** The fields of one item, to be filled or, without `set`, only read. */
  readonly children: (item: T, set: ((part: Partial<T>) => void) | undefined) => ReactNode
}

/**
 * Things that there may be several of. One that was just added takes the focus, and so does the way back from one that was
 * just removed. Neither a double click nor a held key adds two or removes two.
 */
export function ItemList<T extends Item>(props: ItemListProps<T>) {
  const { label, description, items, onChange, nameOf, markOf, add, adding, max, children } = props
  const t = useWords()
  const listId = useId()
  const [removed, setRemoved] = useState<{ readonly item: T; readonly at: number } | null>(null)
  // What is to have the focus once it is drawn.
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    const element = wanted.current === null ? null : document.getElementById(wanted.current)
    if (!element) return
    wanted.current = null
    element.focus()
  })

  const removal = props.removeLabel ?? t('ui.removeItem')
  const headingOf = (id: string) => `${listId}-${id}`
  const undoId = `${listId}-undo`
  // Also when it came back by another way, such as the undoing of the whole form.
  const gone = removed && !items.some(({ id }) => id === removed.item.id) ? removed : null

  const put = (item: T): void => {
    setRemoved(null)
    wanted.current = headingOf(item.id)
    onChange?.([...items, item])
  }
  const putEmpty = (create: () => T): void => {
    const empty = create()
    const blank = items.find((item) => isSame(item, empty))
    // One that nobody has filled yet is waiting: there is no use for a second.
    if (blank) document.getElementById(headingOf(blank.id))?.focus()
    else put(empty)
  }
  const remove = (item: T): void => {
    setRemoved({ item, at: items.indexOf(item) })
    wanted.current = undoId
    onChange?.(items.filter((one) => one !== item))
  }
  const undo = (): void => {
    if (!gone) return
    setRemoved(null)
    wanted.current = headingOf(gone.item.id)
    onChange?.(items.toSpliced(gone.at, 0, gone.item))
  }

  const drawn: ReactNode[] = items.map((item, index) => (
    <Paper key={item.id} component="section" withBorder p="md" aria-labelledby={headingOf(item.id)}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={4} id={headingOf(item.id)} tabIndex={-1} className={classes.name}>
            <bdi>{nameOf(item, index + 1)}</bdi>
          </Title>
          {markOf?.(item)}
        </Group>
        {children(
          item,
          onChange && ((part) => onChange(items.map((one) => (one === item ? { ...one, ...part } : one)))),
        )}
        {onChange && (
          <Button
            variant="default"
            w="fit-content"
            aria-label={t('ui.removeItem.named', { action: removal, name: nameOf(item, index + 1) })}
            onClick={once(() => remove(item))}
          >
            {removal}
          </Button>
        )}
      </Stack>
    </Paper>
  ))

  const wayBack: ReactNode = gone && (
    <Group key="undo" className={classes.undo} gap="sm">
      <Text component="span" role="status">
        {t('ui.removedItem', { name: nameOf(gone.item, gone.at + 1) })}
      </Text>
      <Button id={undoId} variant="default" size="compact-md" onClick={undo}>
        {t('ui.undo')}
      </Button>
    </Group>
  )

  return (
    <Stack component="section" gap="md" aria-labelledby={listId}>
      <div>
        <Title order={3} size="h4" id={listId}>
          {label}
        </Title>
        {description && onChange && (
          <Text size="sm" c="dimmed">
            {description}
          </Text>
        )}
      </div>
      {gone ? drawn.toSpliced(gone.at, 0, wayBack) : drawn}
      {onChange && items.length >= max && <Text size="sm">{t('ui.itemsFull', { max })}</Text>}
      {onChange && items.length < max && (
        <>
          {add && (
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              w="fit-content"
              onClick={once(() => putEmpty(add.create))}
            >
              {add.label}
            </Button>
          )}
          {adding?.(put)}
        </>
      )}
    </Stack>
  )
}

/** Leaves the second click of a double click alone: the button may have given its place to another by then. */
const once = (act: () => void) => (event: MouseEvent) => {
  if (event.detail <= 1) act()
}

const isSame = (one: Item, other: Item): boolean =>
  JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...other, id: '' })
