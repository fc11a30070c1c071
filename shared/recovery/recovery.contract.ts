import { z } from 'zod'
import { locale } from '../app/app.contract.ts'
import type { ChannelTable } from '../channel.ts'
import { nothing } from '../channel.ts'
import { plainDate } from '../dates.ts'
import { kitOpener, passphrase } from '../vault/opener.ts'
import { folder, kitForm } from '../vault/vault.contract.ts'

/** Eight hexadecimal digits, printed on every page of a kit: tells this kit from an older one. */
export const kitId = z.string().regex(/^[0-9a-f]{8}$/)

/** One page of a kit of shares, for one person. */
const printedShare = z.strictObject({
  /** 1, 2 or 3. */
  index: z.number().int().min(1).max(3),
  words: z.array(z.string()),
  /** What the QR code holds; may be pasted where the words are asked for. */
  qr: z.string(),
})

export const kit = z.discriminatedUnion('form', [
  /** `code` in groups, as it is printed; `qr` the same for a scanner. */
  z.strictObject({ form: z.literal('code'), kitId, code: z.string(), qr: z.string() }),
  z.strictObject({ form: z.literal('shares'), kitId, shares: z.array(printedShare).length(3) }),
])
export type Kit = z.infer<typeof kit>

export const recoveryContract = {
  'recovery.state': {
    at: 'vault',
    needs: 'unlocked',
    in: nothing,
    out: z.strictObject({
      /** The kit that counts, or null when there is none. */
      kit: z.strictObject({ form: kitForm, kitId, madeOn: plainDate, checkedOn: plainDate }).nullable(),
      /** When the person is asked to prove again that she has it: a year after the last time. */
      dueOn: plainDate.nullable(),
    }),
  },
  /** Makes a kit to print. Nothing of it counts until it was entered back; the kit before it stays valid until then. */
  'recovery.begin': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ form: kitForm, locale }),
    out: kit,
  },
  /**
   * Entered back from paper, all three of a kit of shares: from now on this kit opens the vault, and the one before it is
   * dead. With the current passphrase: whoever finds a vault open must not be able to make what opens it.
   */
  'recovery.confirm': {
    at: 'vault',
    needs: 'unlocked',
    in: z.strictObject({ kit: kitOpener, current: passphrase }),
    out: nothing,
  },
  'recovery.abandon': { at: 'vault', needs: 'unlocked', in: nothing, out: nothing },
  /** The yearly proof. Changes nothing but the date of the next one. */
  'recovery.check': { at: 'vault', needs: 'unlocked', in: z.strictObject({ kit: kitOpener }), out: nothing },
  /** One share, alone: whether it is whole, and of the kit that opens the vault in this folder. */
  'recovery.checkShare': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder, share: z.string().max(1000) }),
    out: z.strictObject({ index: z.number().int().min(1).max(3) }),
  },
  /** Opens the vault with its kit and sets a new passphrase. The old passphrase and the kit are dead: a new kit is due. */
  'recovery.recover': {
    at: 'vault',
    needs: 'nothing',
    in: z.strictObject({ folder, kit: kitOpener, passphrase }),
    out: nothing,
  },
} as const satisfies ChannelTable
