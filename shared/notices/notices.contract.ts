import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'

/** What the vault has to tell whoever opened it, calmly, above every page. */
export const noticeCode = z.enum([
  /** The key file was damaged; its second copy opened the vault and has been put back. */
  'key_file_repaired',
  /** Relais stopped in the middle of a save: the last change may not have been kept. */
  'last_change_uncertain',
  /** This computer's date is before the last day on which the vault was used. */
  'clock_set_back',
  /** The vault was brought up to this version; a backup of it as it was has been kept. */
  'vault_updated',
  /** Wrong passphrases were tried since the last time it was opened. */
  'failed_attempts',
  'recovery_missing',
  'recovery_due',
  'backup_failed',
  'backup_overdue',
])
export type NoticeCode = z.infer<typeof noticeCode>

export const noticesContract = {
  'notices.list': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({
      notices: z.array(
        z.strictObject({
          code: noticeCode,
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  },
  /** Read: not again while the vault is open; a reminder, not for a month. */
  'notices.dismiss': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ code: noticeCode }),
    out: nothing,
  },
  /**
   * The person says that this computer's date is right, although the vault was used on a later one: days count from it
   * again. Without this a date once set far ahead by mistake would keep every packet expired until it came.
   */
  'notices.trustClock': { at: 'vault', needs: 'unlocked', in: nothing, out: nothing },
} as const satisfies ChannelTable
