import { RelaisError } from '../../shared/errors.ts'
import { recordIfPossible } from '../journal/record.ts'
import { localFolder } from '../vault/folder/folder.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { checkKit, checkShare } from './check-kit.ts'
import { confirmKit } from './confirm-kit.ts'
import { kitState } from './kit-state.ts'
import { beginKit, forgetPending, printed } from './pending-kit.ts'
import { recoverVault } from './recover-vault.ts'

export const recoveryHandlers: VaultHandlers<'recovery'> = {
  'recovery.state': (_, context) => kitState(context.vault, context.today()),

  'recovery.begin': async ({ form, locale }, context) => {
    // Whoever used one would set a passphrase, and the program could not open the vault by itself any more.
    if (context.vault.practice) throw new RelaisError('practice.no_kit')
    return printed(await beginKit(context.vault, form), locale === 'en' ? 'en' : 'fr')
  },

  'recovery.confirm': async ({ kit, current }, context) => {
    const kitId = await confirmKit(context.vault, { kit, current, today: context.today() })
    recordIfPossible(context, { action: 'recovery.kit_made', subject: null, details: { kitId } })
    return {}
  },

  'recovery.abandon': (_, context) => {
    forgetPending(context.vault)
    return {}
  },

  'recovery.check': async ({ kit }, context) => {
    const kitId = await checkKit(context.vault, kit, context.today())
    recordIfPossible(context, { action: 'recovery.kit_checked', subject: null, details: { kitId } })
    return {}
  },

  'recovery.checkShare': async ({ folder, share }) => ({
    index: await checkShare(localFolder(folder), share),
  }),

  'recovery.recover': async ({ folder, kit, passphrase }, context) => {
    const recovery = { kit, passphrase, today: context.today() }
    context.enter(await recoverVault(localFolder(folder), recovery))
    const { failedAttempts } = context.vault.findings
    recordIfPossible(context, { action: 'recovery.recovered', subject: null, details: { failedAttempts } })
    return {}
  },
}
