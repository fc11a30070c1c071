import { isRelaisError } from '../../../shared/errors.ts'
import { lookIntoDatabase } from '../database.ts'

/**
 * A log that someone is writing in looks torn, and a page that is being written looks hit. SQLite is asked for the file
 * without the right to write: it says whether it is busy before it looks at anything, and on Linux and macOS can't have it,
 * nor touch the log. On Windows it might remove a log whose first change was hit: not asked there.
 * @throws vault.open_elsewhere
 */
export function refuseIfOpenElsewhere(path: string, key: Uint8Array, platform = process.platform): void {
  if (platform === 'win32') return
  try {
    lookIntoDatabase(path, key)
  } catch (error) {
    if (isRelaisError(error, 'vault.open_elsewhere')) throw error
  }
}
