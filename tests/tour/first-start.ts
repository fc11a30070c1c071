import { coalitionSectors } from '../../shared/vocab/members.ts'
import { type TestApp, testPassphrase } from '../support/app.ts'
import { handsOn, term, word } from './hands.ts'
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
  await see(word('cases.none.title'))
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
    title: 'a colleague creates hers on another computer',
    run: async (tour) => {
      await createVaultByHand(tour.show(tour.colleague), colleagueName, 'Clinique fictive')
    },
  },
]
