import { addDays, dayOf } from '../../shared/dates.ts'
import type { NoticeCode } from '../../shared/notices/notices.contract.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { resetDay } from '../vault/last-seen.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { foundAtEntry } from './found-at-entry.ts'
import { putQuiet, quietUntil } from './quiet.store.ts'
import { reminders } from './reminders.ts'

/** Read: not again while this vault is open. */
const read = new WeakMap<OpenVault, Set<NoticeCode>>()

/** A reminder that was read comes back: a month is long enough not to nag, short enough not to be forgotten. */
const quietDays = 30
const quietable: readonly NoticeCode[] = ['recovery_missing', 'recovery_due', 'backup_overdue']

export const noticesHandlers: VaultHandlers<'notices'> = {
  'notices.list': async (_, context) => {
    const { vault } = context
    const all = [...foundAtEntry(vault), ...(await reminders(context))]
    const today = context.today()
    const isQuiet = (code: NoticeCode): boolean => {
      const until = quietUntil(vault.reader, code) ?? ''
      // Further off than was ever asked for: it was under a wrong clock.
      return until > today && until <= addDays(today, quietDays)
    }
    return { notices: all.filter(({ code }) => !read.get(vault)?.has(code) && !isQuiet(code)) }
  },

  'notices.dismiss': ({ code }, { vault, today }) => {
    read.set(vault, (read.get(vault) ?? new Set()).add(code))
    if (quietable.includes(code)) putQuiet(vault.writer, code, addDays(today(), quietDays))
    return {}
  },

  'notices.trustClock': (_, { vault, now }) => {
    resetDay(vault.writer, dayOf(now()))
    read.set(vault, (read.get(vault) ?? new Set()).add('clock_set_back'))
    return {}
  },
}
