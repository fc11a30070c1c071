import { randomBytes } from 'node:crypto'
import { RelaisError } from '../../shared/errors.ts'
import type { WordLanguage } from '../../shared/members/fingerprint.ts'
import { equalBytes } from '../../shared/packet/bytes.ts'
import { codeToQrText, decodeCode, encodeCode } from '../../shared/recovery/code.ts'
import type { Kit } from '../../shared/recovery/recovery.contract.ts'
import { parseShare, type Share, shareToQrText, shareToWords } from '../../shared/recovery/share.ts'
import { splitSecret } from '../../shared/recovery/split-secret.ts'
import type { KitOpener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { distinctShares } from '../vault/keys/kit-secret.ts'
import type { OpenVault } from '../vault/open-vault.ts'

/** A kit that was made and does not count yet. In the memory of this process only: a crash forgets it. */
export interface PendingKit {
  readonly form: KitForm
  readonly kitId: string
  /** 16 bytes. */
  readonly secret: Uint8Array
  /** Of the form `shares`; otherwise none. */
  readonly shares: readonly Share[]
}

const pending = new WeakMap<OpenVault['database'], PendingKit>()

/** A fresh secret of 128 bits, in the place of one that was not confirmed. */
export async function beginKit({ database }: OpenVault, form: KitForm): Promise<PendingKit> {
  forgetPending({ database })
  const secret = new Uint8Array(randomBytes(16))
  const kitId = randomBytes(4).toString('hex')
  const pieces = form === 'shares' ? await splitSecret(secret) : []
  const kit = { form, kitId, secret, shares: pieces.map((bytes, at) => ({ kitId, index: at + 1, bytes })) }
  // Two may have been begun at once.
  forgetPending({ database })
  pending.set(database, kit)
  return kit
}

/** @throws recovery.not_begun */
export function pendingKit({ database }: OpenVault): PendingKit {
  const kit = pending.get(database)
  if (!kit) throw new RelaisError('recovery.not_begun')
  return kit
}

/** Overwrites its secret. */
export function forgetPending({ database }: Pick<OpenVault, 'database'>): void {
  const kit = pending.get(database)
  if (!kit) return
  for (const bytes of [kit.secret, ...kit.shares.map((share) => share.bytes)]) bytes.fill(0)
  pending.delete(database)
}

/** The pages to print. */
export function printed({ form, kitId, secret, shares }: PendingKit, language: WordLanguage): Kit {
  if (form === 'code') return { form, kitId, code: encodeCode(secret), qr: codeToQrText(secret) }
  const pages = shares.map((share) => ({
    index: share.index,
    words: shareToWords(share, language),
    qr: shareToQrText(share),
  }))
  return { form, kitId, shares: pages }
}

/**
 * Holds what was entered back against what was printed: for shares, all three. Three people keep them, and nobody would
 * see before the day it is needed that one can't be read.
 * @throws recovery.entered_differs, recovery.share_twice and the refusals of a code or a share that can't be read
 */
export function demandEnteredBack(kit: PendingKit, entered: KitOpener): void {
  if ((entered.by === 'code') !== (kit.form === 'code')) throw new RelaisError('recovery.entered_differs')
  if (entered.by === 'code') {
    if (!equalBytes(decodeCode(entered.code), kit.secret)) throw new RelaisError('recovery.entered_differs')
    return
  }
  const shares = distinctShares(entered.shares, (text) => {
    const share = parseShare(text)
    const made = kit.shares[share.index - 1]
    if (share.kitId !== kit.kitId || !made || !equalBytes(share.bytes, made.bytes)) {
      throw new RelaisError('recovery.entered_differs')
    }
    return share
  })
  if (shares.length < kit.shares.length) throw new RelaisError('recovery.entered_differs')
}
