import { RelaisError } from '../../shared/errors.ts'
import { recordIfPossible } from '../journal/record.ts'
import { createVault } from './create-vault.ts'
import { vaultFiles } from './folder/files.ts'
import { localFolder } from './folder/folder.ts'
import { inspectFolder } from './folder/inspect-folder.ts'
import type { VaultHandlers } from './handler.ts'
import { guardAttempt, secondsToWait } from './keys/attempts.ts'
import { changePassphrase, demandCurrent } from './keys/change-passphrase.ts'
import { calibratedParameters } from './keys/kdf.ts'
import { changeKeys, keepKeys } from './keys/key-change.ts'
import { kitSlotOf } from './keys/key-file.ts'
import { readKeys } from './keys/key-store.ts'
import { assessPassphrase, demandPassphrase } from './keys/passphrase.ts'
import { afterFailures, demandOpen } from './open-vault.ts'
import { unlockVault } from './unlock-vault.ts'

export const vaultHandlers: VaultHandlers<'vault'> = {
  'vault.inspect': async ({ folder: typed }) => {
    const folder = localFolder(typed)
    const holds = await inspectFolder(folder)
    if (holds !== 'vault') return { holds, kit: null, waitSeconds: 0 }
    const files = vaultFiles(folder)
    const found = await readKeys(files).catch(() => null)
    const kit = found && kitSlotOf(found.keyFile)
    return { holds, kit: kit?.form ?? null, waitSeconds: await secondsToWait(files) }
  },

  'vault.assessPassphrase': ({ passphrase, hints }) => assessPassphrase(passphrase, hints),

  'vault.create': async ({ folder: typed, passphrase, identity }, context) => {
    const folder = localFolder(typed)
    await demandPassphrase(passphrase, [identity.name, identity.organisation])
    const kdf = await calibratedParameters()
    const today = context.today()
    await createVault(folder, { passphrase, identity, today, kdf })
    context.enter(await unlockVault(folder, { by: 'passphrase', passphrase }, { today }))
    recordIfPossible(context, { action: 'vault.created', subject: null, details: {} })
    return {}
  },

  'vault.unlock': async ({ folder: typed, passphrase, jobId }, context) => {
    const folder = localFolder(typed)
    const today = context.today()
    const unlock = (onProgress?: (done: number, total: number) => void) =>
      guardAttempt(vaultFiles(folder), async (failed) =>
        afterFailures(
          await unlockVault(folder, { by: 'passphrase', passphrase }, { today, onProgress }),
          failed,
        ),
      )
    context.enter(await (jobId ? context.runJob(jobId, (job) => unlock(job.onProgress)) : unlock()))
    const { failedAttempts } = context.vault.findings
    recordIfPossible(context, { action: 'vault.unlocked', subject: null, details: { failedAttempts } })
    return {}
  },

  'vault.changePassphrase': async ({ current, next }, context) => {
    const { me, practice } = context.vault
    // It opens without being asked for one: under another it would be shut for good.
    if (practice) throw new RelaisError('practice.fixed_passphrase')
    await demandPassphrase(next, [me.name, me.organisation])
    await changePassphrase(context.vault, { current, next }, await calibratedParameters())
    recordIfPossible(context, { action: 'vault.passphrase_changed', subject: null, details: {} })
    return {}
  },

  'vault.protection': async (_, context) => {
    const { eraseAfter } = await keepKeys(context.vault)
    return { eraseAfter }
  },

  'vault.setProtection': async ({ eraseAfter, current }, context) => {
    const { vault } = context
    await demandCurrent(vault, current)
    await changeKeys(vault, (keyFile) => {
      demandOpen(vault)
      return { ...keyFile, eraseAfter }
    })
    // The key file has changed: what the journal refuses must not be told as a change that was not made.
    recordIfPossible(context, {
      action: 'vault.protection_changed',
      subject: null,
      details: { eraseAfter: eraseAfter ?? 0 },
    })
    return {}
  },
}
