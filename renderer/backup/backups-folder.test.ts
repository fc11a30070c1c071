import { expect, it } from 'vitest'
import { backupsBeside } from './backups-folder.ts'

it.each([
  ['/home/a/vault', '/home/a/vault/backups'],
  ['/home/a/vault/', '/home/a/vault/backups'],
  ['/home/a/odd\\name', '/home/a/odd\\name/backups'],
  ['C:\\Users\\a\\vault', 'C:\\Users\\a\\vault\\backups'],
  ['\\\\server\\share\\vault', '\\\\server\\share\\vault\\backups'],
])('looks for the backups of %s in %s', (vault, backups) => {
  expect(backupsBeside(vault)).toBe(backups)
})
