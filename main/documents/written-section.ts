import type { SectionName } from '../../shared/cases/sections.ts'
import type { Block } from '../../shared/documents/paper.ts'
import type { SectionRecord } from '../cases/sections.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { heading, text, under } from './blocks.ts'
import { titleOf } from './field-voice.ts'
import { sectionBlocks } from './section-blocks.ts'
import type { Voice } from './voice.ts'

/**
 * A section under its heading; nothing when nothing is in it. Written apart and not settled yet, each text is there and none is
 * taken for the other.
 * @param nameOf tells the texts apart
 */
export function writtenSection(
  vault: OpenVault,
  voice: Voice,
  name: SectionName,
  written: readonly SectionRecord[],
  nameOf: (version: SectionRecord, index: number) => string,
): Block[] {
  const versions = written.filter(({ section }) => section.name === name)
  const contents = versions.map(({ section }) => sectionBlocks(vault, voice, section))
  const title = heading(2, titleOf(voice, name))
  if (versions.length < 2) return under(title, contents.flat())
  return [
    title,
    text(voice.say('apart')),
    ...versions.flatMap((version, index) => {
      const content = contents[index] ?? []
      return [
        heading(3, nameOf(version, index)),
        ...(content.length > 0 ? content : [text(voice.say('nothing'))]),
      ]
    }),
  ]
}
