import { join } from 'node:path'

/** Names that these programs give to the folder they keep, alone or with an account after them. */
const names = [
  /^onedrive(?: - .+)?$/,
  /^dropbox(?: \(.+\))?$/,
  /^google ?drive$/,
  /^icloud ?drive$/,
  /^(?:nextcloud|owncloud)\d*$/,
  /^pcloud ?drive$/,
  /^megasync$/,
  /^kdrive$/,
  /^proton ?drive$/,
  // Where macOS puts the folders of all of them, and iCloud's.
  /^cloudstorage$/,
  /^mobile documents$/,
]

/** What they leave in it. (`.dropbox` alone is not one: Dropbox keeps its settings under that name in the home folder.) */
const marks = [
  /^\.dropbox\.cache$/,
  /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i, // OneDrive
  /^\.tmp\.drive(?:download|upload)$/, // Google Drive
  /^\.shortcut-targets-by-id$/, // Google Drive, as a drive of its own
  /^\._?sync_[0-9a-f]{6,}\.db$/, // Nextcloud, ownCloud
  /^\.(?:nextcloud|owncloud)sync\.log$/,
  /^\.stfolder$/, // Syncthing
  /^\.SynologyWorkingDirectory$/,
  /^\.megaignore$/,
]

export function namedBySynchroniser(folder: string): boolean {
  const name = folder.split(/[\\/]/).at(-1)?.toLowerCase() ?? ''
  return names.some((pattern) => pattern.test(name))
}

export const markedBySynchroniser = (entries: readonly string[]): boolean =>
  entries.some((entry) => marks.some((pattern) => pattern.test(entry)))

/** The folders that OneDrive says it keeps: Windows may put Documents and Desktop in one of another name. */
export function synchronisedRoots(environment: NodeJS.ProcessEnv, home: string): string[] {
  const named = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].map((name) => environment[name])
  return named
    .filter((root) => root !== undefined && root !== '' && root !== home)
    .map((root) => join(root ?? ''))
}
