import { type SectionName, sectionNames } from '../../shared/cases/sections.ts'
import { useWords } from '../i18n/words.tsx'

const isSection = (name: string): name is SectionName => (sectionNames as readonly string[]).includes(name)

/** The titles of sections in one line. One that only a newer version has is called as it is stored. */
export function useSectionTitles(): (names: readonly string[]) => string {
  const t = useWords()
  return (names) => names.map((name) => (isSection(name) ? t(`cases.section.${name}`) : name)).join(', ')
}
