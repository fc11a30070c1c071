import type { NamedSection, SectionBody } from '../../shared/cases/sections.ts'
import type { Block } from '../../shared/documents/paper.ts'
import { codesOf, isCodeOf } from '../../shared/vocab/code-list.ts'
import { contactMeans, contactPeople, contactSafety } from '../../shared/vocab/contacts.ts'
import { feedbackAnswers, feedbackQuestions } from '../../shared/vocab/feedback.ts'
import { indicatorGroups, indicators } from '../../shared/vocab/indicators.ts'
import { languages } from '../../shared/vocab/languages.ts'
import { acts, means, purposes } from '../../shared/vocab/palermo.ts'
import { ageBands, genders, majorities, migrationStatuses } from '../../shared/vocab/person.ts'
import { exploitationPlaces } from '../../shared/vocab/places.ts'
import { serviceOutcomes } from '../../shared/vocab/referral.ts'
import { regions } from '../../shared/vocab/regions.ts'
import { protectiveFactors, riskFactors, riskLevels } from '../../shared/vocab/risk.ts'
import { services } from '../../shared/vocab/services.ts'
import { settings } from '../../shared/vocab/settings.ts'
import { controls, recruiterRelations, sectors, trafficScopes } from '../../shared/vocab/trafficking.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { type Fact, factsBlock, heading, named, text, under } from './blocks.ts'
import { consentBlocks } from './consent-blocks.ts'
import { codedBy, type FieldName, fieldIn, titleOf } from './field-voice.ts'
import type { Voice } from './voice.ts'

/** What a section says, without its heading; what nobody has written or chosen is left out. */
export function sectionBlocks(vault: OpenVault, voice: Voice, section: NamedSection): Block[] {
  switch (section.name) {
    case 'wishes':
      return wishes(voice, section.body)
    case 'profile':
      return profile(voice, section.body)
    case 'trafficking':
      return trafficking(voice, section.body)
    case 'indicators':
      return signs(voice, section.body)
    case 'summary':
      return texts(voice, section.body, ['context', 'situation', 'needs'])
    case 'risk':
      return risk(voice, section.body)
    case 'services':
      return needs(voice, section.body)
    case 'consents':
      return section.body.items.flatMap((one) => consentBlocks(vault, voice, one))
    case 'question':
      return section.body.question.trim() === '' ? [] : [text(section.body.question.trim())]
    case 'feedback':
      return feedback(voice, section.body)
  }
}

function texts<N extends FieldName>(
  voice: Voice,
  body: Readonly<Record<N, string>>,
  fields: readonly N[],
): Block[] {
  return fields.flatMap((field) => named(fieldIn(voice, field), body[field]))
}

function wishes(voice: Voice, body: SectionBody<'wishes'>): Block[] {
  const { one, several } = codedBy(voice)
  const contacts = body.contacts.flatMap((contact) =>
    factsBlock(fieldIn(voice, 'contacts'), [
      one('who', contactPeople, contact.who),
      // Before the means: whoever reads “phone call” must have read “not safe” first.
      one('safety', contactSafety, contact.safety),
      several('means', contactMeans, contact.means),
      [fieldIn(voice, 'when'), contact.when],
      [fieldIn(voice, 'note'), contact.note],
    ]),
  )
  return [
    ...texts(voice, body, ['wishes', 'safeContacts']),
    ...under(heading(3, fieldIn(voice, 'contacts')), contacts),
  ]
}

function profile(voice: Voice, body: SectionBody<'profile'>): Block[] {
  const { one, several } = codedBy(voice)
  return factsBlock(titleOf(voice, 'profile'), [
    one('majority', majorities, body.majority),
    one('ageBand', ageBands, body.ageBand),
    one('gender', genders, body.gender),
    one('region', regions, body.region),
    one('migrationStatus', migrationStatuses, body.migrationStatus),
    several('languages', languages, body.languages),
    [fieldIn(voice, 'periodFrom'), body.periodFrom && voice.month(body.periodFrom)],
    [fieldIn(voice, 'periodUntil'), body.periodUntil && voice.month(body.periodUntil)],
  ])
}

function trafficking(voice: Voice, body: SectionBody<'trafficking'>): Block[] {
  const { one, several } = codedBy(voice)
  return factsBlock(titleOf(voice, 'trafficking'), [
    several('acts', acts, body.acts),
    several('palermoMeans', means, body.means),
    several('purposes', purposes, body.purposes),
    several('controls', controls, body.controls),
    several('sectors', sectors, body.sectors),
    several('settings', settings, body.settings),
    one('recruiterRelation', recruiterRelations, body.recruiterRelation),
    one('scope', trafficScopes, body.scope),
    one('majorityAtExploitation', majorities, body.majorityAtExploitation),
    one('place', exploitationPlaces, body.place),
  ])
}

/** Signs by group, as the checklist has them; one that this version does not know comes last, under no group. */
function signs(voice: Voice, body: SectionBody<'indicators'>): Block[] {
  const groupOf = (code: string): string => (isCodeOf(indicators, code) ? indicators[code].group : '')
  const groups = [...codesOf(indicatorGroups), '']
  const facts = groups.map((group): Fact => {
    const name = group === '' ? fieldIn(voice, 'signs') : voice.label(indicatorGroups, group)
    return [
      name,
      voice.labels(
        indicators,
        body.signs.filter((code) => groupOf(code) === group),
      ),
    ]
  })
  return [...factsBlock(titleOf(voice, 'indicators'), facts), ...named(fieldIn(voice, 'note'), body.notes)]
}

function risk(voice: Voice, body: SectionBody<'risk'>): Block[] {
  const { one, several, day } = codedBy(voice)
  const { plan } = body
  const parts = texts(voice, plan, ['concern', 'resources', 'preparedness', 'strategies', 'after'])
  return [
    ...factsBlock(titleOf(voice, 'risk'), [
      one('level', riskLevels, body.level),
      day('reviewOn', body.reviewOn),
      several('factors', riskFactors, body.factors),
      several('protective', protectiveFactors, body.protective),
    ]),
    ...texts(voice, body, ['reasons', 'safetyPlan']),
    ...parts,
  ]
}

function needs(voice: Voice, { items }: SectionBody<'services'>): Block[] {
  if (items.length === 0) return []
  return [
    {
      is: 'table',
      caption: titleOf(voice, 'services'),
      head: (['service', 'outcome', 'on', 'note'] as const).map((field) => fieldIn(voice, field)),
      rows: items.map(({ service, outcome, on, note }) => [
        voice.label(services, service),
        outcome === null ? '' : voice.label(serviceOutcomes, outcome),
        on === null ? '' : voice.day(on),
        note,
      ]),
    },
  ]
}

function feedback(voice: Voice, { on, answers, words }: SectionBody<'feedback'>): Block[] {
  return [
    ...factsBlock(titleOf(voice, 'feedback'), [codedBy(voice).day('on', on)]),
    ...(answers.length === 0
      ? []
      : [
          {
            is: 'table' as const,
            caption: fieldIn(voice, 'answers'),
            head: [fieldIn(voice, 'question'), fieldIn(voice, 'answer')],
            rows: answers.map(({ question, answer }) => [
              voice.label(feedbackQuestions, question),
              voice.label(feedbackAnswers, answer),
            ]),
          },
        ]),
    ...named(fieldIn(voice, 'words'), words),
  ]
}
