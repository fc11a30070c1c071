import { Text } from '@mantine/core'
import type { NamedSection } from '../../shared/cases/sections.ts'
import { useWords } from '../i18n/words.tsx'
import { ageUnknown } from './fields/fields.ts'
import { SectionFields } from './fields/section-fields.tsx'
import classes from './section-content.module.css'
import { isEmptySection } from './section-state.ts'

/** What a section says, to be read: on the overview, beside a newer version, and before a packet leaves or comes in. */
export function SectionContent({ section }: { section: NamedSection }) {
  const t = useWords()
  if (isEmptySection(section)) return <Text c="dimmed">{t('cases.section.nothing')}</Text>
  return (
    <div className={classes.content} data-name={section.name}>
      <SectionFields name={section.name} body={section.body} age={ageUnknown} />
    </div>
  )
}
