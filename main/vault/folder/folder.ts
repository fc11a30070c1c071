import { posix, win32 } from 'node:path'
import { RelaisError } from '../../../shared/errors.ts'

/**
 * The folder of a vault, as a path that means the same from wherever Relais was started. On Windows it begins with a drive:
 * merely looking at `\\server\share` speaks to that server, with the person's name and a proof of her password, and a
 * vault kept there can be torn.
 * @throws vault.folder_unsuitable
 */
export function localFolder(typed: string, platform: NodeJS.Platform = process.platform): string {
  const windows = platform === 'win32'
  const whole = windows ? /^[A-Za-z]:[\\/]/ : /^\//
  if (!whole.test(typed) || typed.includes('\0')) throw new RelaisError('vault.folder_unsuitable')
  return (windows ? win32 : posix).resolve(typed)
}
