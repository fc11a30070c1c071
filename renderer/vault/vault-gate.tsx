import type { Out } from '../../shared/contract.ts'
/** What stands before the vault: create one, unlock one, or be told why neither can be. */
export function VaultGate({ state }: { state: Out<'app.state'> }) {
  return <main>{state.version}</main>
}
