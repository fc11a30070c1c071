import { services } from '../../shared/vocab/services.ts'
import { handsOn, term, word } from './hands.ts'
import type { TourStep } from './tour.ts'

export const refer: readonly TourStep[] = [
  {
    journey: 3,
    title: 'a referral step is added to the trajectory',
    run: async (tour) => {
      const app = tour.show(tour.caseworker)
      const { press, pick, see } = handsOn(app)
      await app.page().getByRole('table').getByRole('link').first().click()
      await press(word('cases.section.trajectory'))
      await press(word('referrals.add'))
      await pick(word('referrals.service'), term(services, 'safe_housing'))
      await app
        .page()
        .getByRole('combobox', { name: word('referrals.organisation'), exact: true })
        .fill('Hébergement fictif du Lac')
      await press(word('referrals.form.add'))
      await see(word('referrals.saved'))
    },
  },
  {
    journey: 3,
    title: 'the step is sent, and shows that it waits for an answer',
    run: async ({ caseworker }) => {
      const { press, see } = handsOn(caseworker)
      await press(word('referrals.next.send'))
      await caseworker
        .page()
        .getByRole('button', { name: word('referrals.move.note'), exact: true })
        .click()
      await see(/attend une réponse/)
    },
  },
]
