import { consentPurposes } from '../../shared/vocab/consent.ts'
import { services } from '../../shared/vocab/services.ts'
import type { TestApp } from '../support/app.ts'
import { caseworkerName, colleagueName } from './first-start.ts'
import { handsOn, savedFile, term, word } from './hands.ts'
import type { TourStep } from './tour.ts'

async function saveCard(app: TestApp): Promise<string> {
  const { press, see } = handsOn(app)
  await press(word('members.title'))
  await press(word('members.mine.save'))
  await see(word('members.mine.saved'))
  return savedFile(app, '.relais-card')
}

async function takeCard(app: TestApp, card: string, name: string): Promise<void> {
  const { press, confirm, give, see } = handsOn(app)
  await press(word('members.add'))
  await give(card)
  await see(word('members.effect.new'))
  await confirm(word('members.add.new'))
  await press(word('members.verify'))
  await see(`Les douze mots de la carte : ${name}`)
  await confirm(word('members.verify.done'))
  await see(word('members.trust.verified'))
}

export const send: readonly TourStep[] = [
  {
    journey: 4,
    title: 'the two exchange their cards and verify them in person',
    run: async (tour) => {
      const [cardOfCaseworker, cardOfColleague] = [
        await saveCard(tour.caseworker),
        await saveCard(tour.colleague),
      ]
      await takeCard(tour.colleague, cardOfCaseworker, caseworkerName)
      await takeCard(tour.show(tour.caseworker), cardOfColleague, colleagueName)
    },
  },
  {
    journey: 4,
    title: 'recipients and sections are chosen; what was not chosen stays',
    run: async ({ caseworker }) => {
      const { press, tick, see } = handsOn(caseworker)
      await press(word('cases.title'))
      await caseworker.page().getByRole('table').getByRole('link').first().click()
      await press(word('cases.send'))
      await caseworker
        .page()
        .getByRole('radio', { name: term(consentPurposes, 'committee_review') })
        .check()
      await tick(colleagueName)
      await tick(word('cases.section.wishes'))
      await tick(word('cases.section.question'))
      await tick(term(services, 'safe_housing'))
      await press(word('exchange.look'))
      await see(word('exchange.look.title'))
    },
  },
  {
    journey: 4,
    title: 'the packet is sealed and written under a random name',
    run: async ({ caseworker }) => {
      const { press, see } = handsOn(caseworker)
      await press(word('exchange.seal'))
      await see(word('exchange.sealed.title'))
      await press(word('exchange.save'))
      await see(word('exchange.saved'))
    },
  },
]
