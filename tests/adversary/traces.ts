import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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
      const text = bytes.toString('latin1').toLowerCase()
      return [...words].flatMap(([place, word]) =>
        Object.entries(spellings(word.toLowerCase()))
          .filter(([, spelling]) => text.includes(spelling))
          .map(([encoding]) => `${place} in ${encoding}`),
      )
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
    const content = entry.isFile() ? readFileSync(path) : Buffer.alloc(0)
    return [...canaries.foundIn(content), ...canaries.foundIn(Buffer.from(path.slice(folder.length)))].map(
      (found) => `${found}: ${path}`,
    )
  })
}
