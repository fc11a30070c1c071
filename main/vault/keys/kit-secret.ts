import { createHash } from 'node:crypto'
import { isRelaisError, RelaisError } from '../../../shared/errors.ts'
import { decodeCode } from '../../../shared/recovery/code.ts'
import { parseShare, type Share } from '../../../shared/recovery/share.ts'
import { joinSecret } from '../../../shared/recovery/split-secret.ts'
import type { KitOpener } from '../../../shared/vault/opener.ts'
import type { RecoverySlot } from './key-slot.ts'

type SharesSlot = Extract<RecoverySlot, { form: 'shares' }>

/**
 * The secret (16 bytes; the caller wipes it) in what was entered of the kit that a slot stands for.
 * A refusal of one share says which: its parameter `share` counts from 1 in the order of entry.
 * @throws recovery.no_kit, recovery.code_malformed, recovery.share_malformed, recovery.share_of_another_kit,
 *   recovery.share_twice
 */
export async function secretOf(slot: RecoverySlot | null, kit: KitOpener): Promise<Uint8Array> {
  if (kit.by === 'code') {
    if (slot?.form !== 'code') throw new RelaisError('recovery.no_kit')
    return decodeCode(kit.code)
  }
  if (slot?.form !== 'shares') throw new RelaisError('recovery.no_kit')
  const shares = distinctShares(kit.shares, (entered) => shareOfKit(slot, entered))
  try {
    return await joinSecret(shares.map(({ bytes }) => bytes))
  } finally {
    for (const { bytes } of shares) bytes.fill(0)
  }
}

/** Reads each of the shares that were entered. @throws recovery.share_twice and what `read` throws, saying of which share */
export function distinctShares(entered: readonly string[], read: (entered: string) => Share): Share[] {
  const shares: Share[] = []
  for (const [index, text] of entered.entries()) {
    const share = named(index + 1, () => read(text))
    if (shares.some((other) => other.index === share.index)) {
      throw new RelaisError('recovery.share_twice', { share: index + 1 })
    }
    shares.push(share)
  }
  return shares
}

function named<T>(share: number, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw isRelaisError(error) ? new RelaisError(error.code, { ...error.params, share }) : error
  }
}

/**
 * One share, held against the kit that opens the vault.
 * @throws recovery.share_malformed, recovery.share_of_another_kit
 */
export function shareOfKit(slot: SharesSlot, entered: string): Share {
  const share = parseShare(entered)
  if (share.kitId !== slot.kitId) throw new RelaisError('recovery.share_of_another_kit')
  // Its check words fit and yet it is not the one that was printed: joined, it would give a wrong secret without a word.
  if (commitmentTo(share) !== slot.commitments[share.index - 1]) {
    throw new RelaisError('recovery.share_malformed', { word: 0 })
  }
  return share
}

/** SHA-256 of a share, which has 128 bits that nobody guesses: it may stand in the key file. */
export const commitmentTo = ({ kitId, index, bytes }: Share): string =>
  createHash('sha256').update(`relais share v1\0${kitId}${index}`).update(bytes).digest('hex')
