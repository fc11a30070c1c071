import { readFileSync } from 'node:fs'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { decodeKeyFile, unwrapKey } from '../../main/vault/keys/key-file.ts'
import { openPages } from '../../main/vault/pages/page-file.ts'
import { pageCipher } from '../../main/vault/pages/page-proof.ts'
import { readTreePage } from '../../main/vault/pages/tree-pages.ts'
import { openBeneath, testPassphrase } from './vault.ts'

/** The pages of each table and index of a closed vault, its root first. */
export type PagesByTable = ReadonlyMap<string, readonly number[]>

export async function pagesByTable(folder: string): Promise<PagesByTable> {
  const files = vaultFiles(folder)
  const key = await unwrapKey(decodeKeyFile(readFileSync(files.keys, 'utf8')), testPassphrase)
  const database = await openBeneath(folder)
  const roots = database.reader.all<{ name: string; root: number }>(
    'SELECT name, rootpage AS root FROM sqlite_schema WHERE rootpage > 0',
  )
  database.close()
  const pages = openPages(files.database)
  const cipher = pageCipher(key, pages.salt)
  const treeOf = (root: number): number[] => {
    const page = pages.read(root)
    const tree = page && readTreePage(cipher.decrypted(page, root), root)
    return [root, ...(tree?.children.flatMap(treeOf) ?? [])]
  }
  const found = new Map(roots.map(({ name, root }) => [name, treeOf(root)]))
  found.set('sqlite_schema', treeOf(1))
  pages.close()
  return found
}
