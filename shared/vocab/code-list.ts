/**
 * A coded list: what is stored is the code, what is shown is the label. Codes never change once a vault holds
 * them; labels may be reworded at any time.
 */
export interface Term {
  readonly fr: string
  readonly en: string
  /** A plain sentence shown beside the label, so that two organisations code the same fact the same way. */
  readonly definition?: { readonly fr: string; readonly en: string }
  /** The exact CTDC Global Dataset column, or the value in its column for gender, age band and majority. */
  readonly ctdc?: string
  /** Where the term comes from. “Proposed” means that no official wording was found: ask the users. */
  readonly source: string
}

export type CodeList<C extends string = string> = Readonly<Record<C, Term>>

/** A term as it is written in a list: without `source` it has the list's own. */
type Entry = Omit<Term, 'source'> & { readonly source?: string }

/** Builds a list whose terms share a source unless one names its own. */
export function codeList<C extends string>(source: string, entries: Readonly<Record<C, Entry>>): CodeList<C> {
  const terms = Object.entries<Entry>(entries).map(([code, entry]) => [
    code,
    Object.freeze({ source, ...entry }),
  ])
  return Object.freeze(Object.fromEntries(terms)) as CodeList<C>
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

/** The label in a language. A code from a newer version is shown as it is rather than hidden. */
export function labelOf(list: CodeList, code: string, locale: 'fr' | 'en'): string {
  const term = Object.hasOwn(list, code) ? list[code] : undefined
  return term ? term[locale] : code
}
