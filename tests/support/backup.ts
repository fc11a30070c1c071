import { readFileSync } from 'node:fs'
import type { BackupRequest, BackupSource } from '../../main/backup/make-backup.ts'
import { signedHead } from '../../main/journal/journal-heads.store.ts'
import { vaultFiles } from '../../main/vault/files.ts'
import type { OpenVault } from '../../main/vault/open-vault.ts'
import { newOpenVault, temporaryFolder } from './vault.ts'

/** What a backup of an open vault is made from. */
export const sourceOf = (vault: OpenVault): BackupSource => ({
  database: vault.database,
  key: vault.key,
  keyFile: readFileSync(vaultFiles(vault.folder).keys, 'utf8'),
  vaultId: vault.vaultId,
  owner: vault.me,
  signHead: () => signedHead(vault),
})

/** An open vault and a folder for its backups, and what making one takes. */
export async function backedUpVault(): Promise<{
  vault: OpenVault
  folder: string
  request: BackupRequest
}> {
  const vault = await newOpenVault()
  const folder = temporaryFolder()
  const now = new Date('2026-03-02T14:15:00').getTime()
  return { vault, folder, request: { folder, kind: 'manual', source: sourceOf(vault), now } }
}

/** Cases enough for a copy to take more than one read. */
export function fillWithCases(vault: OpenVault, count: number, word: string): void {
  vault.writer.transaction(() => {
    for (let n = 1; n <= count; n += 1) {
      vault.writer.run(
        `INSERT INTO cases (id, code, status, owner, created_on, updated_on) VALUES (?, ?, 'open', 'x', '2026-03-02', '2026-03-02')`,
        crypto.randomUUID(),
        `dossier-fictif-${n}`,
      )
      vault.writer.run(
        `INSERT INTO case_sections VALUES (last_insert_rowid(), 'summary', '{}', 'x', '2026-03-02', ?)`,
        `${word} `.repeat(500),
      )
    }
  })
}
