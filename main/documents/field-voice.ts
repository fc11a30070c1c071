import type { SectionName } from '../../shared/cases/sections.ts'
import { fieldWords, sectionWords } from '../../shared/documents/field-words.ts'
import type { CodeList } from '../../shared/vocab/code-list.ts'
import type { Fact } from './blocks.ts'
import type { Voice } from './voice.ts'

export type FieldName = keyof typeof fieldWords

export const fieldIn = ({ locale }: Voice, field: FieldName): string => fieldWords[field][locale]
export const titleOf = ({ locale }: Voice, section: SectionName): string => sectionWords[section][locale]

/** Facts of fields that hold a code, or several. */
export function codedBy(voice: Voice) {
  return {
    one: (field: FieldName, list: CodeList, code: string | null): Fact => [
      fieldIn(voice, field),
      code === null ? null : voice.label(list, code),
    ],
    several: (field: FieldName, list: CodeList, codes: readonly string[]): Fact => [
      fieldIn(voice, field),
      voice.labels(list, codes),
    ],
    day: (field: FieldName, day: string | null): Fact => [
      fieldIn(voice, field),
      day === null ? null : voice.day(day),
    ],
  }
}
