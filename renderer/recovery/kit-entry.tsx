import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { CodeEntry } from './code-entry.tsx'
import type { KitEntryProps } from './kit-entry-props.ts'
import { SharesEntry } from './shares-entry.tsx'

/** A kit as a person reads it from its paper: typed, pasted or scanned. */
export function KitEntry({ form, ...props }: KitEntryProps & { readonly form: KitForm }) {
  return form === 'code' ? <CodeEntry {...props} /> : <SharesEntry {...props} />
}
