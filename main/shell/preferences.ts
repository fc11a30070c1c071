import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Preferences, preferences } from '../../shared/app/app.contract.ts'
import { writeWhole } from '../disk.ts'

/** What a person chose for the window itself. A file that can't be read is a file of defaults: nothing in it is precious. */
export interface PreferenceStore {
  get(): Preferences
  set(change: Partial<Preferences>): Promise<Preferences>
}

export async function openPreferences(path: string): Promise<PreferenceStore> {
  let current = await readPreferences(path)
  let written: Promise<void> = Promise.resolve()
  const write = async (): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeWhole(path, `${JSON.stringify(current, null, 2)}\n`)
  }
  return {
    get: () => current,
    set: async (change) => {
      current = preferences.parse({ ...current, ...change })
      // One after the other, so that the last change is the one on disk. A failed one is its own caller's.
      written = written.catch(() => undefined).then(write)
      await written
      return current
    },
  }
}

async function readPreferences(path: string): Promise<Preferences> {
  try {
    return preferences.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return preferences.parse({})
  }
}
