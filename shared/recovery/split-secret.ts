import { combine, split } from 'shamir-secret-sharing'
import { threshold } from './share.ts'

/** Three people, of whom any two open: one may be away, and none can do it alone. */
const shareCount = 3

/** Shamir's shares of a secret, over the field of 256: one byte more than the secret each. */
export const splitSecret = (secret: Uint8Array): Promise<Uint8Array[]> =>
  // The library tells arrays of bytes by their very constructor: a Buffer would be refused.
  split(Uint8Array.from(secret), shareCount, threshold)

/**
 * The secret of two or three shares, by then known to be whole and of one kit: others would give a wrong secret without a word.
 * The caller wipes it.
 */
export const joinSecret = (shares: readonly Uint8Array[]): Promise<Uint8Array> =>
  combine(shares.map((share) => Uint8Array.from(share)))
