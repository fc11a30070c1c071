import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The memory of a process may be larger than any string can be: it is looked through a piece at a time. */
const windowBytes = 64 * 1024 * 1024
/** More than any spelling of a canary takes, so that none is missed where two pieces meet. */
const longestSpelling = 1024

/** Words that occur nowhere by chance, one per place where something can be typed. */
export function createCanaries() {
  const words = new Map<string, string>()
  return {
    /** The canary of a place, as an unlikely word of ASCII letters in mixed case. */
    at: (place: string): string => {
      const known =
        words.get(place) ??
        `Zq${randomBytes(9)
          .toString('base64')
          .replace(/[^A-Za-z]/g, 'x')}Xj`
      words.set(place, known)
      return known
    },
    /** The places whose canary is found in some bytes, and in which encoding. */
    foundIn: (bytes: Buffer): string[] => {
      const found = new Set<string>()
      for (let from = 0; from < bytes.length; from += windowBytes) {
        const text = bytes.toString('latin1', from, from + windowBytes + longestSpelling).toLowerCase()
        for (const [place, word] of words) {
          for (const [encoding, spelling] of Object.entries(spellings(word.toLowerCase()))) {
            if (text.includes(spelling)) found.add(`${place} in ${encoding}`)
          }
        }
      }
      return [...found]
    },
  }
}
export type Canaries = ReturnType<typeof createCanaries>

/** How a program may have left a word behind. Case is folded on both sides. */
const spellings = (word: string): Record<string, string> => ({
  'UTF-8': word,
  'UTF-16': [...word].join('\0'),
  hexadecimal: Buffer.from(word).toString('hex'),
})

/** What is found in every file below a folder, and in the names of the files and folders themselves. */
export function searchFolder(folder: string, canaries: Canaries): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name)
    const content = entry.isFile() ? contentOf(path) : Buffer.alloc(0)
    return [...canaries.foundIn(content), ...canaries.foundIn(Buffer.from(path.slice(folder.length)))].map(
      (found) => `${found}: ${path}`,
    )
  })
}

/** A file that was written beside and has taken its place meanwhile is looked at there. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
