import { describe, expect, it } from 'vitest'
import type { SectionName } from '../../shared/cases/sections.ts'
import type { In } from '../../shared/contract.ts'
import { addDays, dayOf } from '../../shared/dates.ts'
import { offeredCodes } from '../../shared/vocab/code-list.ts'
import { languages } from '../../shared/vocab/languages.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)

const { page, button, heading, draftKept, visit, lockAndUnlock } = caseJourney(app)
const box = (name: string) => page().getByRole('checkbox', { name, exact: true })
const field = (name: string) => page().getByRole('textbox', { name, exact: true })
const hands = () => keyboard(app())

async function begin(place: SectionName, body?: object): Promise<string> {
  const id = crypto.randomUUID()
  if (body) {
    const section = { name: place, body } as In<'cases.saveSection'>['section']
    await app().call('cases.saveSection', { id, section, seen: [] })
  }
  await visit(`/cases/${id}/${place}`)
  await page().getByRole('heading', { level: 2 }).first().waitFor()
  return id
}

async function savedBody(id: string, name: SectionName): Promise<unknown> {
  const { sections } = await app().call('cases.get', { id })
  return sections.find((section) => section.name === name)?.body
}

async function tick(name: string): Promise<void> {
  await hands().focusOn('checkbox', name)
  await hands().press('Space')
}

async function saveByKey(): Promise<void> {
  await hands().press('Control+s')
  await page().getByText('Section enregistrée').waitFor()
}

describe('a section opens as it matters', () => {
  it('asks for labour sectors once the purpose is labour, then for the setting', async () => {
    await begin('trafficking')
    expect(await box('Agriculture').count()).toBe(0)
    await tick('Travail ou services forcés')
    await box('Agriculture').waitFor()
    expect(await box('Pornographie').count()).toBe(0)
    expect(await page().getByText('Milieu précis').count()).toBe(0)
    await tick('Agriculture')
    await page().getByText('Milieu précis').waitFor()
    await expectAccessible(page())
  })

  it('shows every field to whoever asks, and what is filled to everybody', async () => {
    await begin('trafficking', { sectors: ['pornography'] })
    const sectors = page().getByRole('group', { name: 'Secteurs' })
    await eventually(() => sectors.getByRole('checkbox', { name: 'Pornographie' }).isChecked()).toBe(true)
    expect(await box('Agriculture').count()).toBe(0)
    await hands().focusOn('button', 'Montrer tous les champs')
    await hands().press('Enter')
    await box('Agriculture').waitFor()
    await page().getByRole('combobox', { name: 'Lieu de l’exploitation' }).waitFor()
  })

  it('offers a safety plan to be asked for, and opens it by itself when the risk is high', async () => {
    await begin('risk')
    expect(await field('Ce qui l’inquiète').count()).toBe(0)
    await hands().focusOn('button', 'Préparer un plan de sécurité')
    await hands().press('Enter')
    await expectFocus(heading('Plan de sécurité'))
    await field('Ce qui l’inquiète').waitFor()
    await begin('risk', { level: 'high', safetyPlan: 'Le plan d’avant' })
    await field('Ce qui l’inquiète').waitFor()
    await eventually(() => field('Plan de sécurité, en un seul texte').inputValue()).toBe('Le plan d’avant')
  })

  it('finds a language among many by a few letters', async () => {
    // French and English are in sight from the start.
    const folded = offeredCodes(languages).length - 2
    const id = await begin('profile')
    await hands().focusOn('button', `Montrer ${folded} autres choix : Langues parlées`)
    await hands().press('Enter')
    await expectFocus(field('Chercher : Langues parlées'))
    await page().keyboard.type('inukt')
    await tick('Inuktitut')
    await expectAccessible(page())
    await saveByKey()
    expect(await savedBody(id, 'profile')).toMatchObject({ languages: ['inuktitut'] })
  })
})

describe('the signs observed', () => {
  it('lead to a suggestion with its reasons, and carry nothing over unless she says so', async () => {
    const id = await begin('indicators')
    await page().getByText('Aucun signe n’est coché').waitFor()
    await tick('Enfermée, ou empêchée de partir')
    await tick('Dette qui grossit ou ne s’éteint jamais malgré le travail')
    await page().getByText('Plusieurs éléments ressortent de ces signes').waitFor()
    await page().getByText('Une suggestion, jamais un verdict').waitFor()
    await page().getByText('Parce que : Enfermée, ou empêchée de partir').first().waitFor()
    await expectAccessible(page())
    const key = { caseId: id, form: 'trafficking' } as const
    expect((await app().call('drafts.get', { key })).body).toBeNull()

    await hands().focusOn('button', 'Ajouter à Traite : Hébergement')
    await hands().press('Enter')
    await page().getByText('« Hébergement » est ajouté au brouillon').waitFor()
    await expectFocus(button('Déjà dans Traite : Hébergement'))
    await saveByKey()
    expect(await savedBody(id, 'trafficking')).toBeUndefined()

    await page().getByRole('link', { name: 'Ouvrir la section Traite' }).press('Enter')
    await page().getByText('Reprise de ce que vous étiez').waitFor()
    await eventually(() => box('Hébergement').isChecked()).toBe(true)
    expect(await box('Enlèvement').isChecked()).toBe(false)
    await saveByKey()
    expect(await savedBody(id, 'trafficking')).toMatchObject({ acts: ['harbouring'], means: [] })
  })

  it('add to what the section on trafficking already says', async () => {
    const id = await begin('trafficking', { acts: ['transfer'], controls: ['threats'] })
    await visit(`/cases/${id}/indicators`)
    await tick('Enfermée, ou empêchée de partir')
    await hands().focusOn('button', 'Ajouter à Traite : Hébergement')
    await hands().press('Enter')
    await expectFocus(button('Déjà dans Traite : Hébergement'))
    await visit(`/cases/${id}/trafficking`)
    await eventually(() => box('Hébergement').isChecked()).toBe(true)
    await saveByKey()
    expect(await savedBody(id, 'trafficking')).toMatchObject({
      acts: ['transfer', 'harbouring'],
      controls: ['threats'],
    })
  })
})

