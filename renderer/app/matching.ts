/** Without case or accents: “regl” finds « Réglages ». */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Those whose words hold every word of `query`, in any order; the last may be unfinished. */
export function matching<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const text = plain(textOf(item))
    return wanted.every((word) => text.includes(word))
  })
}
