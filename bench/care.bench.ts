import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeBackup } from '../main/backup/make-backup.ts'
import { vaultFiles } from '../main/vault/folder/files.ts'
import { quickCheck } from '../main/vault/integrity.store.ts'
import type { OpenVault } from '../main/vault/open-vault.ts'
import { plainTwin, type Twins } from './library.ts'
import { compare, type Durations, interleave, type Row, timed } from './measure.ts'
import { runWhole } from './whole-process.ts'

/** A backup is copied out, reopened, checked, counted, poured into its file and read again; `cp` only copies. */
export async function backupBench(
  { encrypted, plain }: Twins,
  folder: string,
  rounds: number,
): Promise<Row[]> {
  for (const twin of [encrypted, plain]) twin.database.raw.pragma('wal_checkpoint(TRUNCATE)')
  const backups = join(folder, 'backups')
  const { database } = vaultFiles(encrypted.folder)
  const measured = await interleave(rounds, {
    backup: async () => {
      await mkdir(backups)
      const took = [await timed(() => backUp(encrypted, backups))]
      await rm(backups, { recursive: true })
      return took
    },
    vacuum: () => vacuum(encrypted, folder),
    plainVacuum: () => vacuum(plain, folder),
    cp: async () => [await timed(() => runWhole('cp', [database, join(folder, 'copied.db')]))],
    check: async () => [await timed(() => quickCheck(encrypted.database))],
    plainCheck: async () => [await timed(() => quickCheck(plain.database))],
  })
  const { backup, cp, plainVacuum, check, plainCheck } = measured
  return [
    compare('backup, verified twice', backup, 'cp of the same database', cp),
    compare('backup, verified twice', backup, 'VACUUM INTO without encryption', plainVacuum),
    compare('of it, the part that lets nothing else through', measured.vacuum, 'the whole backup', backup),
    compare('quick check at unlock', check, 'cp of the same database', cp),
    compare('quick check at unlock', check, plainTwin, plainCheck),
  ]
}

async function backUp(vault: OpenVault, folder: string): Promise<void> {
  const { database, key, vaultId, me } = vault
  const keyFile = await readFile(vaultFiles(vault.folder).keys, 'utf8')
  const source = { database, key, keyFile, vaultId, owner: me }
  await makeBackup({ folder, kind: 'manual', source, now: Date.parse('2026-01-05T12:00:00Z') })
}

async function vacuum({ database }: OpenVault, folder: string): Promise<Durations> {
  const copy = join(folder, 'vacuum.db')
  const took = await timed(() => database.raw.prepare('VACUUM INTO ?').run(copy))
  await rm(copy)
  return [took]
}
