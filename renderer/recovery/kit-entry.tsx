import type { KitOpener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { CodeEntry } from './code-entry.tsx'
import { SharesEntry } from './shares-entry.tsx'

export interface KitEntryProps {
  /** Folder of the vault that each share is held against at once; null for a kit that does not count yet. */
  readonly checkIn: string | null
  /** What was read, once it is whole; null while it is not. */
  readonly onChange: (kit: KitOpener | null) => void
  /** Someone went on without it: what is missing is said beside its field. */
  readonly missing: boolean
}

/** A kit as a person reads it from its paper: typed, pasted or scanned. */
export function KitEntry({ form, ...props }: KitEntryProps & { readonly form: KitForm }) {
  return form === 'code' ? <CodeEntry {...props} /> : <SharesEntry {...props} />
}
