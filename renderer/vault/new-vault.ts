import { cardName, type Identity } from '../../shared/members/members.contract.ts'
import type { PassphraseAssessment } from '../../shared/vault/vault.contract.ts'
import type { MessageId } from '../i18n/catalogue.ts'
import { type NewPassphrase, passphraseProblems } from './new-passphrase.ts'

/** What the form holds. */
export interface NewVault extends NewPassphrase {
  readonly name: string
  readonly organisation: string
  readonly sector: Identity['sector'] | null
  readonly folder: string
}
export type NewVaultField = keyof NewVault

/** What keeps a vault from being created, by field. The vault process has the last word on all of it. */
export function problemsOf(
  vault: NewVault,
  assessment: PassphraseAssessment | null,
): Partial<Record<NewVaultField, MessageId>> {
  return {
    ...(!cardName.safeParse(vault.name).success && { name: 'vault.create.name.missing' }),
    ...(!cardName.safeParse(vault.organisation).success && {
      organisation: 'vault.create.organisation.missing',
    }),
    ...(vault.sector === null && { sector: 'vault.create.sector.missing' }),
    ...passphraseProblems(vault, assessment),
    ...(vault.folder.trim() === '' && { folder: 'vault.folder.missing' }),
  }
}
