import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { id } from '../fields.ts'
import { opener } from '../vault/opener.ts'
import { folder } from '../vault/vault.contract.ts'

/** What a vault holds, as it is counted for a person. */
const recordKind = z.enum([
  'cases',
  'sections',
  'steps',
  'turns',
  'members',
  'directory',
  'meetings',
  'packets',
  'drafts',
  'journal',
  'settings',
])

export const damageContract = {
  /** Every page, every index, every reference. Throws `vault.database_damaged`; otherwise all is well. */
  'damage.check': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ jobId: id }),
    out: z.strictObject({ pages: z.number().int() }),
  },
  /**
   * Takes what is readable out of a damaged vault into a new one at `into`, which opens with the same passphrase or kit.
   * The damaged vault is only read.
   */
  'damage.salvage': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ jobId: id, folder, opener, into: folder }),
    out: z.strictObject({
      kept: z.array(z.strictObject({ kind: recordKind, count: z.number().int() })),
      /** `count` null: nobody can tell how many there were. */
      lost: z.array(z.strictObject({ kind: recordKind, count: z.number().int().nullable() })),
      /** Cases of which something is missing, by code, with the sections that are known to be gone. */
      cases: z.array(
        z.strictObject({
          code: z.string(),
          sections: z.array(z.string()),
          /** Its own line (status, owner, dates) was lost: it was made anew around what is left, as open. */
          rebuilt: z.boolean(),
        }),
      ),
      /** `new`: the owner's keys were lost; other members have to take her new card, packets on their way can't be opened. */
      identity: z.enum(['kept', 'new']),
      /** The very last change before the damage was not whole: everything is as it was just before it. */
      lastChangeUncertain: z.boolean(),
    }),
  },
} as const satisfies ChannelTable
