import type { Consent, Withheld } from '../../shared/cases/consent.ts'
import { sectionWords } from '../../shared/documents/field-words.ts'
import type { Block } from '../../shared/documents/paper.ts'
import { isCodeOf } from '../../shared/vocab/code-list.ts'
import { consentGivers, consentPurposes } from '../../shared/vocab/consent.ts'
import { explainedWays, legalGrounds, withholdReasons } from '../../shared/vocab/legal-grounds.ts'
import { services } from '../../shared/vocab/services.ts'
import { factsBlock, heading } from './blocks.ts'
import { codedBy, fieldIn } from './field-voice.ts'
import type { Voice } from './voice.ts'

/** One consent or legal ground, in full: for those who keep the case, never for a letter. */
export function consentBlocks(voice: Voice, consent: Consent): Block[] {
  const { one, several, day } = codedBy(voice)
  const purpose = voice.label(consentPurposes, consent.purpose)
  return [
    heading(3, purpose),
    ...factsBlock(purpose, [
      one('basis', legalGrounds, consent.ground),
      several('services', services, consent.services),
      [fieldIn(voice, 'recipients'), consent.recipients],
      [fieldIn(voice, 'sections'), consent.sections.map((name) => sectionName(voice, name))],
      one('givenBy', consentGivers, consent.basis === 'consent' ? consent.givenBy : null),
      several('explained', explainedWays, consent.explained),
      day('givenOn', consent.givenOn),
      day('endsOn', consent.endsOn),
      day('withdrawnOn', consent.withdrawnOn),
      [fieldIn(voice, 'withheld'), consent.withheld.map((what) => inOneLine(voice, what))],
      [fieldIn(voice, 'note'), consent.note],
    ]),
  ]
}

const sectionName = ({ locale }: Voice, name: string): string =>
  isCodeOf(sectionWords, name) ? sectionWords[name][locale] : name

const inOneLine = (voice: Voice, { sections, from, why, note }: Withheld): string =>
  [
    sections.map((name) => sectionName(voice, name)).join(', '),
    from,
    why === null ? '' : voice.label(withholdReasons, why),
    note,
  ]
    .filter(Boolean)
    .join(' · ')
