/** Where the backups of a vault go until a better place is chosen (see `main/vault/folder/files.ts`), as its system writes paths. */
export function backupsBeside(vaultFolder: string): string {
  const separator = vaultFolder.includes('\\') && !vaultFolder.startsWith('/') ? '\\' : '/'
  return `${vaultFolder.replace(/[\\/]+$/, '')}${separator}backups`
}
