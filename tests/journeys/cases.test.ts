import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { sectionNames } from '../../shared/cases/sections.ts'
import type { In } from '../../shared/contract.ts'
import { addDays, dayOf } from '../../shared/dates.ts'
import { createVault, introduce, openApp } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { consentTo } from '../support/consent.ts'
import { eventually, expectFocus } from '../support/eventually.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)

const { page, button, heading, draftKept, visit, lockAndUnlock } = caseJourney(app)
const section = (name: string) =>
  page()
    .getByRole('navigation', { name: /sections/i })
    .getByRole('link', { name })

async function saveSection(id: string, given: In<'cases.saveSection'>['section']): Promise<void> {
  await app().call('cases.saveSection', { id, section: given, seen: [] })
}

async function save(): Promise<void> {
  await button('Enregistrer').click()
  await page().getByText('Section enregistrée').waitFor()
}

/** Keeps the answer about each save back, so that no machine is too fast for the test. @returns lets them through */
async function holdSaves(): Promise<() => Promise<void>> {
  await page().evaluate(() => {
    const held = window as unknown as {
      relais: Record<string, (input: unknown) => Promise<unknown>>
      release: () => void
    }
    const save = held.relais['cases.saveSection']
    const { promise: released, resolve } = Promise.withResolvers<void>()
    held.release = resolve
    Object.defineProperty(window, 'relais', {
      value: {
        ...held.relais,
        'cases.saveSection': async (input: unknown) => {
          const reply = await save?.(input)
          await released
          return reply
        },
      },
    })
  })
  return () => page().evaluate(() => (window as unknown as { release: () => void }).release())
}

describe('recording a case', () => {
  it('begins with her wishes, and a single word is enough', async () => {
    await visit('/cases')
    await page().getByText('Aucune situation pour l’instant').waitFor()
    await page().getByRole('link', { name: 'Nouvelle situation' }).click()
    await heading('Souhaits de la personne').waitFor()
    expect(await page().getByRole('link', { name: 'Vue d’ensemble' }).count()).toBe(0)
    await page().getByLabel('Ce qu’elle souhaite').fill('Dormir')
    await save()
    // The form stays where it was, and the case now has its code.
    await eventually(() => page().getByRole('heading', { level: 1 }).textContent()).toMatch(/^\p{L}+-\d{4}$/u)
    await eventually(() => page().getByLabel('Ce qu’elle souhaite').inputValue()).toBe('Dormir')
    await page().getByRole('link', { name: 'Suite : Profil' }).click()
    await heading('Profil').waitFor()
  })

  it('comes back from a lock at the same section, without losing a word', async () => {
    await visit(`/cases/${crypto.randomUUID()}`)
    await section('Récit').click()
    await page().getByLabel('Contexte').fill('Rencontrée l’hiver dernier par une travailleuse de rue')
    await draftKept()
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
    await eventually(() => page().getByLabel('Ce qu’elle souhaite').inputValue()).toBe('Tout dernier mot')
  })

  it('finds a case begun and never saved on top of the list', async () => {
    await visit(`/cases/${crypto.randomUUID()}`)
    await page().getByLabel('Ce qu’elle souhaite').fill('À reprendre')
    await draftKept()
    await page().getByRole('link', { name: 'Situations' }).first().click()
    await page().getByRole('link', { name: 'Reprendre' }).click()
    await page().getByText('Reprise de ce que').waitFor()
    await eventually(() => page().getByLabel('Ce qu’elle souhaite').inputValue()).toBe('À reprendre')
    await expectAccessible(page())
  })

  it('never asks a minor for means, nor lets two fields of the profile contradict each other', async () => {
    const id = crypto.randomUUID()
    await visit(`/cases/${id}/profile`)
    await page().getByRole('combobox', { name: 'Tranche d’âge' }).click()
    await page().getByRole('option', { name: '14 à 17 ans' }).click()
    await eventually(() => page().getByRole('combobox', { name: 'Mineure ou majeure' }).inputValue()).toBe(
      'Personne mineure',
    )
    await save()
    await section('Traite').click()
    await page().getByText('aucun moyen n’a à être établi. Remplissez seulement').waitFor()
    await page().getByRole('checkbox', { name: 'Recrutement', exact: true }).check()
    await save()
    await section('Consentements').click()
    await page().getByText('La personne a de 14 à 17 ans : elle consent elle-même.').waitFor()
    const { sections } = await app().call('cases.get', { id })
    expect(sections.map(({ name }) => name).sort()).toEqual(['profile', 'trafficking'])
  })

  it('shows a text that came in meanwhile beside her own, and lets her decide', async () => {
    const id = crypto.randomUUID()
    await saveSection(id, { name: 'question', body: { question: 'Première question' } })
    await visit(`/cases/${id}/question`)
    await page().getByLabel('Question', { exact: true }).fill('Ma question')
    await draftKept()
    const { sections } = await app().call('cases.get', { id })
    await app().call('cases.saveSection', {
      id,
      section: { name: 'question', body: { question: 'Venue d’ailleurs' } },
      seen: sections.map(({ version }) => version),
    })
    await app().call('drafts.put', {
      key: { caseId: id, form: 'question' },
      body: JSON.stringify({
        body: { question: 'Ma question' },
        seen: sections.map(({ version }) => version),
      }),
    })
    await page().reload()
    await heading('Cette section a changé entre-temps').waitFor()
    await page().getByText('Venue d’ailleurs').waitFor()
    await eventually(() => page().getByLabel('Question', { exact: true }).inputValue()).toBe('Ma question')
    await expectAccessible(page())
    await button('Garder mon texte : il la remplacera').click()
    await save()
    const after = await app().call('cases.get', { id })
    expect(after.sections.map(({ body }) => body)).toEqual([{ question: 'Ma question' }])
  })

  it('shows two texts written apart side by side, and saving one settles them', async () => {
    const id = crypto.randomUUID()
    await saveSection(id, { name: 'question', body: { question: 'Écrite ici' } })
    const me = (await app().call('members.me', {})).fingerprint
    const elsewhere = JSON.stringify([['b'.repeat(64), 1]])
    await changeBeneath(
      app(),
      `INSERT INTO case_sections (case_n, name, version, author, saved_on, body)
       SELECT case_n, name, '${elsewhere}', '${me}', saved_on, '{"question":"Écrite sur l’autre portable"}'
         FROM case_sections`,
    )
    await visit(`/cases/${id}/question`)
    await heading('Textes écrits chacun de leur côté').waitFor()
    await page().getByText('Écrite ici', { exact: true }).first().waitFor()
    await expectAccessible(page())
    const field = page().getByLabel('Question', { exact: true })
    const first = await field.inputValue()
    await button('Partir de ce texte').nth(1).click()
    await eventually(() => field.inputValue()).not.toBe(first)
    const chosen = await field.inputValue()
    await save()
    await heading('Textes écrits chacun de leur côté').waitFor({ state: 'detached' })
    const { sections } = await app().call('cases.get', { id })
    expect(sections.map(({ body }) => body)).toEqual([{ question: chosen }])
  })

  it('keeps the words typed while a save is under way', async () => {
    const id = crypto.randomUUID()
    await visit(`/cases/${id}/question`)
    const field = () => page().getByLabel('Question', { exact: true })
    await field().pressSequentially('Avant')
    const endSave = await holdSaves()
    await page().keyboard.press('Control+s')
    await field().pressSequentially(' et après')
    await endSave()
    // A lock waits half a second at most: by then these words must know of the save that they came after.
    const key = { caseId: id, form: 'question' } as const
    await eventually(async () => JSON.parse((await app().call('drafts.get', { key })).body ?? '{}')).toEqual({
      body: { question: 'Avant et après' },
      seen: [expect.anything()],
    })
    await lockAndUnlock()
    await eventually(() => field().inputValue()).toBe('Avant et après')
    expect(await heading('Cette section a changé entre-temps').count()).toBe(0)
  })
})

