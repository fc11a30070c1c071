import { z } from 'zod'
import { locale } from '../app/app.contract.ts'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { id } from '../fields.ts'
import { folder } from '../vault/vault.contract.ts'

/** Written on every screen that asks for it: a practice vault holds made-up situations and hides nothing. */
export const practicePassphrase = 'ceci est un coffre d’exercice'

export const practiceContract = {
  /** Makes a practice vault with its made-up situations and opens it. */
  'practice.create': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder, locale, jobId: id }),
    out: nothing,
  },
  /** Whether the open vault is one. */
  'practice.state': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({ practice: z.boolean() }),
  },
} as const satisfies ChannelTable
