import { type PassphraseAssessment, passphraseMinimum } from '../../shared/vault/vault.contract.ts'
import type { MessageId } from '../i18n/catalogue.ts'

/** A passphrase to be, typed twice. */
export interface NewPassphrase {
  readonly passphrase: string
  readonly repeated: string
}

/** What keeps it from being taken, by field. The vault process has the last word. */
export function passphraseProblems(
  { passphrase, repeated }: NewPassphrase,
  assessment: PassphraseAssessment | null,
): Partial<Record<keyof NewPassphrase, MessageId>> {
  const problem = problemOf(passphrase, assessment)
  return {
    ...(problem && { passphrase: problem }),
    ...(repeated !== passphrase && { repeated: 'vault.create.repeat.differs' as const }),
  }
}

function problemOf(passphrase: string, assessment: PassphraseAssessment | null): MessageId | undefined {
  if ([...passphrase.normalize('NFKC')].length < passphraseMinimum) return 'error.vault.passphrase_too_short'
  return assessment?.problem === 'too_common' ? 'error.vault.passphrase_too_common' : undefined
}
