import { testPassphrase } from '../support/app.ts'
import { codeOnSheet, handsOn, word } from './hands.ts'
import type { TourStep } from './tour.ts'

const newPassphrase = 'lampe grise escalier moutarde lundi'

/** What stands on the paper in the drawer, once she has made another kit. */
let paper = ''

/** Journey 8: a backup, a forgotten passphrase, a computer that is gone. */
export const care: readonly TourStep[] = [
  {
    journey: 8,
    title: 'the caseworker makes a backup, which is reopened and counted',
    run: async (tour) => {
      const app = tour.show(tour.caseworker)
      const { press, see } = handsOn(app)
      await press(word('app.nav.settings'))
      await press(word('settings.nav.backup'))
      await press(word('backup.now'))
      await see(word('backup.now.saved'))
    },
  },
  {
    journey: 8,
    title: 'she makes a new recovery kit; the one before it is dead',
    run: async ({ caseworker }) => {
      const { press, write, see } = handsOn(caseworker)
      await press(word('settings.nav.recovery'))
      await press(word('recovery.settings.renew'))
      await caseworker
        .page()
        .getByRole('radio', { name: word('recovery.form.code') })
        .check()
      await press(word('recovery.begin'))
      paper = await codeOnSheet(caseworker)
      await press(word('recovery.print.done'))
      await write(word('recovery.code'), paper)
      await write(word('recovery.enter.current'), testPassphrase)
      await press(word('recovery.enter.confirm'))
      await see(word('recovery.done.title'))
    },
  },
  {
    journey: 8,
    title: 'the journal says who did what, and that nothing was cut from it',
    run: async ({ caseworker }) => {
      const { press, see } = handsOn(caseworker)
      await press(word('app.nav.journal'))
      await press(word('journal.verify'))
      await see(/suivent/)
    },
  },
  {
    journey: 8,
    title: 'she has forgotten her passphrase: the kit opens the vault with a new one',
    run: async (tour) => {
      const { press, write, see } = handsOn(tour.caseworker)
      const next = tour.caseworker.nextPage()
      await press(word('app.lock'))
      await next
      await press(word('vault.unlock.forgotten'))
      await write(word('recovery.code'), paper)
      await write(word('vault.newPassphrase'), newPassphrase)
      await write(word('vault.newPassphrase.repeat'), newPassphrase)
      await press(word('vault.recover.open'))
      await see(word('recovery.title.after'))
    },
  },
  {
    journey: 8,
    title: 'on another computer her backup shows what is in it, and is restored beside the vault',
    run: async ({ caseworker }) => {
      const { press, write, see } = handsOn(caseworker)
      const next = caseworker.nextPage()
      await press(word('app.lock'))
      await next
      await press(word('vault.unlock.another'))
      await press(word('vault.restore'))
      // The folder beside the vault opened last is proposed, and looked into at once.
      await caseworker
        .page()
        .getByRole('button', { name: /^Choisir la sauvegarde du/ })
        .first()
        .click()
      // It opens with the passphrase of the day on which it was made.
      await write(word('vault.passphrase'), testPassphrase)
      await press(word('backup.look.open'))
      await see(word('backup.place.title'))
      await press(word('backup.place.restore'))
      await see(word('backup.restored.title'))
    },
  },
]
