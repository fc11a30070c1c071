import type { Locale } from '../../shared/app/app.contract.ts'
import type { PlainDate } from '../../shared/dates.ts'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { practicePassphrase } from '../../shared/practice/practice.contract.ts'
import { recordIfPossible } from '../journal/record.ts'
import { createVault } from '../vault/create-vault.ts'
import { localFolder } from '../vault/folder/folder.ts'
import { inspectFolder } from '../vault/folder/inspect-folder.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { floorParameters } from '../vault/keys/kdf.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { fillForPractice } from './fill-vault.ts'

/** Whoever practises is nobody in particular, so that no card of hers is ever taken for a real one. */
const learner = {
  fr: { name: 'Personne en exercice', organisation: 'Organisme d’exercice', sector: 'community' },
  en: { name: 'Someone practising', organisation: 'Practice organisation', sector: 'community' },
} as const satisfies Record<Locale, object>

export const practiceHandlers: VaultHandlers<'practice'> = {
  'practice.open': async ({ folder: typed, locale }, context) => {
    const folder = localFolder(typed)
    const today = context.today()
    const made = (await inspectFolder(folder)) !== 'vault'
    if (made) {
      await createVault(folder, {
        passphrase: practicePassphrase,
        identity: learner[locale],
        today,
        // It hides nothing: the cheapest that the key file allows.
        kdf: floorParameters(),
        fillForPractice: (writer) => fillForPractice(writer, locale, today),
      })
    }
    context.enter(await unlockPractice(folder, today))
    recordIfPossible(context, {
      action: made ? 'vault.created' : 'vault.unlocked',
      subject: null,
      details: {},
    })
    return {}
  },

  'practice.state': (_, { vault }) => ({ practice: vault.practice }),
}

/** @throws practice.not_practice for a vault that is somebody’s: it is not touched, and the try counts against nobody */
async function unlockPractice(folder: string, today: PlainDate): Promise<OpenVault> {
  try {
    const opener = { by: 'passphrase', passphrase: practicePassphrase } as const
    return await unlockVault(folder, opener, { today, practiceOnly: true })
  } catch (error) {
    throw isRelaisError(error, 'vault.wrong_passphrase') ? new RelaisError('practice.not_practice') : error
  }
}
