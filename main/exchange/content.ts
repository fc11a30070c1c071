import type { DirectoryPayload } from '../../shared/directory/payload.ts'
import type { Answer, SharedCase } from '../../shared/exchange/payload.ts'
import type { PacketKind } from '../../shared/packet/manifest.ts'

/** What a packet says, by kind, whichever way it goes. An answer names the case only where it may be named. */
export type PacketContent =
  | CaseContent
  | { readonly kind: 'directory'; readonly content: DirectoryPayload }
  | {
      readonly kind: 'answer'
      readonly content: Answer
      readonly caseId: string | null
      readonly caseCode: string | null
    }

/** A copy of a case, or the case itself, which then changes hands: the same words, and another meaning. */
export interface CaseContent {
  readonly kind: 'case-share' | 'hand-over'
  readonly content: SharedCase
}

/** The only part of a packet of each kind. */
export const partNames: Readonly<Record<PacketKind, string>> = {
  'case-share': 'case.json',
  'hand-over': 'case.json',
  answer: 'answer.json',
  directory: 'directory.json',
}

/** Which case a packet is about; a directory is about none. */
export function subjectOf(packet: PacketContent): { caseId: string | null; caseCode: string | null } {
  switch (packet.kind) {
    case 'answer':
      return { caseId: packet.caseId, caseCode: packet.caseCode }
    case 'directory':
      return { caseId: null, caseCode: null }
    case 'case-share':
    case 'hand-over':
      return { caseId: packet.content.id, caseCode: packet.content.code }
  }
}

/** What the list of sent packets keeps of a packet: of which sections and steps it is made, never their words. */
export function outlineOf(packet: PacketContent) {
  const ofCase = packet.kind === 'case-share' || packet.kind === 'hand-over'
  const { sections, steps } = ofCase ? packet.content : { sections: [], steps: [] }
  return {
    ...subjectOf(packet),
    sections: [...new Set(sections.map(({ name }) => name))],
    stepIds: steps.map(({ id }) => id),
  }
}
