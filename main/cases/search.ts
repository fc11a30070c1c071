/** FTS5 folds accents and case; ligatures it leaves alone, and nobody types « œ » in a search box. */
export function foldLigatures(text: string): string {
  return text.replace(/œ/g, 'oe').replace(/Œ/g, 'OE').replace(/æ/g, 'ae').replace(/Æ/g, 'AE')
}

/**
 * What a person typed, as an FTS5 expression: every word must occur, the last may be unfinished. Words are quoted, so
 * that nothing typed is ever read as an operator. Null when there is no word in it.
 */
export function matchExpression(typed: string): string | null {
  const words = foldLigatures(typed.normalize('NFC')).match(/[\p{L}\p{N}\p{M}]+/gu)
  if (!words) return null
  return words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ')
}
