import { Button, Checkbox, Paper, Select, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { type Withheld, withheld } from '../../shared/cases/consent.ts'
import { withholdReasons } from '../../shared/vocab/legal-grounds.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { ShortText } from '../ui/short-text.tsx'
import { SectionBoxes } from './consent-sections.tsx'
import { useWithheldSentence } from './withheld-sentence.ts'

/** As many as a consent takes. */
const withheldLimit = 50

interface WithheldFieldsProps {
  readonly items: readonly Withheld[]
  readonly onChange: (items: Withheld[]) => void
}

/** What she wants kept from someone: what, from whom, and why. Each says in a sentence how much it keeps back. */
export function WithheldFields({ items, onChange }: WithheldFieldsProps) {
  const t = useWords()
  const listId = useId()
  // What is to have the focus once it is drawn.
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    if (wanted === null) return
    setWanted(null)
    document.getElementById(wanted)?.focus()
  }, [wanted])
  const addId = `${listId}-add`
  const itemId = (index: number) => `${listId}-${index}`
  return (
    <>
      <Text size="sm">{t('consent.withheld.hint')}</Text>
      {items.map((item, index) => (
        <WithheldItem
          // Entries have no name of their own, and none ever changes its place.
          key={itemId(index)}
          id={itemId(index)}
          position={index + 1}
          item={item}
          onChange={(part) => onChange(items.with(index, { ...item, ...part }))}
          onRemove={() => {
            onChange(items.toSpliced(index, 1))
            setWanted(addId)
          }}
        />
      ))}
      {items.length < withheldLimit && (
        <Button
          id={addId}
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          w="fit-content"
          onClick={() => {
            onChange([...items, withheld.parse({})])
            setWanted(itemId(items.length))
          }}
        >
          {t('consent.withheld.add')}
        </Button>
      )}
    </>
  )
}

interface WithheldItemProps {
  readonly id: string
  readonly position: number
  readonly item: Withheld
  readonly onChange: (part: Partial<Withheld>) => void
  readonly onRemove: () => void
}

function WithheldItem({ id, position, item, onChange, onRemove }: WithheldItemProps) {
  const t = useWords()
  const sentence = useWithheldSentence()
  const paper = useRef<HTMLElement>(null)
  const { data } = useAsk('members.list', {})
  const { data: me } = useAsk('members.me', {})
  const members = data?.members ?? []
  const options = members.map(({ fingerprint, name, organisation }) => ({
    value: fingerprint,
    label: t('consent.recipients.member', { name, organisation }),
  }))
  const isKnown = item.member === null || members.some(({ fingerprint }) => fingerprint === item.member)
  const kept = isKnown
    ? options
    : [
        ...options,
        {
          value: item.member ?? '',
          label: t(item.member === me?.fingerprint ? 'consent.recipients.you' : 'consent.recipients.unknown'),
        },
      ]
  return (
    <Paper
      component="section"
      ref={paper}
      id={id}
      tabIndex={-1}
      withBorder
      p="md"
      aria-label={t('consent.withheld.item', { position })}
    >
      <Stack gap="md">
        <Text fw={600} role="status">
          {sentence(item)}
        </Text>
        <Checkbox.Group
          label={t('consent.withheld.sections')}
          description={t('consent.withheld.sections.hint')}
          value={item.sections}
          onChange={(sections) => onChange({ sections })}
        >
          <SectionBoxes />
        </Checkbox.Group>
        {kept.length > 0 && (
          <Select
            label={t('consent.withheld.member')}
            placeholder={t('consent.withheld.member.none')}
            data={kept}
            value={item.member}
            onChange={(member) => onChange({ member })}
            searchable={kept.length > 10}
            clearable
            clearSectionMode="clear"
            clearButtonProps={{ 'aria-label': t('ui.clear'), 'aria-hidden': false, tabIndex: 0 }}
          />
        )}
        <ShortText
          label={t(kept.length > 0 ? 'consent.withheld.from' : 'consent.withheld.from.only')}
          description={t('consent.withheld.from.hint')}
          value={item.from}
          onChange={(from) => onChange({ from })}
        />
        <CodeSelect
          label={t('consent.withheld.why')}
          list={withholdReasons}
          value={item.why}
          onChange={(why) => onChange({ why })}
        />
        <ShortText
          label={t('consent.withheld.note')}
          value={item.note}
          onChange={(note) => onChange({ note })}
        />
        <Button
          variant="default"
          w="fit-content"
          onClick={onRemove}
          aria-label={t('consent.withheld.removeThis', { what: t('consent.withheld.item', { position }) })}
        >
          {t('consent.withheld.remove')}
        </Button>
      </Stack>
    </Paper>
  )
}
