import { beforeEach, expect, it } from 'vitest'
import { addDays, dayOf } from '../../shared/dates.ts'
import type { StepDetails } from '../../shared/referrals/referrals.contract.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { agreed, consentTo } from '../support/consent.ts'
import { eventually, expectFocus } from '../support/eventually.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)
let caseId: string
const today = dayOf(Date.now())

beforeEach(async () => {
  caseId = crypto.randomUUID()
  await app().call('cases.saveSection', {
    id: caseId,
    section: { name: 'question', body: { question: 'Une question' } },
    seen: [],
  })
})

const { page, button, draftKept, visit: go, lockAndUnlock } = caseJourney(app)
const steps = () => page().getByRole('list', { name: 'Étapes de la trajectoire' }).locator('> li')

async function visit(): Promise<void> {
  await go(`/cases/${caseId}/trajectory`)
  await page().getByRole('heading', { name: 'Trajectoire de services' }).waitFor()
}

async function addStep(details: Partial<StepDetails> & Pick<StepDetails, 'service'>): Promise<string> {
  const id = crypto.randomUUID()
  await app().call('referrals.save', { caseId, id, details })
  return id
}

/** Until then the words that a step is to show may be those of the form. */
const formGone = () =>
  page()
    .getByRole('heading', { name: /^La suite de/ })
    .waitFor({ state: 'detached' })

const choose = async (label: string, option: string) => {
  await page().getByRole('combobox', { name: label, exact: true }).click()
  // A term with a definition has it in its name, after the label.
  await page().getByRole('option', { name: option }).click()
}

it('adds a step, sends it, and notes a refusal with its reason', async () => {
  await visit()
  await page().getByText('Aucune étape pour l’instant').waitFor()
  await expectAccessible(page())
  await button('Ajouter une étape').click()
  await choose('Service', 'Hébergement sécuritaire')
  await page().getByText('La personne n’a pas encore été consultée pour ce but.').waitFor()
  await page().getByRole('combobox', { name: 'Organisme', exact: true }).fill('Maison fictive')
  await expectAccessible(page())
  await button('Ajouter à la trajectoire').click()
  await eventually(() => steps().count()).toBe(1)

  await button('Noter l’envoi de l’étape Hébergement sécuritaire').click()
  // A draft can only be sent, which is no choice; and not before she has agreed to it.
  await page()
    .getByRole('heading', { name: /^La suite de/ })
    .waitFor()
  expect(await page().getByRole('radio', { name: 'Envoyée' }).count()).toBe(0)
  await expectAccessible(page())
  await button('Noter').click()
  await page().getByRole('alert').getByText('La personne n’a pas encore été consultée pour ce but.').waitFor()
  // One notice says it, and only one.
  expect(await page().getByText('pour ce but').count()).toBe(1)
  await consentTo(app(), caseId)
  await button('Noter').click()
  await formGone()
  await steps().first().getByText('Envoyée', { exact: true }).waitFor()

  await button('Noter la réponse à l’étape Hébergement sécuritaire').click()
  await page().getByRole('radio', { name: 'Refusée' }).check()
  await eventually(() => button('Noter').getAttribute('aria-disabled')).toBe('true')
  await choose('Raison', 'Pas de place')
  await page().getByLabel('Depuis le').fill(today)
  await expectAccessible(page())
  await button('Noter').click()
  await formGone()
  await steps().first().getByText('Refusée', { exact: true }).waitFor()
  await steps()
    .first()
    .getByText(/Refus de l’organisme : Pas de place/)
    .waitFor()
  // An end: nothing comes next but to ask somebody else.
  await eventually(() => button(/^Noter/).count()).toBe(0)
  await button('Demander ailleurs le service Hébergement sécuritaire').click()
  await eventually(() => page().getByRole('combobox', { name: 'Service', exact: true }).inputValue()).toBe(
    'Hébergement sécuritaire',
  )
  const { steps: saved } = await app().call('referrals.list', { caseId })
  expect(saved[0]?.moves.map(({ to, reason }) => [to, reason])).toEqual([
    ['draft', null],
    ['sent', null],
    ['refused', 'no_capacity'],
  ])
})

