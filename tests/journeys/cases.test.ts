import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pageSize } from '../../shared/cases/cases.contract.ts'
import { type NamedSection, sectionNames } from '../../shared/cases/sections.ts'
import { createVault, launchHeadless, openApp, type TestApp, testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'

let browser: Browser
let app: TestApp
beforeAll(async () => {
  browser = await launchHeadless()
})
afterAll(() => browser.close())
beforeEach(async () => {
  app = await openApp(browser)
  await createVault(app)
})
afterEach(async () => {
  const { faults } = app
  await app.close()
  expect(faults).toEqual([])
})

const page = (): Page => app.page()
const button = (name: string | RegExp) => page().getByRole('button', { name, exact: true })
const heading = (name: string) => page().getByRole('heading', { name, exact: true })
const section = (name: string) =>
  page()
    .getByRole('navigation', { name: /sections/i })
    .getByRole('link', { name })
const kept = () => page().getByText('Brouillon gardé').waitFor()

async function saveSection(id: string, given: NamedSection): Promise<void> {
  await app.call('cases.saveSection', { id, section: given, seen: [] })
}

/** Goes there afresh, as after a lock. */
async function visit(place: string): Promise<void> {
  await page().goto(`https://relais.invalid/#${place}`)
  await page().reload()
}

async function lockAndUnlock(): Promise<void> {
  await app.preview.application.lock()
  await page().getByLabel('Phrase de passe', { exact: true }).fill(testPassphrase)
  await page().keyboard.press('Enter')
  await page().getByRole('main').waitFor()
}

async function save(): Promise<void> {
  await button('Enregistrer').click()
  await page().getByText('Section enregistrée').waitFor()
}

describe('recording a case', () => {
  it('begins with her wishes, and a single word is enough', async () => {
    await page().getByText('Aucune situation pour l’instant').waitFor()
    await page().getByRole('link', { name: 'Nouvelle situation' }).click()
    await heading('Souhaits de la personne').waitFor()
    expect(await page().getByRole('link', { name: 'Vue d’ensemble' }).count()).toBe(0)
    await page().getByLabel('Ce qu’elle souhaite').fill('Dormir')
    await save()
    // The form stays where it was, and the case now has its code.
    expect(await page().getByRole('heading', { level: 1 }).textContent()).toMatch(/^\p{L}+-\d{4}$/u)
    expect(await page().getByLabel('Ce qu’elle souhaite').inputValue()).toBe('Dormir')
    await page().getByRole('link', { name: 'Suite : Profil' }).click()
    await heading('Profil').waitFor()
  })

  it('comes back from a lock at the same section, without losing a word', async () => {
    await visit(`/cases/${crypto.randomUUID()}`)
    await section('Récit').click()
    await page().getByLabel('Contexte').fill('Rencontrée l’hiver dernier par une travailleuse de rue')
    await kept()
    await lockAndUnlock()
    await page().getByText('Reprise de ce que vous étiez en train d’écrire.').waitFor()
    expect(await page().getByLabel('Contexte').inputValue()).toBe(
      'Rencontrée l’hiver dernier par une travailleuse de rue',
    )
  })

  it('keeps what is typed right before the lock', async () => {
    await visit(`/cases/${crypto.randomUUID()}`)
    await page().getByLabel('Ce qu’elle souhaite').fill('Tout dernier mot')
    await lockAndUnlock()
    expect(await page().getByLabel('Ce qu’elle souhaite').inputValue()).toBe('Tout dernier mot')
  })

  it('finds a case begun and never saved on top of the list', async () => {
    await visit(`/cases/${crypto.randomUUID()}`)
    await page().getByLabel('Ce qu’elle souhaite').fill('À reprendre')
    await kept()
    await page().getByRole('link', { name: 'Situations' }).first().click()
    await page().getByRole('link', { name: 'Reprendre' }).click()
    await page().getByText('Reprise de ce que').waitFor()
    expect(await page().getByLabel('Ce qu’elle souhaite').inputValue()).toBe('À reprendre')
    await expectAccessible(page())
  })

  it('never asks a minor for means, nor lets two fields of the profile contradict each other', async () => {
    const id = crypto.randomUUID()
    await visit(`/cases/${id}/profile`)
    await page().getByRole('combobox', { name: 'Tranche d’âge' }).click()
    await page().getByRole('option', { name: '14 à 17 ans' }).click()
    expect(await page().getByRole('combobox', { name: 'Mineure ou majeure' }).inputValue()).toBe(
      'Personne mineure',
    )
    await save()
    await section('Traite').click()
    await page().getByText('aucun moyen n’a à être établi. Remplissez seulement').waitFor()
    await page().getByRole('checkbox', { name: 'Recrutement', exact: true }).check()
    await save()
    await section('Consentements').click()
    await page().getByText('La personne a de 14 à 17 ans : elle consent elle-même.').waitFor()
    await button('Ajouter un consentement').click()
    await page().getByRole('menuitem', { name: 'Demander un service à un organisme' }).click()
    expect(await page().getByRole('radio').count()).toBe(1)
    await save()
    const { sections } = await app.call('cases.get', { id })
    expect(sections.map(({ name }) => name).sort()).toEqual(['consents', 'profile', 'trafficking'])
  })

  it('shows a text that came in meanwhile beside her own, and lets her decide', async () => {
    const id = crypto.randomUUID()
    await saveSection(id, { name: 'question', body: { question: 'Première question' } })
    await visit(`/cases/${id}/question`)
    await page().getByLabel('Question', { exact: true }).fill('Ma question')
    await kept()
    const { sections } = await app.call('cases.get', { id })
    await app.call('cases.saveSection', {
      id,
      section: { name: 'question', body: { question: 'Venue d’ailleurs' } },
      seen: sections.map(({ version }) => version),
    })
    await app.call('drafts.put', {
      key: { caseId: id, form: 'question' },
      body: JSON.stringify({
        body: { question: 'Ma question' },
        seen: sections.map(({ version }) => version),
      }),
    })
    await page().reload()
    await heading('Cette section a changé entre-temps').waitFor()
    await page().getByText('Venue d’ailleurs').waitFor()
    expect(await page().getByLabel('Question', { exact: true }).inputValue()).toBe('Ma question')
    await expectAccessible(page())
    await button('Garder mon texte : il la remplacera').click()
    await save()
    const after = await app.call('cases.get', { id })
    expect(after.sections.map(({ body }) => body)).toEqual([{ question: 'Ma question' }])
  })

  it('archives and takes it back with one press', async () => {
    const id = crypto.randomUUID()
    await saveSection(id, { name: 'question', body: { question: 'Une question' } })
    await visit(`/cases/${id}`)
    await button('Archiver').click()
    await page().getByText('La situation est archivée.').waitFor()
    await button('Annuler').click()
    await page().getByText('Ouverte').waitFor()
    await button('Fermer la situation').click()
    await button('Rouvrir').click()
    expect((await app.call('cases.get', { id })).status).toBe('open')
  })
})

describe('the list of cases', () => {
  const ids = Array.from({ length: 6 }, () => crypto.randomUUID())
  const fill = async () => {
    const needs = ['Hébergement à Québec', 'Cœur malade', 'École', 'Français', 'Dentiste', 'Vêtements']
    for (const [index, id] of ids.entries()) {
      await saveSection(id, {
        name: 'summary',
        body: { context: '', situation: '', needs: needs[index] ?? '' },
      })
    }
    await saveSection(ids[0] ?? '', {
      name: 'profile',
      body: { majority: null, ageBand: null, gender: null, region: '03', migrationStatus: null },
    })
    await saveSection(ids[1] ?? '', {
      name: 'risk',
      body: { level: 'high', factors: [], protective: [], safetyPlan: '' },
    })
    await app.call('cases.setStatus', { id: ids[5] ?? '', status: 'archived' })
    await visit('/cases')
  }
  const lines = () => page().getByRole('rowheader').allTextContents()

  it('is searched without regard to accents or ligatures, and stays as it was left', async () => {
    await fill()
    await page().getByText('5 situations sur 6').waitFor()
    await page().keyboard.press('/')
    await page().keyboard.type('hebergement quebec')
    await page().getByText('1 situation sur 6').waitFor()
    await page().getByRole('rowheader').getByRole('link').click()
    await heading('Récit').waitFor()
    await page().getByRole('link', { name: 'Situations' }).first().click()
    await page().getByText('1 situation sur 6').waitFor()
    expect(await page().getByRole('searchbox').inputValue()).toBe('hebergement quebec')
    expect(page().url()).not.toContain('quebec')
    await page().keyboard.press('Control+f')
    await page().keyboard.type('coeur')
    await page().getByText('1 situation sur 6').waitFor()
    await expectAccessible(page())
    await page().getByRole('searchbox').fill('zzz')
    await page().getByText('Rien ne correspond').waitFor()
    await expectAccessible(page())
    await button('Montrer toutes les situations').click()
    await page().getByText('6 situations sur 6').waitFor()
    // A lock forgets the words: the next person at this desk sees none of them.
    await page().getByRole('searchbox').fill('coeur')
    await lockAndUnlock()
    expect(await page().getByRole('searchbox').inputValue()).toBe('')
  })

  it('is filtered by status and region', async () => {
    await fill()
    await button(/^Statut\s:/).click()
    await expectAccessible(page())
    await page().getByRole('checkbox', { name: 'Ouverte' }).uncheck()
    await page().getByRole('checkbox', { name: 'Archivée' }).check()
    await page().getByText('1 situation sur 6').waitFor()
    await page().keyboard.press('Escape')
    await button(/^Statut\s:/).click()
    await page().getByRole('checkbox', { name: 'Archivée' }).uncheck()
    await page().keyboard.press('Escape')
    await button(/^Région\s:/).click()
    await page().getByRole('checkbox', { name: 'Capitale-Nationale' }).check()
    await page().getByText('1 situation sur 6').waitFor()
  })

  it('is sorted by its headers, which say how', async () => {
    await fill()
    const byCode = page().getByRole('columnheader', { name: 'Code' })
    await byCode.getByRole('button').click()
    expect(await byCode.getAttribute('aria-sort')).toBe('ascending')
    await expect.poll(lines).toEqual((await lines()).toSorted())
    await byCode.getByRole('button').click()
    expect(await byCode.getAttribute('aria-sort')).toBe('descending')
    await expect.poll(lines).toEqual((await lines()).toSorted().reverse())
    await page().getByRole('columnheader', { name: 'Risque' }).getByRole('button').click()
    await expect.poll(async () => page().getByRole('row').nth(1).textContent()).toContain('Élevé')
  })

  it('shows a draft that waits', async () => {
    await fill()
    await visit(`/cases/${ids[2]}/question`)
    await page().getByLabel('Question', { exact: true }).fill('À finir')
    await page().getByRole('link', { name: 'Situations' }).first().click()
    await page().getByText('Brouillon en attente').waitFor()
  })

  it('renders a window of its rows, asks for pages in view only, and is walked with the arrow keys', async () => {
    const count = 300
    await page().evaluate(async (many) => {
      const { relais } = window as unknown as {
        relais: { 'cases.saveSection': (input: unknown) => Promise<unknown> }
      }
      for (let index = 0; index < many; index += 1) {
        await relais['cases.saveSection']({
          id: crypto.randomUUID(),
          section: { name: 'question', body: { question: `Question ${index}` } },
          seen: [],
        })
      }
    }, count)
    await visit('/cases')
    await page().getByText(`${count} situations sur ${count}`).waitFor()
    expect(await page().getByRole('table').getAttribute('aria-rowcount')).toBe(String(count + 1))
    expect(await page().getByRole('rowheader').count()).toBeLessThan(60)

    await page().getByRole('rowheader').first().getByRole('link').focus()
    await page().keyboard.press('End')
    const last = page().locator(`tr[aria-rowindex="${count + 1}"] a`)
    await expect.poll(() => last.evaluate((link) => link === document.activeElement)).toBe(true)
    expect(count % pageSize).toBe(0)
    expect(await page().getByRole('rowheader').count()).toBeLessThan(60)
    await page().keyboard.press('ArrowUp')
    await page().keyboard.press('PageUp')
    const focused = page().locator(`tr[aria-rowindex="${count - 10}"] a`)
    await expect.poll(() => focused.evaluate((link) => link === document.activeElement)).toBe(true)
    await expectAccessible(page())
    // Coming back from a case, the list stands where it was.
    const code = await focused.textContent()
    await page().keyboard.press('Enter')
    await heading(code ?? '').waitFor()
    await page().goBack()
    await page()
      .getByRole('link', { name: code ?? '' })
      .waitFor()
    expect(await page().evaluate(() => window.scrollY)).toBeGreaterThan(5000)
  })
})

it('writes and saves a case from the keyboard alone', async () => {
  await page().getByText('Aucune situation pour l’instant').waitFor()
  await page().keyboard.press('Alt+n')
  await heading('Souhaits de la personne').waitFor()
  const wishes = page().getByLabel('Ce qu’elle souhaite')
  for (let presses = 0; presses < 30; presses += 1) {
    if (await wishes.evaluate((field) => field === document.activeElement)) break
    await page().keyboard.press('Tab')
  }
  await page().keyboard.type('Voir sa sœur')
  await page().keyboard.press('Control+s')
  await page().getByText('Section enregistrée').waitFor()
  expect(await wishes.evaluate((field) => field === document.activeElement)).toBe(true)
})

it('has no accessibility violation in any section, to write or to read', async () => {
  const id = crypto.randomUUID()
  await visit(`/cases/${id}`)
  await heading('Souhaits de la personne').waitFor()
  await expectAccessible(page())
  await saveSection(id, { name: 'wishes', body: { wishes: 'Dormir', safeContacts: '' } })
  await saveSection(id, {
    name: 'consents',
    body: {
      items: [
        {
          id: crypto.randomUUID(),
          purpose: 'service_referral',
          services: ['safe_housing'],
          recipients: 'Organisme fictif',
          givenBy: 'person',
          givenOn: '2026-01-05',
          endsOn: null,
          withdrawnOn: null,
        },
      ],
    },
  })
  for (const place of ['overview', ...sectionNames, 'trajectory']) {
    await visit(`/cases/${id}/${place}`)
    await page().getByRole('heading', { level: 2 }).first().waitFor()
    await expectAccessible(page())
  }
})