it('marks a service that was missing as a gap, and her own choice as none', async () => {
  const on = '2026-01-05'
  const item = (service: string, outcome: string) => ({
    id: crypto.randomUUID(),
    service,
    outcome,
    on,
    note: '',
  })
  const id = await begin('services', {
    items: [item('safe_housing', 'service_unavailable'), item('legal_aid', 'declined_by_person')],
  })
  await eventually(() => page().getByText('Manque de service').count()).toBe(1)
  await hands().focusOn('combobox', 'Ajouter un service')
  await page().keyboard.type('interpr')
  await hands().press('ArrowDown')
  await hands().press('Enter')
  await expectFocus(heading('Interprétation'))
  await page().getByText('Pas encore décidé').waitFor()
  await expectAccessible(page())
  await saveByKey()
  const { items } = (await savedBody(id, 'services')) as { items: { service: string }[] }
  expect(items.map(({ service }) => service)).toEqual(['safe_housing', 'legal_aid', 'interpretation'])
})

it('takes the person’s feedback, each question left alone if she likes', async () => {
  const id = await begin('feedback')
  await hands().focusOn('radio', 'Oui')
  await hands().press('Space')
  await hands().press('ArrowRight')
  await hands().focusOn('textbox', 'Ses mots')
  await page().keyboard.type('Merci')
  await expectAccessible(page())
  await saveByKey()
  expect(await savedBody(id, 'feedback')).toEqual({
    on: null,
    answers: [{ question: 'comfortable', answer: 'partly' }],
    words: 'Merci',
  })
})

describe('bad input', () => {
  it('of 150,000 characters is kept whole, through a lock too, and refused with a sentence until it is shorter', async () => {
    const id = await begin('summary')
    await field('Situation').fill('é'.repeat(150_000))
    await page()
      .getByText(/50\s000 caractères de trop/)
      .waitFor()
    await draftKept()
    await hands().press('Control+s')
    await page().getByText('Un texte de cette section est trop long').waitFor()
    await expectFocus(field('Situation'))
    await expectAccessible(page())
    expect(await savedBody(id, 'summary').catch(({ message }: Error) => message)).toBe('cases.not_found')
    await lockAndUnlock()
    await eventually(async () => (await field('Situation').inputValue()).length).toBe(150_000)
    await field('Situation').fill('é'.repeat(100_000))
    await saveByKey()
    expect(((await savedBody(id, 'summary')) as { situation: string }).situation).toHaveLength(100_000)
  })

  it('loses its control characters, with a sentence, and nothing else', async () => {
    const id = await begin('question')
    await field('Question').fill('Un\u0000 mot\u0007\nà la\tligne')
    await page().getByText('Des caractères invisibles').waitFor()
    await saveByKey()
    expect(await savedBody(id, 'question')).toEqual({ question: 'Un mot\nà la\tligne' })
  })

  it('is none when it is an emoji or runs from right to left', async () => {
    const question = 'سارة تريد أن تنام\n\u{1F469}\u{1F3FD}‍⚕️ et חדר'
    const id = await begin('question')
    await field('Question').fill(question)
    expect(await field('Question').evaluate((area) => getComputedStyle(area).direction)).toBe('rtl')
    await saveByKey()
    expect(await savedBody(id, 'question')).toEqual({ question })
    await visit(`/cases/${id}/overview`)
    await page().getByText('سارة تريد أن تنام').waitFor()
    await expectAccessible(page())
  })

  it('is a period that ends before it begins, or a day ahead of today: said, and kept as it is', async () => {
    const id = await begin('profile', { periodFrom: '2026-05', periodUntil: '2026-03' })
    await page().getByText('la fin vient avant le début').waitFor()
    await page().getByLabel('Exploitation : jusqu’à').fill('2999-01')
    await page().getByText('ce mois n’est pas encore venu').waitFor()
    await expectAccessible(page())
    await saveByKey()
    expect(await savedBody(id, 'profile')).toMatchObject({ periodUntil: '2999-01' })
    const tomorrow = addDays(dayOf(Date.now()), 2)
    await begin('feedback', { on: tomorrow })
    await page().getByText('À vérifier : ce jour vient après').waitFor()
    await begin('risk', { reviewOn: '2020-01-05' })
    await page().getByText('La date est passée').waitFor()
  })
})
