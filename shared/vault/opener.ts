import { z } from 'zod'

/** Enough for any sentence one can remember, and a bound on what is hashed. */
export const passphrase = z.string().max(1024)

/** A recovery code or a share as a person types, pastes or scans it. */
const entered = z.string().max(1000)

/** What opens a vault: its passphrase, its printed recovery code, or any two of its three recovery shares. */
export const opener = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('passphrase'), passphrase }),
  z.strictObject({ by: z.literal('code'), code: entered }),
  z.strictObject({ by: z.literal('shares'), shares: z.array(entered).min(2).max(3) }),
])
export type Opener = z.infer<typeof opener>
/** What comes out of the drawer when the passphrase is gone. */
export type KitOpener = Exclude<Opener, { by: 'passphrase' }>
export const kitOpener = z.discriminatedUnion('by', [opener.options[1], opener.options[2]])
