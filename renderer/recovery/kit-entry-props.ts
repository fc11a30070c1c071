import type { KitOpener } from '../../shared/vault/opener.ts'

/** What the entry of a code and that of shares have in common. */
export interface KitEntryProps {
  /** Folder of the vault that each share is held against at once; null for a kit that does not count yet. */
  readonly checkIn: string | null
  /** Number of a kit that was just printed: all three of its shares are asked for. Otherwise any two do. */
  readonly freshKit?: string | undefined
  /** What was read, once it is whole; null while it is not. */
  readonly onChange: (kit: KitOpener | null) => void
  /** Someone went on without it: what is missing is said beside its field. */
  readonly missing: boolean
}
