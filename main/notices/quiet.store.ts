import { z } from 'zod'
import { type PlainDate, plainDate } from '../../shared/dates.ts'
import type { NoticeCode } from '../../shared/notices/notices.contract.ts'
import type { Reader, Writer } from '../vault/database.ts'
import { putSetting, settingOf } from '../vault/settings.store.ts'

const name = 'notices.quiet_until'
const stored = z.record(z.string(), plainDate)

/** Until which day a reminder was asked to be quiet, or null. */
export const quietUntil = (db: Reader, code: NoticeCode): PlainDate | null =>
  settingOf(db, name, stored)?.[code] ?? null

export function putQuiet(db: Writer, code: NoticeCode, until: PlainDate): void {
  putSetting(db, name, { ...settingOf(db, name, stored), [code]: until })
}
