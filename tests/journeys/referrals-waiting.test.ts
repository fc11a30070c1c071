import { beforeEach, expect, it } from 'vitest'
import { addDays, dayOf } from '../../shared/dates.ts'
import type { StepDetails } from '../../shared/referrals/referrals.contract.ts'
import { testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { consentTo } from '../support/consent.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { fillWithSteps } from '../support/many-steps.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)
const { page, button, visit: go, heading } = caseJourney(app)
const today = dayOf(Date.now())
let caseId: string

beforeEach(async () => {
  caseId = crypto.randomUUID()
  await app().call('cases.saveSection', {
    id: caseId,
    section: { name: 'profile', body: { region: '06', languages: ['french'] } },
    seen: [],
  })
  await consentTo(app(), caseId)
})

const steps = () => page().getByRole('list', { name: 'Étapes de la trajectoire' }).locator('> li')

async function visit(): Promise<void> {
  await go(`/cases/${caseId}/trajectory`)
  await heading('Trajectoire de services').waitFor()
}

/** A step that was sent some days ago. */
async function sentStep(details: Partial<StepDetails> & Pick<StepDetails, 'service'>, daysAgo: number) {
  const id = crypto.randomUUID()
  await app().call('referrals.save', { caseId, id, details })
  const move = { to: 'sent', on: addDays(today, -daysAgo), reason: null } as const
  await app().call('referrals.move', { id, move })
  return id
}

const stored = async () => (await app().call('referrals.list', { caseId })).steps

it('shows whose turn each step is and for how long, and notes a reminder, from the keyboard', async () => {
  await sentStep({ service: 'safe_housing', organisation: 'Maison fictive' }, 4)
  await visit()
  await steps().first().getByText('L’organisme doit répondre · depuis 4 jours').waitFor()
  await steps().first().getByText('En retard de 3 jours').waitFor()
  await expectAccessible(page())

  const { focusOn, press } = keyboard(app())
  await focusOn('button', 'Noter une relance pour l’étape Hébergement sécuritaire')
  await press('Enter')
  await eventually(async () => (await stored())[0]?.remindedOn).toEqual([today])
  // A reminder is left to work: what comes next is the answer.
  await button('Noter la réponse à l’étape Hébergement sécuritaire').waitFor()
  await focusOn('button', '1. Hébergement sécuritaire')
  await press('Enter')
  await steps()
    .first()
    .getByText(/Relancé une fois/)
    .waitFor()
  await expectAccessible(page())
})

it('suggests that a step long unanswered has expired, and leaves that to the person', async () => {
  await sentStep({ service: 'safe_housing' }, 40)
  await visit()
  const { focusOn, press } = keyboard(app())
  await focusOn('button', 'Noter l’absence de réponse à l’étape Hébergement sécuritaire')
  expect((await stored())[0]?.moves.at(-1)?.to).toBe('sent')
  await press('Enter')
  await expectFocus(page().getByRole('heading', { name: /^La suite de/ }))
  expect(await page().getByRole('radio', { name: 'Expirée' }).isChecked()).toBe(true)
  await focusOn('button', 'Noter')
  await press('Enter')
  await steps().first().getByText('À nous de renvoyer ou de retirer · depuis aujourd’hui').waitFor()
  await eventually(() =>
    page()
      .getByText(/attend une réponse/)
      .count(),
  ).toBe(0)
})

it('suggests the usual day for an answer on sending, and says that a day before the case is allowed', async () => {
  await app().call('referrals.save', {
    caseId,
    id: crypto.randomUUID(),
    details: { service: 'safe_housing' },
  })
  await visit()
  const { focusOn, press } = keyboard(app())
  await focusOn('button', 'Noter l’envoi de l’étape Hébergement sécuritaire')
  await press('Enter')
  await eventually(() => page().getByLabel('Réponse attendue le').inputValue()).toBe(addDays(today, 1))
  await page().getByLabel('Depuis le').fill(addDays(today, -10))
  await page().getByText('Ce jour vient avant la création de la situation').waitFor()
  await eventually(() => page().getByLabel('Réponse attendue le').inputValue()).toBe(addDays(today, -9))
  await page().getByLabel('Réponse attendue le').fill(addDays(today, 5))
  await expectAccessible(page())
  await focusOn('button', 'Noter')
  await press('Enter')
  await eventually(async () => (await stored())[0]).toMatchObject({ dueOn: addDays(today, 5) })
  await steps().first().getByText('depuis 10 jours').waitFor()
})