it('shows a colleague’s case to be read, and says whose it is', async () => {
  const colleague = await openApp(browser())
  try {
    await createVault(colleague, 'Collègue fictive')
    await introduce(app(), colleague)
    const caseId = crypto.randomUUID()
    await colleague.call('cases.saveSection', {
      id: caseId,
      section: { name: 'wishes', body: { wishes: 'Revoir sa sœur', safeContacts: '' } },
      seen: [],
    })
    await consentTo(colleague, caseId)
    const { packetId } = await colleague.call('exchange.seal', {
      caseId,
      sections: ['wishes'],
      stepIds: [],
      recipients: [(await app().call('members.me', {})).fingerprint],
      purpose: 'committee_review',
      expiresOn: addDays(dayOf(Date.now()), 7),
      jobId: crypto.randomUUID(),
    })
    const { path } = await colleague.call('exchange.save', { packetId })
    const bytes = new Uint8Array(await readFile(path ?? ''))
    await app().call('exchange.open', { bytes, jobId: crypto.randomUUID() })
    await app().call('exchange.accept', { packetId })
    await visit('/cases')
    await page().getByText('De la part de : Collègue fictive').waitFor()
    await page().getByRole('rowheader').getByRole('link').click()
    await page().getByText('Responsable : Collègue fictive').waitFor()
    await page().getByText('Revoir sa sœur').waitFor()
    for (const role of ['textbox', 'checkbox', 'combobox'] as const) {
      expect(await page().getByRole('main').getByRole(role).count()).toBe(0)
    }
    expect(await button('Archiver').count()).toBe(0)
    await expectAccessible(page())
  } finally {
    await colleague.close()
  }
})

it('writes and saves a case from the keyboard alone', async () => {
  await visit('/cases')
  await page().getByText('Aucune situation pour l’instant').waitFor()
  await page().keyboard.press('Alt+n')
  await heading('Souhaits de la personne').waitFor()
  const wishes = page().getByLabel('Ce qu’elle souhaite')
  await expectFocus(wishes)
  await page().keyboard.type('Voir sa sœur')
  await page().keyboard.press('Control+s')
  await page().getByText('Section enregistrée').waitFor()
  await expectFocus(wishes)
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
