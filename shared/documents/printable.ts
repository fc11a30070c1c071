/**
 * What must not reach a page: control characters, and those that turn the order of other people’s letters around
 * (Unicode TR9, explicit embeddings, overrides and isolates), with which a text can be made to read as another.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFEFF]/gu

/** A text as it can be printed: its lines kept, halves of characters replaced, nothing hidden in it. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(unprintable, '')
}
