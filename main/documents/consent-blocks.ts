import { type Consent, namesServices, organisationsIn, type Withheld } from '../../shared/cases/consent.ts'
import { sectionWords } from '../../shared/documents/field-words.ts'
import type { Block } from '../../shared/documents/paper.ts'
import { isCodeOf } from '../../shared/vocab/code-list.ts'
import { consentGivers, consentPurposes } from '../../shared/vocab/consent.ts'
import { explainedWays, legalGrounds, withholdReasons } from '../../shared/vocab/legal-grounds.ts'
import { services } from '../../shared/vocab/services.ts'
import { entryById } from '../directory/directory.store.ts'
import { memberBy } from '../members/members.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { factsBlock, heading } from './blocks.ts'
import { codedBy, fieldIn } from './field-voice.ts'
import type { Voice } from './voice.ts'

/** One consent or legal ground, in full and in the words of the screen: for those who keep the case, never for a letter. */
export function consentBlocks(vault: OpenVault, voice: Voice, consent: Consent): Block[] {
  const { one, several, day } = codedBy(voice)
  const purpose = voice.label(consentPurposes, consent.purpose)
  const ground = consent.basis === 'legal_ground'
  const title = ground ? voice.say('consent.ofGround', { purpose }) : purpose
  return [
    heading(3, title),
    ...factsBlock(title, [
      one('basis', legalGrounds, consent.ground),
      several('services', services, consent.services),
      [voice.say('consent.recipients'), recipientsOf(vault, voice, consent)],
      [fieldIn(voice, 'sections'), consent.sections.map((name) => sectionName(voice, name))],
      one('givenBy', consentGivers, ground ? null : consent.givenBy),
      several('explained', explainedWays, consent.explained),
      day('givenOn', consent.givenOn),
      [fieldIn(voice, 'endsOn'), endOf(voice, consent)],
      day('withdrawnOn', consent.withdrawnOn),
      [
        voice.say('consent.withheld'),
        [...new Set(consent.withheld.map((what) => withheldSentence(vault, voice, what)))],
      ],
      [fieldIn(voice, 'note'), consent.note],
    ]),
  ]
}

const endOf = (voice: Voice, { endsOn, withdrawnOn }: Consent): string | null => {
  if (endsOn !== null) return voice.day(endsOn)
  return withdrawnOn === null ? voice.say('consent.endsOn.none') : null
}

const sectionName = ({ locale }: Voice, name: string): string =>
  isCodeOf(sectionWords, name) ? sectionWords[name][locale] : name

/** Everyone whom it names or, where it names nobody, whom that leaves it for. */
function recipientsOf(vault: OpenVault, voice: Voice, consent: Consent): string[] {
  const unknown = voice.say('consent.recipients.unknown')
  const names = [
    ...consent.members.map((fingerprint) => {
      const member = memberIn(vault, fingerprint)
      return member
        ? voice.say('consent.recipients.member', { name: member.name, organisation: member.organisation })
        : unknown
    }),
    ...consent.entries.map((id) => entryById(vault.reader, id)?.entry.organisation ?? unknown),
    ...organisationsIn(consent.recipients).map((name) => name.trim()),
  ]
  return names.length > 0 ? names : [anybody(voice, consent)]
}

/** Whom a consent is for that names nobody. */
function anybody(voice: Voice, { basis, purpose, services: named }: Consent): string {
  if (basis === 'legal_ground' || (namesServices(purpose) && named.length === 0)) {
    return voice.say('consent.recipients.nobody')
  }
  return isCodeOf(consentPurposes, purpose)
    ? voice.say(`consent.recipients.any.${purpose}`)
    : voice.say('consent.recipients.open')
}

/** Without a section everything is meant, without a name everybody: neither may look as if nothing were kept. */
function withheldSentence(vault: OpenVault, voice: Voice, what: Withheld): string {
  const { member, from, why, note } = what
  const named =
    member === null ? '' : (memberIn(vault, member)?.name ?? voice.say('consent.recipients.unknown'))
  const whom = [named, from.trim()].filter(Boolean).join(', ')
  const sections = what.sections.map((name) => sectionName(voice, name)).join(', ')
  const everybody = sections === '' ? 'consent.withheld.sentence.none' : 'consent.withheld.sentence.everybody'
  const somebody = sections === '' ? 'consent.withheld.sentence.all' : 'consent.withheld.sentence'
  const kept = voice.say(whom === '' ? everybody : somebody, { whom, what: sections })
  const reasons = [why === null ? '' : voice.label(withholdReasons, why), note.trim()]
    .filter(Boolean)
    .join(', ')
  return reasons === '' ? kept : voice.say('consent.withheld.because', { kept, reasons })
}

/** By her name as on the screen, the owner of the vault among them: whoever reads the paper may not be her. */
const memberIn = ({ reader, me }: OpenVault, fingerprint: string) =>
  fingerprint === me.fingerprint ? me : memberBy(reader, fingerprint)
