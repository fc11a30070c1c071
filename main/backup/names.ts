import { createHash, randomBytes } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { backupFileName, backupKind, backupName } from '../../shared/backup/backup.contract.ts'

export type BackupKind = z.infer<typeof backupKind>

const kindInName = { manual: '', automatic: '-auto', update: '-update' } as const satisfies Record<
  BackupKind,
  string
>

/** `relais-20260302-141500-auto-3f9c.relais-backup`: sorts by the hour that the person saw, and tells why it was made. */
export function newBackupName(madeAt: number, kind: BackupKind): string {
  const { year, month, day, hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(
    madeAt,
  ).toZonedDateTimeISO(Temporal.Now.timeZoneId())
  const two = (value: number): string => String(value).padStart(2, '0')
  const stamp = `${year}${two(month)}${two(day)}-${two(hour)}${two(minute)}${two(second)}`
  return `relais-${stamp}${kindInName[kind]}-${randomBytes(2).toString('hex')}.relais-backup`
}

/** A name that Relais gave. */
export const isBackupName = (name: string): boolean => backupName.safeParse(name).success

/** Also one that a person gave to a copy. */
export const isBackupFileName = (name: string): boolean => backupFileName.safeParse(name).success

const stamped = /^relais-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(-auto|-update)?-/

/** What a name says of a backup whose head can't be read; null for one that somebody else gave. */
export function saidByName(name: string): { madeAt: number; kind: BackupKind } | null {
  const [, year, month, day, hour, minute, second, mark = ''] = stamped.exec(name) ?? []
  const kind = backupKind.options.find((option) => kindInName[option] === mark)
  if (!year || !kind) return null
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = [year, month, day, hour, minute, second].map(Number)
  return { madeAt: new Date(y, mo - 1, d, h, mi, s).getTime(), kind }
}

/** Whether a name is one that a backup of this kind is given here, to the letter. */
export const isOwnName = (name: string, kind: BackupKind): boolean =>
  new RegExp(`^relais-\\d{8}-\\d{6}${kindInName[kind]}-[0-9a-f]{4}\\.relais-backup$`).test(name)

/** The same for every unfinished file of one vault, and says nothing of it. */
const partPrefix = (vaultId: string): string =>
  `.relais-${createHash('sha256').update(`relais part ${vaultId}`).digest('hex').slice(0, 8)}`

/** A file that is not a backup yet. */
export const newPartName = (vaultId: string): string =>
  `${partPrefix(vaultId)}${randomBytes(8).toString('hex')}.part`

/**
 * Whether an earlier run left it behind, SQLite's own files beside it included. Of this vault only: another one's backup
 * may be under way in the same folder, while this vault is open in one process at a time.
 */
export const isPartOf = (name: string, vaultId: string): boolean =>
  name.startsWith(partPrefix(vaultId)) && /^\.relais-[0-9a-f]{24}\.part(?:-(?:journal|wal|shm))?$/.test(name)
