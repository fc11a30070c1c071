/**
 * What no text needs and what a database, a packet or a page may stumble over: NUL and the other control characters, except
 * the tab and the line break. Everything that can be read stays: emoji, and scripts that run from right to left.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

/** @returns the text without control characters; line breaks of any system become one kind */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|\u0085/g, '\n').replace(controls, '')
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/[\r\n\u0085]+/g, ' '))
}
