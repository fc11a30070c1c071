import { Button, Checkbox, Stack, Text } from '@mantine/core'
import type { SectionName } from '../../shared/cases/sections.ts'
import { useWords } from '../i18n/words.tsx'

interface ChooseSectionsProps<N extends SectionName> {
  readonly label: string
  readonly description: string
  /** Those that hold something, in the order of the case. */
  readonly sections: readonly N[]
  readonly value: readonly N[]
  readonly onChange: (value: N[]) => void
}

/** Which sections go on the paper. None is chosen beforehand: what leaves is what somebody meant to let go. */
export function ChooseSections<N extends SectionName>(props: ChooseSectionsProps<N>) {
  const { label, description, sections, value, onChange } = props
  const t = useWords()
  if (sections.length === 0) return <Text>{t('documents.sections.none')}</Text>
  const all = value.length === sections.length
  return (
    <Stack gap="xs">
      <Checkbox.Group
        label={label}
        description={description}
        value={[...value]}
        onChange={(chosen) => onChange(sections.filter((name) => chosen.includes(name)))}
      >
        <Stack gap="xs" mt="sm">
          {sections.map((name) => (
            <Checkbox key={name} value={name} label={t(`cases.section.${name}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        onClick={() => onChange(all ? [] : [...sections])}
      >
        {t(all ? 'documents.sections.clear' : 'documents.sections.all')}
      </Button>
    </Stack>
  )
}
