/** Without case or accents: “regl” finds « Réglages ». */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Those in which every word of `query` begins a word, in any order. */
export function matching<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const words = plain(textOf(item)).split(/[^\p{L}\p{N}]+/u)
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
}
