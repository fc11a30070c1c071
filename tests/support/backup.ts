import { readdirSync, readFileSync } from 'node:fs'
import { type BackupRequest, type BackupSource, makeBackup } from '../../main/backup/make-backup.ts'
import { signedHead } from '../../main/journal/journal-heads.store.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import type { Job } from '../../main/vault/handler.ts'
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

/** A quarter past two in the afternoon, where this computer is. */
export const quarterPastTwo = new Date('2026-03-02T14:15:00').getTime()

/** An open vault and a folder for its backups, and what making one takes. */
export async function backedUpVault(): Promise<{
  vault: OpenVault
  folder: string
  request: BackupRequest
}> {
  const vault = await newOpenVault()
  const folder = temporaryFolder()
  return { vault, folder, request: { folder, kind: 'manual', source: sourceOf(vault), now: quarterPastTwo } }
}

/** A backup of a vault with a few cases, as it lies on the disk; the vault stays open. */
export async function newBackup(kind: BackupRequest['kind'] = 'manual') {
  const { vault, folder, request } = await backedUpVault()
  fillWithCases(vault, 20, 'Ville fictive')
  const made = await makeBackup({ ...request, kind })
  return { vault, folder, name: made.name, path: `${folder}/${made.name}`, made }
}

/** Cases enough for a copy to take more than one read. */
export function fillWithCases(vault: OpenVault, count: number, word: string): void {
  vault.writer.transaction(() => {
    for (let n = 0; n < count; n += 1) saveCase(vault, word.repeat(300))
  })
}

export function saveCase({ writer }: OpenVault, body: string): void {
  const id = crypto.randomUUID()
  writer.transaction(() => {
    writer.run(
      `INSERT INTO cases (id, code, status, owner, created_on, updated_on)
       VALUES (?, ?, 'open', 'x', '2026-03-02', '2026-03-02')`,
      id,
      `fictif-${id}`,
    )
    writer.run(
      `INSERT INTO case_sections VALUES (last_insert_rowid(), 'summary', '{}', 'x', '2026-03-02', ?)`,
      body,
    )
  })
}

/** Files that were not finished. */
export const partsIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('.relais-'))

/** Does something at the `step`-th word of progress; `steps` is how many there were. */
export function jobThat(step: number, act: (abort: () => void) => void): Job & { steps: () => number } {
  const controller = new AbortController()
  let steps = 0
  return {
    signal: controller.signal,
    onProgress: () => {
      steps += 1
      if (steps === step) act(() => controller.abort())
    },
    steps: () => steps,
  }
}