it('says at the top what waits and what is late', async () => {
  await consentTo(app(), caseId)
  const late = await addStep({ service: 'safe_housing', dueOn: addDays(today, -3) })
  const soon = await addStep({ service: 'legal_aid', dueOn: addDays(today, 3) })
  for (const id of [late, soon]) {
    await app().call('referrals.move', { id, move: { to: 'sent', on: today, reason: null } })
  }
  await visit()
  await page().getByText('2 étapes attendent une réponse, dont une en retard.').waitFor()
  await steps().first().getByText('En retard de 3 jours').waitFor()
  await page().getByText('Hébergement sécuritaire (en retard de 3 jours)').waitFor()
  expect(await steps().nth(1).getByText('En retard').count()).toBe(0)
  await expectAccessible(page())
  await page().getByRole('link', { name: 'Vue d’ensemble' }).click()
  await page().getByText('2 étapes attendent une réponse, dont une en retard.').waitFor()
})

it('keeps a step that is being written across a lock', async () => {
  await visit()
  await button('Ajouter une étape').click()
  await page().getByLabel('Note', { exact: true }).fill('Arrivée en soirée')
  await draftKept()
  await lockAndUnlock()
  await page().getByRole('heading', { name: 'Nouvelle étape' }).waitFor()
  await eventually(() => page().getByLabel('Note', { exact: true }).inputValue()).toBe('Arrivée en soirée')
  await choose('Service', 'Santé et soins médicaux')
  await page().keyboard.press('Control+s')
  await eventually(() => steps().count()).toBe(1)
  // Saved: there is nothing left to take up.
  await visit()
  expect(await page().getByRole('heading', { name: 'Nouvelle étape' }).count()).toBe(0)
})

it('changes, orders and removes steps, from the keyboard too', async () => {
  await addStep({ service: 'safe_housing' })
  await addStep({ service: 'legal_aid' })
  await addStep({ service: 'food_aid' })
  await visit()
  const order = async () =>
    (await app().call('referrals.list', { caseId })).steps.map(({ service }) => service)
  await button('3. Aide alimentaire').focus()
  await page().keyboard.press('Enter')
  await button('Monter l’étape Aide alimentaire').focus()
  await page().keyboard.press('Enter')
  await eventually(order).toEqual(['safe_housing', 'food_aid', 'legal_aid'])
  await page().getByText('Étape 2 sur 3').waitFor()
  // The focus goes along with the step.
  await expectFocus(button('Monter l’étape Aide alimentaire'))
  await page().keyboard.press('Alt+ArrowUp')
  await eventually(order).toEqual(['food_aid', 'safe_housing', 'legal_aid'])

  await button('Modifier l’étape Aide alimentaire').click()
  await page().getByRole('combobox', { name: 'Organisme', exact: true }).fill('Banque alimentaire fictive')
  await button('Enregistrer').click()
  await steps().first().getByText('Banque alimentaire fictive').waitFor()

  await button('Supprimer l’étape Aide alimentaire').click()
  await page().getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click()
  await eventually(order).toEqual(['safe_housing', 'legal_aid'])
})

it('rests a step on a consent of the case, and says when none covers the service', async () => {
  const consent = agreed({ purpose: 'service_referral', services: ['safe_housing'] })
  await consentTo(app(), caseId, [consent])
  const id = await addStep({ service: 'safe_housing' })
  await addStep({ service: 'legal_aid' })
  await visit()
  await button('2. Aide et conseil juridiques').click()
  await page().getByText('Aucun consentement ne nomme ce service : Aide et conseil juridiques.').waitFor()
  await button('1. Hébergement sécuritaire').click()
  await button('Modifier l’étape Hébergement sécuritaire').click()
  await page().getByRole('combobox', { name: 'Consentement' }).click()
  await page()
    .getByRole('option', { name: /Demander un service/ })
    .click()
  await button('Enregistrer').click()
  await eventually(async () =>
    (await app().call('referrals.list', { caseId })).steps.find((step) => step.id === id),
  ).toMatchObject({ consentId: consent.id })
})
