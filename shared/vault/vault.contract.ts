import { z } from 'zod'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { identity } from '../members/members.contract.ts'

/** A folder on this computer, as its file system writes it. */
export const folder = z.string().min(1).max(4096)
/** Enough for any sentence one can remember, and a bound on what is hashed. */
const passphrase = z.string().max(1024)
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

export const vaultContract = {
  /** Looks at a folder without creating, changing or deleting anything in it. */
  'vault.inspect': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder }),
    out: z.strictObject({ holds: z.enum(['nothing', 'vault', 'other']) }),
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
  'vault.unlock': { at: 'vault', needs: 'nothing', in: z.strictObject({ folder, passphrase }), out: nothing },
  /** Ends the process that holds the keys and blanks the window. */
  'vault.lock': { at: 'shell', needs: 'nothing', in: nothing, out: nothing },
} as const satisfies ChannelTable
