import { Checkbox, Radio, SimpleGrid, Stack } from '@mantine/core'
import { allowsSection } from '../../shared/cases/consent-match.ts'
import { type SectionName, sectionNames } from '../../shared/cases/sections.ts'
import { useWords } from '../i18n/words.tsx'

interface ConsentSectionsProps {
  readonly value: readonly string[]
  readonly onChange: (sections: string[]) => void
}

/** Whatever the purpose needs, or these sections and no others. */
export function ConsentSections({ value, onChange }: ConsentSectionsProps) {
  const t = useWords()
  const some = value.length > 0
  return (
    <Stack gap="md">
      <Radio.Group
        aria-label={t('consent.sections')}
        value={some ? 'some' : 'needed'}
        onChange={(scope) => onChange(scope === 'some' ? sectionNames.filter(isNeeded) : [])}
      >
        <Stack gap="xs">
          <Radio
            value="needed"
            label={t('consent.sections.needed')}
            description={t('consent.sections.needed.hint')}
          />
          <Radio value="some" label={t('consent.sections.some')} />
        </Stack>
      </Radio.Group>
      {some && (
        <Checkbox.Group
          label={t('consent.sections.which')}
          value={[...value]}
          // With the last one gone it would allow everything again.
          onChange={(next) => next.length > 0 && onChange(next)}
        >
          <SectionBoxes />
        </Checkbox.Group>
      )}
    </Stack>
  )
}

/** One box a section, inside a group of them. */
export function SectionBoxes() {
  const t = useWords()
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm" spacing="sm" verticalSpacing="xs">
      {sectionNames.map((name) => (
        <Checkbox key={name} value={name} label={t(`cases.section.${name}`)} />
      ))}
    </SimpleGrid>
  )
}

const isNeeded = (name: SectionName): boolean => allowsSection({ sections: [] }, name)
