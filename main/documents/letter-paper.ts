import { type Consent, foldName } from '../../shared/cases/consent.ts'
import { type SectionName, sectionNames } from '../../shared/cases/sections.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { DocumentChoice } from '../../shared/documents/documents.contract.ts'
import type { Block, Paper } from '../../shared/documents/paper.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { expectedOn } from '../../shared/referrals/waiting.ts'
import { offeredCodes } from '../../shared/vocab/code-list.ts'
import { consentGivers, consentPurposes } from '../../shared/vocab/consent.ts'
import { legalGrounds } from '../../shared/vocab/legal-grounds.ts'
import { refusalReasons } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { demandOwnCase } from '../cases/demand-case.ts'
import { sectionsOf } from '../cases/sections.store.ts'
import { demandConsent } from '../consent/demand-consent.ts'
import { entryById } from '../directory/directory.store.ts'
import { stepById } from '../referrals/referrals.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { factsBlock, heading, text } from './blocks.ts'
import { paperOf } from './case-paper.ts'
import { type Voice, voiceIn } from './voice.ts'
import { writtenSection } from './written-section.ts'

type LetterChoice = Extract<DocumentChoice, { kind: 'referral-letter' }>

/** What a letter is made of, once it may be written. */
interface Letter {
  readonly code: string
  readonly step: Step
  readonly from: OpenVault['me']
  readonly today: PlainDate
}

/**
 * A request to an organisation without Relais, with a slip to answer on. It names the person by the code of her case alone,
 * and says what her consent, or the law, lets it say.
 * @throws cases.not_found, cases.not_owner, referrals.not_found, consent.…
 */
export function referralLetter(vault: OpenVault, choice: LetterChoice, today: PlainDate): Paper {
  const { reader, me } = vault
  const record = demandOwnCase(vault, choice.caseId)
  const found = stepById(reader, choice.stepId)
  if (!found || found.caseId !== choice.caseId) throw new RelaisError('referrals.not_found')
  const { step } = found
  const sections: readonly SectionName[] = choice.sections
  const consents = demandConsent(
    reader,
    record,
    {
      purpose: 'service_referral',
      recipient: { member: step.member, entryId: step.entryId, organisation: step.organisation },
      onPaper: true,
      services: [step.service],
      sections,
    },
    today,
  )
  const voice = voiceIn(choice.locale)
  const letter: Letter = { code: record.code, step, from: me, today }
  const written = sectionsOf(reader, record.n)
  return paperOf(voice, `${voice.say('letter')} · ${record.code}`, [
    ...addresses(vault, voice, letter),
    text(voice.say('greeting')),
    text(voice.say('request', { service: voice.label(services, step.service) })),
    text(voice.say('codeOnly', { code: record.code })),
    ...(step.note.trim() === '' ? [] : [heading(2, voice.say('details')), text(step.note.trim())]),
    ...sectionNames
      .filter((name) => sections.includes(name))
      // Who wrote what is no business of the organisation's.
      .flatMap((name) => writtenSection(vault, voice, name, written, (_, index) => `${index + 1}.`)),
    ...consents.flatMap((consent) => basisOf(voice, consent, step.service)),
    ...howToAnswer(voice, letter),
    ...slip(voice, letter),
  ])
}

function addresses({ reader }: OpenVault, voice: Voice, { code, step, from, today }: Letter): Block[] {
  const known = step.entryId === null ? undefined : entryById(reader, step.entryId)?.entry
  const asked = foldName(step.organisation)
  // An entry that has become another organisation's since must not bring that one the letter.
  const entry = asked === '' || foldName(known?.organisation ?? '') === asked ? known : undefined
  return factsBlock(voice.say('facts'), [
    [voice.say('date'), voice.day(today)],
    [voice.say('from'), `${from.name}, ${from.organisation}`],
    [voice.say('to'), step.organisation || entry?.organisation || ''],
    [voice.say('attention'), entry?.contact ?? ''],
    [voice.say('phone'), entry?.phone ?? ''],
    [voice.say('email'), entry?.email ?? ''],
    [voice.say('about'), voice.label(services, step.service)],
    [voice.say('code'), code],
  ])
}

/** What lets the letter go. What is to be kept from whom, and the facts behind a legal ground, stay here. */
function basisOf(voice: Voice, consent: Consent, service: string): Block[] {
  if (consent.basis === 'legal_ground') {
    const ground = consent.ground === null ? '' : voice.label(legalGrounds, consent.ground)
    return [
      heading(2, voice.say('ground')),
      text(voice.say('groundText')),
      ...factsBlock(voice.say('ground'), [[voice.say('groundName'), ground]]),
    ]
  }
  return [
    heading(2, voice.say('agreed')),
    ...factsBlock(voice.say('agreedFacts'), [
      [voice.say('purpose'), voice.label(consentPurposes, consent.purpose)],
      // What else she agreed to be helped with is no business of the organisation's.
      [
        voice.say('services'),
        voice.labels(
          services,
          consent.services.filter((one) => one === service),
        ),
      ],
      [voice.say('givenBy'), voice.label(consentGivers, consent.givenBy)],
      [voice.say('givenOn'), voice.day(consent.givenOn)],
      [
        voice.say('validUntil'),
        consent.endsOn === null ? voice.say('validNoEnd') : voice.day(consent.endsOn),
      ],
    ]),
    text(voice.say('withdrawable')),
  ]
}

function howToAnswer(voice: Voice, { step, today }: Letter): Block[] {
  const due = step.dueOn ?? expectedOn(step)
  // A letter written again keeps the day of the first asking, which nobody can meet any more.
  const day = due !== null && due >= today ? due : null
  return [
    heading(2, voice.say('howToAnswer')),
    text(day === null ? voice.say('answer') : voice.say('answerBy', { day: voice.day(day) })),
    text(voice.say('destroy')),
    { is: 'blank', label: voice.say('reachUs') },
    { is: 'blank', label: voice.say('signature') },
  ]
}

/** A sheet of its own, to be handed back: the reasons are those in which the answer will be recorded. */
function slip(voice: Voice, { code, step, from }: Letter): Block[] {
  return [
    { is: 'sheet' },
    heading(2, voice.say('slip')),
    text(voice.say('slipText', { organisation: from.organisation })),
    ...factsBlock(voice.say('slip'), [
      [voice.say('code'), code],
      [voice.say('about'), voice.label(services, step.service)],
      [voice.say('organisation'), step.organisation],
    ]),
    heading(3, voice.say('slipAnswer')),
    { is: 'ticks', items: [voice.say('slipYes'), voice.say('slipTalk'), voice.say('slipNo')] },
    heading(3, voice.say('slipWhy')),
    { is: 'ticks', items: voice.labels(refusalReasons, offeredCodes(refusalReasons)) },
    ...(['slipFrom', 'slipWhom', 'slipRemarks', 'date', 'signature'] as const).map(
      (id): Block => ({ is: 'blank', label: voice.say(id) }),
    ),
  ]
}
