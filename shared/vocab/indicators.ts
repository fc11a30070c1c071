import { codeList, type Entry, offeredCodes, type Term } from './code-list.ts'
import { signsOfControl } from './indicators-control.ts'
import { signsOfExploitation } from './indicators-exploitation.ts'
import { signsOfRecruitment } from './indicators-recruitment.ts'
import type { acts, means } from './palermo.ts'
import type { purposes } from './purposes.ts'
import type { controls } from './trafficking.ts'

/** The codes that a sign brings to mind. A suggestion to look at, never a finding: shared/cases/suggestion.ts. */
export interface Suggests {
  readonly acts?: readonly (keyof typeof acts)[]
  readonly means?: readonly (keyof typeof means)[]
  readonly purposes?: readonly (keyof typeof purposes)[]
  readonly controls?: readonly (keyof typeof controls)[]
}

export interface Sign extends Term {
  readonly group: IndicatorGroup
  readonly suggests?: Suggests
}
export type SignEntry = Entry<Sign>

const SOURCE = 'Proposed, after the fields covered by UNODC and ILO indicators of trafficking; own sentences'

/** In the order in which a story is usually told. */
export const indicatorGroups = codeList(SOURCE, {
  recruitment: { fr: 'Recrutement', en: 'Recruitment' },
  movement_documents: { fr: 'Déplacements et documents', en: 'Movement and documents' },
  living_working: { fr: 'Conditions de vie et de travail', en: 'Living and working conditions' },
  control_isolation: { fr: 'Contrôle et isolement', en: 'Control and isolation' },
  money_debt: { fr: 'Argent et dettes', en: 'Money and debt' },
  sexual: { fr: 'Exploitation sexuelle', en: 'Sexual exploitation' },
  minors: { fr: 'Personnes de moins de 18 ans', en: 'People under 18' },
  health: { fr: 'Santé', en: 'Health' },
  online: { fr: 'En ligne', en: 'Online' },
})
export type IndicatorGroup = keyof typeof indicatorGroups

const signs = { ...signsOfRecruitment, ...signsOfControl, ...signsOfExploitation }

/**
 * Signs that something may be trafficking: what was seen or told, in plain words, about what others do to her and never
 * about what she is. None proves anything, and none is missing when it is not ticked.
 */
export const indicators = codeList<keyof typeof signs, Sign>(SOURCE, signs)
export type Indicator = keyof typeof indicators

/** The signs of a group that a form offers, in their order. */
export function signsOf(group: IndicatorGroup): readonly Indicator[] {
  return offeredCodes(indicators).filter((code) => indicators[code].group === group)
}
