import type { KitOpener, Opener } from '../../shared/vault/opener.ts'

/** What is being typed to open a backup or a damaged vault, whichever way was chosen. */
export interface Entered {
  readonly by: Opener['by']
  readonly passphrase: string
  /** Null until all of a kit is there. */
  readonly kit: KitOpener | null
}

export const nothingEntered: Entered = { by: 'passphrase', passphrase: '', kit: null }

/** What opens, or null while something of it is missing. What was typed for another way stays out of it. */
export function openerOf({ by, passphrase, kit }: Entered): Opener | null {
  if (by === 'passphrase') return passphrase === '' ? null : { by, passphrase }
  return kit?.by === by ? kit : null
}
