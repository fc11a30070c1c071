import { cleanText } from '../clean-text.ts'

/**
 * What must not reach a page beside control characters: those that turn the order of other people’s letters around
 * (Unicode TR9, explicit embeddings, overrides and isolates), with which a text can be made to read as another.
 */
const misleading = /[\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF]/gu

/** A text as it can be printed: its lines kept, halves of characters replaced, nothing hidden in it. */
export function printable(text: string): string {
  return cleanText(text.toWellFormed().replace(/[\u2028\u2029]/gu, '\n')).replace(misleading, '')
}
