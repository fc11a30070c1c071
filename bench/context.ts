import type { VaultContext } from '../main/vault/handler.ts'
import type { OpenVault } from '../main/vault/open-vault.ts'

/** What a handler is given in the vault process, on a day that stands still. */
export const contextOf = (vault: OpenVault): VaultContext => ({
  vault,
  now: () => Date.parse('2026-01-05T12:00:00Z'),
  today: () => '2026-01-05',
  enter: () => undefined,
  runJob: () => Promise.reject(new Error('no job is run here')),
  cancelJob: () => undefined,
})