it('tells with its next step that a day lies ahead, and keeps what was entered', async () => {
  await app().call('referrals.save', {
    caseId,
    id: crypto.randomUUID(),
    details: { service: 'safe_housing' },
  })
  await visit()
  await button('Noter l’envoi de l’étape Hébergement sécuritaire').click()
  await page().getByLabel('Depuis le').fill(addDays(today, 2))
  await button('Noter').click()
  await page().getByText('Ce jour n’est pas encore arrivé.').waitFor()
  expect(await page().getByLabel('Depuis le').inputValue()).toBe(addDays(today, 2))
})

it('offers whoever gives the service in her region, and what the directory says of them', async () => {
  const entry = { services: ['safe_housing'], languages: ['french'], conditions: 'Avec ou sans enfants' }
  for (const [organisation, region] of [
    ['Maison fictive d’ici', '06'],
    ['Maison fictive d’ailleurs', '09'],
  ] as const) {
    const details = { ...entry, organisation, regions: [region] }
    await app().call('directory.save', { id: crypto.randomUUID(), details, seen: null })
  }
  await visit()
  const { focusOn, press } = keyboard(app())
  await focusOn('button', 'Ajouter une étape')
  await press('Enter')
  await focusOn('combobox', 'Service')
  await page().keyboard.type('bergement séc')
  await press('ArrowDown')
  await press('Enter')
  await focusOn('combobox', 'Organisme')
  await page().getByRole('option', { name: 'Maison fictive d’ici' }).waitFor()
  expect(await page().getByRole('option').count()).toBe(1)
  await press('ArrowDown')
  await press('Enter')
  await page().getByText('Avec ou sans enfants').waitFor()
  await eventually(() =>
    page().getByRole('combobox', { name: 'Comment la demande est faite' }).inputValue(),
  ).toBe('Lettre imprimée')
  await expectAccessible(page())
  await press('Control+s')
  await eventually(async () => (await stored())[0]).toMatchObject({
    organisation: 'Maison fictive d’ici',
    channel: 'letter',
  })
  expect((await stored())[0]?.entryId).not.toBeNull()
  // The letter comes next; that it was sent can be noted all the same.
  await page().getByRole('link', { name: 'Préparer la lettre' }).waitFor()
  await focusOn('button', '1. Hébergement sécuritaire')
  await press('Enter')
  await button('Noter l’envoi de l’étape Hébergement sécuritaire').waitFor()
  await focusOn('link', 'Préparer la lettre pour l’étape Hébergement sécuritaire')
  await press('Enter')
  await eventually(async () => page().url()).toContain('/letter/')
})

it('shows beneath the steps what was not asked for, and which of it is a gap', async () => {
  await visit()
  const there = page().getByRole('region', { name: 'Non demandés, et pourquoi' })
  await there.getByRole('link', { name: 'Noter un service non demandé' }).click()
  await heading('Besoins de services').waitFor()
  await app().call('cases.saveSection', {
    id: caseId,
    section: {
      name: 'services',
      body: {
        items: [
          { id: crypto.randomUUID(), service: 'interpretation', outcome: 'service_unavailable' },
          { id: crypto.randomUUID(), service: 'police_safety', outcome: 'declined_by_person' },
          { id: crypto.randomUUID(), service: 'food_aid', outcome: 'referred' },
        ],
      },
    },
    seen: [],
  })
  await visit()
  const notAsked = page().getByRole('region', { name: 'Non demandés, et pourquoi' }).getByRole('listitem')
  await eventually(() => notAsked.count()).toBe(2)
  await notAsked.nth(0).getByText('Manque de service').waitFor()
  expect(await notAsked.nth(1).getByText('Manque de service').count()).toBe(0)
  await expectAccessible(page())
})

it('shows five thousand steps a page at a time, and whose turn they are', async () => {
  await app().preview.application.lock()
  await fillWithSteps(app().vaultFolder, caseId, { count: 5000, today })
  await page().getByLabel('Phrase de passe', { exact: true }).fill(testPassphrase)
  await page().keyboard.press('Enter')
  await button(/^Verrouiller/).waitFor()
  await visit()
  await page().getByText('Étapes 1 à 30 sur 5').waitFor()
  expect(await steps().count()).toBe(30)
  await expectAccessible(page())
  await button('Dernière page').click()
  await steps().last().getByText('Organisme fictif 5000').waitFor()
  await page()
    .getByRole('radio', { name: /^Toutes/ })
    .focus()
  // All, ours, theirs.
  await page().keyboard.press('ArrowRight')
  await page().keyboard.press('ArrowRight')
  await eventually(() => steps().last().textContent()).toContain('Organisme fictif 88')
  await expectAccessible(page())
})
