import type { PlainDate } from '../../shared/dates.ts'
import { RelaisError } from '../../shared/errors.ts'
import { equalBytes } from '../../shared/packet/bytes.ts'
import type { KitOpener } from '../../shared/vault/opener.ts'
import { vaultFiles } from '../vault/folder/files.ts'
import { keepKeys } from '../vault/keys/key-change.ts'
import { kitSlotOf } from '../vault/keys/key-file.ts'
import { readKeys, unwrapWith } from '../vault/keys/key-store.ts'
import { shareOfKit } from '../vault/keys/kit-secret.ts'
import { demandOpen, type OpenVault } from '../vault/open-vault.ts'
import { datesOfKit, putDatesOfKit } from './kit-dates.ts'

/**
 * Proves that a kit opens this very vault, and puts off its next proof by a year.
 * @returns the id of the kit
 * @throws recovery.no_kit, recovery.wrong and the refusals of a code or a share
 */
export async function checkKit(vault: OpenVault, kit: KitOpener, today: PlainDate): Promise<string> {
  const keyFile = await keepKeys(vault)
  const slot = kitSlotOf(keyFile)
  if (!slot) throw new RelaisError('recovery.no_kit')
  const key = await unwrapWith(keyFile, kit)
  demandOpen(vault)
  const same = equalBytes(key, vault.key)
  key.fill(0)
  if (!same) throw new RelaisError('recovery.wrong')
  const { kitId } = slot
  const madeOn = datesOfKit(vault.reader, kitId, today)?.madeOn ?? today
  putDatesOfKit(vault.writer, { kitId, madeOn, checkedOn: today })
  return kitId
}

/**
 * One share alone, held against the kit that opens the vault in `folder`. One share opens nothing, so neither does this.
 * @returns its index
 * @throws recovery.no_kit, recovery.share_malformed, recovery.share_of_another_kit and what `readKeys` throws
 */
export async function checkShare(folder: string, entered: string): Promise<number> {
  const { keyFile } = await readKeys(vaultFiles(folder))
  const slot = kitSlotOf(keyFile)
  if (slot?.form !== 'shares') throw new RelaisError('recovery.no_kit')
  const { index, bytes } = shareOfKit(slot, entered)
  bytes.fill(0)
  return index
}
