import { caseworkerName } from './first-start.ts'
import { handsOn, savedFile, word } from './hands.ts'
import { question, situation, wishes } from './record.ts'
import type { TourStep } from './tour.ts'

export const receive: readonly TourStep[] = [
  {
    journey: 5,
    title: 'the colleague sees what came before anything is kept',
    run: async (tour) => {
      const app = tour.show(tour.colleague)
      const { press, give, see } = handsOn(app)
      await press(word('exchange.packets'))
      await give(await savedFile(tour.caseworker, '.relais'))
      await see(`Paquet envoyé par ${caseworkerName}`)
      await see(wishes)
      const { all } = await app.call('cases.list', {})
      if (all !== 0) throw new Error('something was kept before it was accepted')
    },
  },
  {
    journey: 5,
    title: 'accepted, the case is there to read, with the chosen sections only',
    run: async ({ colleague }) => {
      const { press, see } = handsOn(colleague)
      await press(word('exchange.accept'))
      await see(/accepté/)
      await press(word('exchange.saveAnswer'))
      await see(word('exchange.saved'))
      await press(word('cases.title'))
      await colleague.page().getByRole('table').getByRole('link').first().click()
      await see(question)
      if ((await colleague.page().getByText(situation).count()) > 0)
        throw new Error('a section left that was not chosen')
    },
  },
  {
    journey: 5,
    title: 'the answer comes home and moves the sender’s step',
    run: async (tour) => {
      const app = tour.show(tour.caseworker)
      const { press, give, see } = handsOn(app)
      await press(word('exchange.packets'))
      await give(await savedFile(tour.colleague, '.relais'))
      await press(word('exchange.answer.note'))
      await see(word('exchange.answer.noted'))
      const { packets } = await app.call('exchange.sent', {})
      if (packets[0]?.recipients[0]?.outcome !== 'accepted') throw new Error('the answer was not noted')
      const caseId = packets[0].caseId ?? ''
      const { steps } = await app.call('referrals.list', { caseId })
      if (steps[0]?.moves.at(-1)?.to !== 'received') throw new Error('the step did not move')
    },
  },
]
