import { RelaisError } from '../../../shared/errors.ts'

export interface DecodedSheet {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252'
  /** U+FFFD stands where bytes meant nothing. */
  readonly text: string
}

/** What stands where bytes could not be read. */
export const unreadable = '\ufffd'

/** First bytes of an xlsx or ods file (a ZIP), and of an xls one. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

/** Windows-1252 where it is not Latin-1: bytes 0x80 to 0x9f. Five of them mean nothing. */
const windows1252 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ'

/**
 * Reads the bytes of a sheet as text. Excel writes UTF-8 with a mark, UTF-16 with a mark, or Windows-1252 without saying so.
 * @throws directory.csv_workbook
 */
export function decodeSheet(bytes: Uint8Array): DecodedSheet {
  const begins = (mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte)
  if (workbooks.some(begins)) throw new RelaisError('directory.csv_workbook')
  if (begins([0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', text: decode('utf-8', bytes) }
  if (begins([0xff, 0xfe])) return { encoding: 'utf-16', text: decode('utf-16le', bytes) }
  if (begins([0xfe, 0xff])) return { encoding: 'utf-16', text: decode('utf-16be', bytes) }
  const text = decode('utf-8', bytes)
  if (looksLikeUtf8(text)) return { encoding: 'utf-8', text }
  return { encoding: 'windows-1252', text: fromWindows1252(bytes) }
}

/** Drops the mark at the beginning, if there is one. */
const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

/**
 * Accents of Windows-1252 all but never make valid UTF-8. Where more of them do than do not, it is UTF-8 with a few bytes
 * gone wrong: those lines are a problem, and the others are right.
 */
function looksLikeUtf8(text: string): boolean {
  const wrong = text.match(/\ufffd/g)?.length ?? 0
  if (wrong === 0) return true
  const right = text.match(/(?!\ufffd)[\u0080-\u{10ffff}]/gu)?.length ?? 0
  return right > wrong
}

function fromWindows1252(bytes: Uint8Array): string {
  const parts: string[] = []
  // In pieces: one call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts
    .join('')
    .replace(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 0x80] ?? unreadable)
}
