import { coalitionSectors } from '../../shared/vocab/members.ts'
import { type TestApp, testPassphrase } from '../support/app.ts'
import { codeOnSheet, handsOn, term, word } from './hands.ts'
import type { TourStep } from './tour.ts'

export const caseworkerName = 'Camille Exemple'
export const colleagueName = 'Dominique Exemple'

async function createVaultByHand(app: TestApp, name: string, organisation: string): Promise<void> {
  const { press, write, pick, see } = handsOn(app)
  await press(word('vault.welcome.create'))
  await write(word('vault.create.name'), name)
  await write(word('vault.create.organisation'), organisation)
  await pick(word('vault.create.sector'), term(coalitionSectors, 'community'))
  await write(word('vault.passphrase'), testPassphrase)
  await write(word('vault.create.repeat'), testPassphrase)
  await press(word('vault.create.create'))
  await see(word('recovery.title.first'))
}

/** The kit of one code, read off the sheet as from paper. The tour prints nothing. */
async function enterKitBack(app: TestApp): Promise<void> {
  const { press, write, see } = handsOn(app)
  await press(word('recovery.begin'))
  const code = await codeOnSheet(app)
  await press(word('recovery.print.done'))
  await write(word('recovery.code'), code)
  await write(word('recovery.enter.current'), testPassphrase)
  await press(word('recovery.enter.confirm'))
  await see(word('recovery.done.title'))
}

export const firstStart: readonly TourStep[] = [
  {
    journey: 1,
    title: 'the first screen offers to create a vault, in French',
    run: async (tour) => {
      await handsOn(tour.show(tour.caseworker)).see(word('vault.welcome.title'))
    },
  },
  {
    journey: 1,
    title: 'a passphrase that is too short is refused with its reason',
    run: async ({ caseworker }) => {
      const { press, write, see } = handsOn(caseworker)
      await press(word('vault.welcome.create'))
      await write(word('vault.passphrase'), 'trop court')
      await see(/Trop courte/)
      await press(word('vault.back'))
    },
  },
  {
    journey: 1,
    title: 'a caseworker creates her vault',
    run: ({ caseworker }) => createVaultByHand(caseworker, caseworkerName, 'Maison fictive'),
  },
  {
    journey: 1,
    title: 'she makes a recovery kit, which counts once she has entered it back',
    run: async ({ caseworker }) => {
      await caseworker
        .page()
        .getByRole('radio', { name: word('recovery.form.code') })
        .check()
      await enterKitBack(caseworker)
    },
  },
  {
    journey: 1,
    title: 'she goes on to her cases',
    run: async ({ caseworker }) => {
      const { press, see } = handsOn(caseworker)
      await press(word('recovery.done.go'))
      await see(word('cases.none.title'))
    },
  },
  {
    journey: 1,
    title: 'a colleague creates hers on another computer, and leaves the kit for later',
    run: async (tour) => {
      const colleague = tour.show(tour.colleague)
      await createVaultByHand(colleague, colleagueName, 'Clinique fictive')
      await handsOn(colleague).press(word('recovery.later'))
      await handsOn(colleague).see(word('cases.none.title'))
    },
  },
]
