import { cardName, type Identity } from '../../shared/members/members.contract.ts'
import { type PassphraseAssessment, passphraseMinimum } from '../../shared/vault/vault.contract.ts'
import type { MessageId } from '../i18n/catalogue.ts'

/** What the form holds. */
export interface NewVault {
  readonly name: string
  readonly organisation: string
  readonly sector: Identity['sector'] | null
  readonly passphrase: string
  readonly repeated: string
  readonly folder: string
}
export type NewVaultField = keyof NewVault

/** What keeps a vault from being created, by field. The vault process has the last word on all of it. */
export function problemsOf(
  vault: NewVault,
  assessment: PassphraseAssessment | null,
): Partial<Record<NewVaultField, MessageId>> {
  const passphrase = passphraseProblem(vault.passphrase, assessment)
  return {
    ...(!cardName.safeParse(vault.name).success && { name: 'vault.create.name.missing' }),
    ...(!cardName.safeParse(vault.organisation).success && {
      organisation: 'vault.create.organisation.missing',
    }),
    ...(vault.sector === null && { sector: 'vault.create.sector.missing' }),
    ...(passphrase && { passphrase }),
    ...(vault.repeated !== vault.passphrase && { repeated: 'vault.create.repeat.differs' }),
    ...(vault.folder.trim() === '' && { folder: 'vault.folder.missing' }),
  }
}

function passphraseProblem(
  passphrase: string,
  assessment: PassphraseAssessment | null,
): MessageId | undefined {
  if ([...passphrase.normalize('NFKC')].length < passphraseMinimum) return 'error.vault.passphrase_too_short'
  return assessment?.problem === 'too_common' ? 'error.vault.passphrase_too_common' : undefined
}
