import { readFile } from 'node:fs/promises'
import { openDatabase } from '../../main/vault/database.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { decodeKeyFile, unwrapKey } from '../../main/vault/keys/key-file.ts'
import { type TestApp, testPassphrase } from './app.ts'

/** Changes the database of an app behind its back, between a lock and an unlock: time, for one, passes for nobody here. */
export async function changeBeneath(app: TestApp, statement: string): Promise<void> {
  await app.preview.application.lock()
  const files = vaultFiles(app.vaultFolder)
  const key = await unwrapKey(decodeKeyFile(await readFile(files.keys, 'utf8')), testPassphrase)
  const database = openDatabase(files.database, key, 'existing')
  database.writer.run(statement)
  database.close()
  await app.call('vault.unlock', { folder: app.vaultFolder, passphrase: testPassphrase })
  await app.page().reload()
}
