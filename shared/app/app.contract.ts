import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { id } from '../fields.ts'
import { folder } from '../vault/vault.contract.ts'

export const locale = z.enum(['fr', 'en'])
export type Locale = z.infer<typeof locale>
export const idleMinutes = z.number().int().min(1).max(30)

const choices = {
  locale,
  colorScheme: z.enum(['auto', 'light', 'dark']),
  /** Minutes without a key or a pointer before the vault locks. Never off. */
  idleMinutes,
  /** The vault opened last; its absence is told, never mended by creating another. */
  vaultFolder: folder.nullable(),
}

/** Kept in the clear beside the vault, so nothing in it may tell more than that Relais is installed. */
export const preferences = z.strictObject({
  locale: choices.locale.default('fr'),
  colorScheme: choices.colorScheme.default('auto'),
  idleMinutes: choices.idleMinutes.default(5),
  vaultFolder: choices.vaultFolder.default(null),
})
/** Some of them. Without the defaults, which would put back all that is not named. */
const change = z.strictObject(choices).partial()
export type Preferences = z.infer<typeof preferences>

export const appContract = {
  'app.state': {
    at: 'shell',
    needs: 'nothing',
    in: nothing,
    out: z.strictObject({
      preferences,
      unlocked: z.boolean(),
      /** Where a first vault would go if the person chooses nothing else. */
      suggestedFolder: folder,
      /** Where the practice vault is, or would be made. */
      practiceFolder: folder,
      /** False in the preview shell, which has no native dialogs: the folder is then typed. */
      canBrowse: z.boolean(),
      version: z.string(),
    }),
  },
  'app.setPreferences': { at: 'shell', needs: 'nothing', in: change, out: preferences },
  'app.chooseFolder': {
    at: 'shell',
    needs: 'nothing',
    in: nothing,
    out: z.strictObject({ folder: folder.nullable() }),
  },
  /** Somebody is there: the idle clock starts again. */
  'app.active': { at: 'shell', needs: 'nothing', in: nothing, out: nothing },
  /** The renderer's word that everything typed has been put away; the answer to the event `flush`. */
  'app.flushed': { at: 'shell', needs: 'nothing', in: nothing, out: nothing },
  /** Words were copied out of the app: the clipboard is cleared of them in 30 seconds, at lock and at quit. */
  'app.copied': { at: 'shell', needs: 'nothing', in: z.strictObject({ text: z.string() }), out: nothing },
  'app.cancelJob': { at: 'vault', needs: 'nothing', in: z.strictObject({ jobId: id }), out: nothing },
} as const satisfies ChannelTable

/** What the shell tells the renderer without being asked. */
export const appEvents = {
  /** Put away what is being typed, then call `app.flushed`: the vault is about to lock or the window to close. */
  flush: nothing,
  progress: z.strictObject({ jobId: id, done: z.number(), total: z.number() }),
} as const
export type AppEvents = { [K in keyof typeof appEvents]: z.infer<(typeof appEvents)[K]> }
