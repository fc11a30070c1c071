import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import type { KitOpener } from '../../shared/vault/opener.ts'
import { demandCurrent } from '../vault/keys/change-passphrase.ts'
import { changeKeys } from '../vault/keys/key-change.ts'
import { isPassphraseSlot } from '../vault/keys/key-file.ts'
import { type RecoverySlot, wrapForKit } from '../vault/keys/key-slot.ts'
import { commitmentTo } from '../vault/keys/kit-secret.ts'
import { demandOpen, type OpenVault } from '../vault/open-vault.ts'
import { putDatesOfKit } from './kit-dates.ts'
import { demandEnteredBack, forgetPending, type PendingKit, pendingKit } from './pending-kit.ts'

export interface EnteredBack {
  /** As it was read from the paper. */
  readonly kit: KitOpener
  /** The passphrase that opens the vault now. */
  readonly current: string
  readonly today: PlainDate
}

/**
 * What was printed has been entered back: its slot takes the place of the one before, in one change of the key file.
 * @returns the id of the kit that counts from now on
 * @throws recovery.not_begun, recovery.entered_differs, what was wrong with what was entered, and what `demandCurrent` throws
 */
export async function confirmKit(vault: OpenVault, entered: EnteredBack): Promise<string> {
  const { current, today } = entered
  const kit = pendingKit(vault)
  demandEnteredBack(kit, entered.kit)
  await demandCurrent(vault, current)
  // Another may have been begun, or this one abandoned, which wipes it.
  if (pendingKit(vault) !== kit) throw new RelaisError('recovery.not_begun')
  const { kitId } = kit
  const slot = slotOf(kit, vault)
  // First: a power cut after the change of the key file must not leave a kit of which nothing is known.
  putDatesOfKit(vault.writer, { kitId, madeOn: today, checkedOn: today })
  await changeKeys(vault, (keyFile) => {
    demandOpen(vault)
    return { ...keyFile, slots: [...keyFile.slots.filter(isPassphraseSlot), slot] }
  })
  forgetPending(vault)
  return kitId
}

function slotOf({ form, kitId, secret, shares }: PendingKit, { key, vaultId }: OpenVault): RecoverySlot {
  const kind = 'recovery'
  if (form === 'code') return wrapForKit(key, secret, vaultId, { kind, form, kitId })
  const [first, second, third] = shares.map(commitmentTo)
  if (!first || !second || !third) throw new RelaisError('app.unexpected')
  return wrapForKit(key, secret, vaultId, { kind, form, kitId, commitments: [first, second, third] })
}
