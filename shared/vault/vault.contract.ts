import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { id } from '../fields.ts'
import { identity } from '../members/members.contract.ts'
import { passphrase } from './opener.ts'

/** A folder on this computer, as its file system writes it. */
export const folder = z.string().min(1).max(4096)
export const passphraseMinimum = 12

export const passphraseAssessment = z.strictObject({
  /** 0 (guessed at once) to 4 (very hard to guess). */
  score: z.number().int().min(0).max(4),
  /** Decimal logarithm of the guesses an attacker would need. */
  guessesLog10: z.number(),
  /** Why it would be refused, or null. */
  problem: z.enum(['too_short', 'too_common']).nullable(),
})
export type PassphraseAssessment = z.infer<typeof passphraseAssessment>

/** Which recovery kit opens a vault, if any: one printed code, or any two of three printed shares. */
export const kitForm = z.enum(['code', 'shares'])
export type KitForm = z.infer<typeof kitForm>

/** After how many wrong passphrases in a row the key slots are erased; null: never. */
export const eraseAfter = z.number().int().min(5).max(50).nullable()

export const vaultContract = {
  /** Looks at a folder without creating, changing or deleting anything in it. */
  'vault.inspect': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder }),
    out: z.strictObject({
      holds: z.enum(['nothing', 'vault', 'other']),
      /** The kit that would open this vault without its passphrase; read from whichever key file is whole. */
      kit: kitForm.nullable(),
      /** Seconds before the next attempt is allowed, after wrong ones. */
      waitSeconds: z.number().int().min(0),
    }),
  },
  'vault.assessPassphrase': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ passphrase, hints: z.array(z.string().max(200)).max(4).default([]) }),
    out: passphraseAssessment,
  },
  'vault.create': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder, passphrase, identity }),
    out: nothing,
  },
  /** With a `jobId`, the checks and the update of an older vault tell how far they are. They can't be cancelled. */
  'vault.unlock': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder, passphrase, jobId: id.optional() }),
    out: nothing,
  },
  /** Rewraps the database key, at once: a power cut leaves the old passphrase or the new one valid, never neither. */
  'vault.changePassphrase': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ current: passphrase, next: passphrase }),
    out: nothing,
  },
  'vault.protection': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ eraseAfter }),
  },
  /** With the current passphrase: whoever finds a vault open must not be able to have its keys erased, nor to guess on. */
  'vault.setProtection': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ eraseAfter, current: passphrase }),
    out: nothing,
  },
  /** Ends the process that holds the keys and blanks the window. */
  'vault.lock': { at: 'shell', needs: 'nothing', in: nothing, out: nothing },
} as const satisfies ChannelTable
