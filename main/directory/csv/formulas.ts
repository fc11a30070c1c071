/**
 * What makes a spreadsheet take a cell for something to work out rather than to read: OWASP’s list, and the full-width
 * forms that some keyboards type.
 */
const first = '=+\\-@\\t\\r\\n＝＋－＠'
const dangerous = new RegExp(`^[${first}]`, 'u')
const masked = new RegExp(`^'+[${first}]`, 'u')
const tobeMasked = new RegExp(`^'*[${first}]`, 'u')

/** The cell as a spreadsheet only ever reads it: behind an apostrophe where it would otherwise be worked out. */
export const mask = (cell: string): string => (tobeMasked.test(cell) ? `'${cell}` : cell)

/** The reverse, so that a sheet of ours comes back as it went. */
export const unmask = (cell: string): string => (masked.test(cell) ? cell.slice(1) : cell)

/** `+1 514 555-0100 poste 12` */
const phoneNumber = /^\+\d[\d\s().,/-]*(?:(?:poste|ext|p|x|#)\.?\s*\d+)?$/iu
/** The dash of a list, before words: `- Sur rendez-vous`. */
const listDash = /^-\s+\p{L}/u

/**
 * Whether a cell of somebody's sheet would be worked out. A phone number may begin with its plus, and a line of text with
 * the dash of a list: neither calls anything, and both are masked on their way out.
 */
export function isFormula(column: string, cell: string): boolean {
  if (!dangerous.test(cell)) return false
  if (column === 'phone') return !phoneNumber.test(cell)
  return !(['conditions', 'note', 'hours', 'contact'].includes(column) && listDash.test(cell))
}
