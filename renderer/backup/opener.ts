import type { Opener } from '../../shared/vault/opener.ts'

/** What is being typed to open a backup or a damaged vault, whichever way was chosen. */
export interface Entered {
  readonly by: Opener['by']
  readonly passphrase: string
  readonly code: string
  readonly shares: readonly [string, string]
}

export const nothingEntered: Entered = { by: 'passphrase', passphrase: '', code: '', shares: ['', ''] }

/** What opens, or null while something of it is missing. What is typed for another way stays out of it. */
export function openerOf({ by, passphrase, code, shares }: Entered): Opener | null {
  switch (by) {
    case 'passphrase':
      return passphrase === '' ? null : { by, passphrase }
    case 'code':
      return code.trim() === '' ? null : { by, code }
    case 'shares':
      return shares.some((share) => share.trim() === '') ? null : { by, shares: [...shares] }
  }
}
