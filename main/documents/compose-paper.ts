import type { PlainDate } from '../../shared/dates.ts'
import type { DocumentChoice } from '../../shared/documents/documents.contract.ts'
import type { Paper } from '../../shared/documents/paper.ts'
import { printable } from '../../shared/documents/printable.ts'
import { documentWords } from '../../shared/documents/words.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { caseSheet, trajectoryPaper } from './case-paper.ts'
import { referralLetter } from './letter-paper.ts'

/**
 * What would be on the paper, free of anything that could hide in it.
 * @throws cases.not_found; for a letter also cases.not_owner, referrals.not_found, consent.…
 */
export function composePaper(vault: OpenVault, choice: DocumentChoice, today: PlainDate): Paper {
  const paper = cleaned(draft(vault, choice, today))
  // Once it is on paper, no banner says any more that none of it is real; and who learns on it learns to look after paper.
  return vault.practice
    ? { ...paper, mark: `${documentWords.exercise[paper.locale]} · ${paper.mark}` }
    : paper
}

function draft(vault: OpenVault, choice: DocumentChoice, today: PlainDate): Paper {
  switch (choice.kind) {
    case 'case-sheet':
      return caseSheet(vault, choice, today)
    case 'referral-letter':
      return referralLetter(vault, choice, today)
    case 'trajectory':
      return trajectoryPaper(vault, choice, today)
  }
}

/** Every text of a paper, wherever it stands: a block that is added later can’t be forgotten. */
function cleaned<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T
  if (Array.isArray(value)) return value.map(cleaned) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleaned(part)])) as T
}
