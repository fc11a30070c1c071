import { type CodeList, codesOf } from '../vocab/code-list.ts'
import { type Indicator, indicators, type Suggests } from '../vocab/indicators.ts'
import { meansRequired } from '../vocab/means-rule.ts'
import { acts, means, purposes } from '../vocab/palermo.ts'
import type { Majority } from '../vocab/person.ts'
import { controls } from '../vocab/trafficking.ts'

/** A code to look at, and the chosen signs behind it, so that the screen can say why. */
export interface Suggested<C extends string = string> {
  readonly code: C
  readonly signs: readonly Indicator[]
}

/** What the chosen signs bring to mind. It fills in nothing by itself: a person decides, code by code. */
export interface Suggestion {
  readonly acts: readonly Suggested<keyof typeof acts>[]
  readonly means: readonly Suggested<keyof typeof means>[]
  readonly purposes: readonly Suggested<keyof typeof purposes>[]
  readonly controls: readonly Suggested<keyof typeof controls>[]
  /** Which of the Protocol’s three elements a sign speaks of. One unseen is unknown, not absent. */
  readonly elementsSeen: { readonly act: boolean; readonly means: boolean; readonly purpose: boolean }
  /** Whether the Protocol asks for a means at all: never of somebody under 18, or who may have been. */
  readonly meansNeeded: boolean
  /**
   * `none`: no sign was chosen. `several`: two signs or more, which speak of two of the three elements or more. `some`:
   * anything between. The words stop there on purpose: no number of signs makes it a finding.
   */
  readonly leaning: 'none' | 'some' | 'several'
}

/**
 * @param chosen codes of signs; those that this version does not know are passed over
 * @param majority at the time of the facts
 */
export function suggestionFrom(chosen: readonly string[], majority: Majority): Suggestion {
  const signs = codesOf<Indicator>(indicators).filter((sign) => chosen.includes(sign))
  const suggested = {
    acts: behind(acts, signs, (of) => of.acts),
    means: behind(means, signs, (of) => of.means),
    purposes: behind(purposes, signs, (of) => of.purposes),
    controls: behind(controls, signs, (of) => of.controls),
  }
  const elementsSeen = {
    act: suggested.acts.length > 0,
    means: suggested.means.length > 0,
    purpose: suggested.purposes.length > 0,
  }
  return {
    ...suggested,
    elementsSeen,
    // A sign that is only about people under 18 counts for more than a profile that gives her age of today.
    meansNeeded: meansRequired(majority) && !signs.some((sign) => indicators[sign].group === 'minors'),
    leaning: leaningOf(signs.length, Object.values(elementsSeen).filter(Boolean).length),
  }
}

function leaningOf(signs: number, elements: number): Suggestion['leaning'] {
  if (signs === 0) return 'none'
  return signs >= 2 && elements >= 2 ? 'several' : 'some'
}

/** The codes of a list that signs speak of, in the order of the list, each with those signs. */
function behind<C extends string>(
  list: CodeList<C>,
  signs: readonly Indicator[],
  part: (of: Suggests) => readonly C[] | undefined,
): readonly Suggested<C>[] {
  return codesOf<C>(list)
    .map((code) => ({ code, signs: signs.filter((sign) => speaksOf(sign, code)) }))
    .filter((suggested) => suggested.signs.length > 0)

  function speaksOf(sign: Indicator, code: C): boolean {
    return part(indicators[sign].suggests ?? {})?.includes(code) ?? false
  }
}
