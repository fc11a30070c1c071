/**
 * A coded list: what is stored is the code, what is shown is the label. Codes never change once a vault holds
 * them; labels may be reworded at any time.
 */
export interface Term {
  readonly fr: string
  readonly en: string
  /** A plain sentence shown beside the label, so that two organisations code the same fact the same way. */
  readonly definition?: { readonly fr: string; readonly en: string }
  /** The exact CTDC Global Dataset column, or the value in its column for gender, age band, majority and country. */
  readonly ctdc?: string
  /** Still labelled wherever a vault holds it, and offered to nobody any more. */
  readonly retired?: true
  /** Where the term comes from. “Proposed” means that no official wording was found: ask the users. */
  readonly source: string
}

export type CodeList<C extends string = string, T extends Term = Term> = Readonly<Record<C, T>>

/** A term as it is written in a list: without `source` it has the list's own. */
export type Entry<T extends Term = Term> = Omit<T, 'source'> & { readonly source?: string }

/**
 * Builds a list whose terms share a source unless one names its own. A list whose terms say more than a label (a sign,
 * a setting) names their type as `T`.
 */
export function codeList<C extends string, T extends Term = Term>(
  source: string,
  entries: Readonly<Record<C, Entry<T>>>,
): CodeList<C, T> {
  const terms = Object.entries<Entry<T>>(entries).map(([code, entry]) => [
    code,
    Object.freeze({ source, ...entry }),
  ])
  return Object.freeze(Object.fromEntries(terms)) as CodeList<C, T>
}

/**
 * The codes in the order of the list, in the shape z.enum wants. JavaScript puts keys such as '10' before '01',
 * so codes made of digits are put back in numeric order, ahead of the others.
 */
export function codesOf<C extends string>(list: Readonly<Record<C, unknown>>): [C, ...C[]] {
  const codes = Object.keys(list)
  const numbered = codes.filter((code) => /^\d+$/.test(code)).sort()
  const named = codes.filter((code) => !/^\d+$/.test(code))
  return [...numbered, ...named] as [C, ...C[]]
}

/** The codes that a form offers, in the order of the list: those that are not retired. */
export function offeredCodes<C extends string>(list: CodeList<C>): readonly C[] {
  return codesOf<C>(list).filter((code) => !list[code].retired)
}

/** Whether a stored code is one that this version knows, retired or not. */
export function isCodeOf<C extends string>(list: Readonly<Record<C, unknown>>, code: string): code is C {
  return Object.hasOwn(list, code)
}

/** The label in a language. A code from a newer version is shown as it is rather than hidden. */
export function labelOf(list: CodeList, code: string, locale: 'fr' | 'en'): string {
  const term = Object.hasOwn(list, code) ? list[code] : undefined
  return term ? term[locale] : code
}
