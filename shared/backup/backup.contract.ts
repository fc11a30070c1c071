import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { id } from '../fields.ts'
import { opener } from '../vault/opener.ts'
import { folder } from '../vault/vault.contract.ts'

/** Name that Relais gives to a backup file, without a folder: nothing else is written, or removed by its age. */
export const backupName = z.string().regex(/^relais-[a-z0-9-]{1,60}\.relais-backup$/)

/**
 * Name of a file that may be a backup, without a folder: nothing else is read under the name that a call gives. Whoever
 * copied one by hand has “Copie de relais-….relais-backup”. Not hidden: some systems put their own notes beside a file
 * under its name with a dot.
 */
export const backupFileName = z
  .string()
  .max(255)
  .regex(/^[^./\\\0][^/\\\0]*\.relais-backup$/)

/** Milliseconds since 1970, of the computer that made the backup. */
const instant = z.number().int()

/** Made on demand, made by itself, or made before an update of the vault. */
export const backupKind = z.enum(['manual', 'automatic', 'update'])

/** What a backup is known to hold: rows counted when it was made, and again after it was reopened. */
export const backupContents = z.strictObject({
  cases: z.number().int(),
  steps: z.number().int(),
  members: z.number().int(),
  packets: z.number().int(),
})

export const backupContract = {
  'backup.state': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({
      /** Where backups go; `chosen` false: the folder beside the vault, for want of a better one. */
      folder,
      chosen: z.boolean(),
      automatic: z.boolean(),
      last: z.strictObject({ name: backupName, madeAt: instant, folder }).nullable(),
      /** Why the last automatic one could not be made in the chosen folder: a code, or null. */
      problem: z.string().nullable(),
      /** Whether anything was recorded since the last one. */
      changed: z.boolean(),
    }),
  },
  /** `folder` null: back to the one beside the vault. Refused when it can't be written. */
  'backup.settings': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ folder: folder.nullable(), automatic: z.boolean() }),
    out: nothing,
  },
  'backup.now': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ jobId: id }),
    out: z.strictObject({ name: backupName, folder, bytes: z.number().int(), contents: backupContents }),
  },
  /** The backups in a folder, newest first, from what stands in the clear at their head. */
  'backup.list': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder }),
    out: z.strictObject({
      backups: z.array(
        z.strictObject({
          name: backupFileName,
          madeAt: instant,
          kind: backupKind,
          bytes: z.number().int(),
          /** A code when it can't be restored (cut short, of a newer version), or null. */
          problem: z.string().nullable(),
        }),
      ),
    }),
  },
  /** Opens the head of a backup: what is in it, whose it is and how old. Writes nothing. */
  'backup.look': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder, name: backupFileName, opener }),
    out: z.strictObject({
      madeAt: instant,
      owner: z.strictObject({ name: z.string(), organisation: z.string() }),
      contents: backupContents,
    }),
  },
  /** Into a folder that is empty or not there yet, never over a vault. The vault there is then opened like any other. */
  'backup.restore': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ jobId: id, folder, name: backupFileName, opener, into: folder }),
    out: nothing,
  },
} as const satisfies ChannelTable
