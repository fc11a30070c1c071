import type { Out } from '../../shared/contract.ts'

export type ListedBackup = Out<'backup.list'>['backups'][number]

/** One of the backups, and the folder in which it is. */
export interface ChosenBackup {
  readonly folder: string
  readonly backup: ListedBackup
}
