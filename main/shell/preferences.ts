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
  return {
    get: () => current,
    set: async (change) => {
      current = preferences.parse({ ...current, ...change })
      await mkdir(dirname(path), { recursive: true })
      await writeWhole(path, `${JSON.stringify(current, null, 2)}\n`)
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
