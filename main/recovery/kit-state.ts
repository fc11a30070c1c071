import type { Out } from '../../shared/contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { keepKeys } from '../vault/keys/key-change.ts'
import { kitSlotOf } from '../vault/keys/key-file.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { datesOfKit, dueOn } from './kit-dates.ts'

/**
 * The kit that opens a vault, if any, and when it is due for its yearly proof. One whose dates are not known (the database
 * was restored from before it was made, or the clock was wrong then) is due today.
 */
export async function kitState(vault: OpenVault, today: PlainDate): Promise<Out<'recovery.state'>> {
  const slot = kitSlotOf(await keepKeys(vault))
  if (!slot) return { kit: null, dueOn: null }
  const { form, kitId } = slot
  const dates = datesOfKit(vault.reader, kitId, today)
  if (!dates) return { kit: { form, kitId, madeOn: today, checkedOn: today }, dueOn: today }
  const { madeOn, checkedOn } = dates
  return { kit: { form, kitId, madeOn, checkedOn }, dueOn: dueOn(dates) }
}
