import { handsOn, word } from '../tour/hands.ts'
import { type TestApp, testPassphrase } from './app.ts'
import { backupJourney } from './backup-journey.ts'

/** What whoever restores a backup does again and again, in French. */
export function restoreJourney(app: () => TestApp) {
  const journey = backupJourney(app)
  const { page, heading, untilLocked } = journey
  return {
    ...journey,
    /** At the gate, the way of someone who has no vault in hand any more: another vault, a backup. */
    goRestore: async (): Promise<void> => {
      await untilLocked(() => app().call('vault.lock', {}))
      await handsOn(app()).press(word('vault.unlock.another'))
      await handsOn(app()).press(word('vault.restore'))
      await heading(word('backup.restore.title')).waitFor()
    },
    lookIn: async (folder: string): Promise<void> => {
      await handsOn(app()).write(word('backup.restore.folder'), folder)
      await page()
        .getByRole('button', {
          name: new RegExp(`${word('backup.restore.look')}|${word('backup.restore.again')}`),
        })
        .click()
    },
    chooseFirst: (): Promise<void> =>
      page()
        .getByRole('button', { name: /^Choisir la sauvegarde du/ })
        .first()
        .click(),
    open: async (passphrase = testPassphrase): Promise<void> => {
      await handsOn(app()).write(word('vault.passphrase'), passphrase)
      await handsOn(app()).press(word('backup.look.open'))
    },
    restoreInto: async (folder: string): Promise<void> => {
      await handsOn(app()).write(word('backup.place.folder'), folder)
      await handsOn(app()).press(word('backup.place.restore'))
    },
  }
}
