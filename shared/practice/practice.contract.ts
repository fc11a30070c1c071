import { z } from 'zod'
import { locale } from '../app/app.contract.ts'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { folder } from '../vault/vault.contract.ts'

/** Written on every screen that asks for it: a practice vault holds made-up situations and hides nothing. */
export const practicePassphrase = 'ceci est un coffre d’exercice'

export const practiceContract = {
  /** Opens the practice vault of that folder; where there is none yet, makes it with its made-up situations. */
  'practice.open': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder, locale }),
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
