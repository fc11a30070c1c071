import { expect, it } from 'vitest'
import { sections } from '../../shared/cases/sections.ts'
import { addDays, dayOf } from '../../shared/dates.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const { page, button, heading, visit } = caseJourney(app)
const today = dayOf(Date.now())
const lines = (group: string) =>
  page()
    .getByRole('region', { name: new RegExp(`^${group}`) })
    .getByRole('link')

async function caseWithReview(reviewOn: string): Promise<string> {
  const id = crypto.randomUUID()
  const body = sections.risk.parse({ reviewOn })
  await app().call('cases.saveSection', { id, section: { name: 'risk', body }, seen: [] })
  return id
}

it('is what a new vault opens on, and says how to begin', async () => {
  await expectFocus(heading('Aujourd’hui'))
  await heading('Rien n’attend encore').waitFor()
  await expectAccessible(page())
  await page().keyboard.press('Alt+n')
  await heading('Nouvelle situation').waitFor()
})

it('shows what is late, what waits and what arrives, each one key from its place', async () => {
  const late = await caseWithReview(addDays(today, -8))
  await caseWithReview(addDays(today, 5))
  await caseWithReview(addDays(today, 40))
  await app().call('drafts.put', { key: { caseId: late, form: 'summary' }, body: '{}' })
  await visit('/today')
  await eventually(() => lines('En retard').allTextContents()).toEqual([
    expect.stringMatching(/en retard de 8 jours/),
  ])
  expect(await lines('En attente').allTextContents()).toEqual([
    expect.stringMatching(/Brouillon à enregistrer/),
  ])
  expect(await lines('À venir').allTextContents()).toEqual([expect.stringMatching(/dans 5 jours/)])
  await expectAccessible(page())

  await lines('En retard').focus()
  await page().keyboard.press('Enter')
  await page().waitForURL(`**/#/cases/${late}/risk`)
  await heading(word('cases.section.risk')).waitFor()
})

it('says that all is up to date when nothing waits', async () => {
  await caseWithReview(addDays(today, 60))
  await visit('/today')
  await heading('Tout est à jour').waitFor()
  await expectAccessible(page())
})

it('keeps the next meeting in sight from the moment it is noted, and forgets it when it is deleted', async () => {
  const hands = keyboard(app())
  await page().getByRole('link', { name: 'Rencontres' }).focus()
  await hands.press('Enter')
  await expectFocus(heading('Rencontres du comité'))
  await hands.focusOn('button', 'Ajouter une rencontre')
  await hands.press('Enter')
  await expectAccessible(page())
  await page().getByLabel('Jour', { exact: true }).fill(addDays(today, 3))
  await page().getByLabel('Heure').fill('13:30')
  await page().getByRole('textbox', { name: 'Lieu' }).fill('Salle fictive')
  await hands.press('Enter')
  await page().getByText('à 13:30').waitFor()
  await expectFocus(button('Ajouter une rencontre'))

  await visit('/today')
  await eventually(() => lines('À venir').allTextContents()).toEqual([expect.stringMatching(/Salle fictive/)])
  await lines('À venir').focus()
  await hands.press('Enter')
  await page()
    .getByRole('button', { name: /^Supprimer la rencontre du/ })
    .focus()
  await hands.press('Enter')
  await hands.focusOn('button', 'Supprimer la rencontre')
  await hands.press('Enter')
  await heading('Aucune rencontre').waitFor()
})
