import type { SectionVersion } from '../../shared/cases/cases.contract.ts'
import {
  emptySection,
  type NamedSection,
  type SectionBody,
  type SectionName,
} from '../../shared/cases/sections.ts'

/** True when nothing has been written or chosen in it. */
export function isEmptySection({ name, body }: NamedSection): boolean {
  return JSON.stringify(body) === JSON.stringify(emptySection(name))
}

export type VersionOf<N extends SectionName> = Omit<SectionVersion, 'name' | 'body'> & {
  readonly name: N
  readonly body: SectionBody<N>
}

/** The versions of one section; more than one when it was written in two places at once. */
export function versionsOf<N extends SectionName>(
  sections: readonly SectionVersion[],
  name: N,
): VersionOf<N>[] {
  return sections.filter((section) => section.name === name) as unknown as VersionOf<N>[]
}
