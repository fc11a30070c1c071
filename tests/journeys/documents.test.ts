import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { NamedSection } from '../../shared/cases/sections.ts'
import { addDays, dayOf } from '../../shared/dates.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { readPdf } from '../support/pdf.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)
const { page, button, heading, visit } = caseJourney(app)
const today = dayOf(Date.now())
const newId = (): string => crypto.randomUUID()

let caseId: string
let stepId: string

const saveSection = (section: NamedSection) =>
  app().call('cases.saveSection', { id: caseId, section, seen: [] } as never)

const agreeTo = (service: string, sections: string[] = []) =>
  saveSection({
    name: 'consents',
    body: {
      items: [
        {
          id: newId(),
          purpose: 'service_referral',
          services: [service],
          sections,
          givenBy: 'person',
          givenOn: today,
          endsOn: addDays(today, 90),
        },
      ],
    },
  } as never)

beforeEach(async () => {
  caseId = newId()
  stepId = newId()
  await saveSection({ name: 'wishes', body: { wishes: 'Dormir en sécurité' } } as never)
  await saveSection({ name: 'summary', body: { situation: 'Un récit à ne pas montrer' } } as never)
  await app().call('referrals.save', {
    caseId,
    id: stepId,
    details: { service: 'safe_housing', organisation: 'Maison fictive', channel: 'letter' },
  })
})

const saved = () => page().getByText('PDF enregistré :')
const preview = () => page().getByRole('article', { name: 'Aperçu du document' })

/** The one file that was saved, as another program reads it. */
async function savedPdf() {
  const names = await readdir(app().savedFolder)
  expect(names).toEqual([expect.stringMatching(/^relais-document-[0-9a-f]{8}\.pdf$/)])
  return readPdf(await readFile(join(app().savedFolder, names[0] ?? '')))
}

describe('a case on paper', () => {
  it('is chosen, looked over and saved without a mouse, in her language', async () => {
    await visit(`/cases/${caseId}`)
    await page().getByRole('link', { name: 'Imprimer…' }).focus()
    await page().keyboard.press('Enter')
    const title = page().getByRole('heading', { level: 1, name: /^Mettre sur papier/ })
    await title.waitFor()
    await expectFocus(title)
    const { focusOn, press } = keyboard(app())

    // Nothing is chosen beforehand: there is nothing to save.
    await page().getByText('Choisissez au moins une section').waitFor()
    await eventually(() => button('Enregistrer en PDF').getAttribute('aria-disabled')).toBe('true')
    await expectAccessible(page())

    await focusOn('checkbox', 'Souhaits de la personne')
    await press('Space')
    await preview().getByText('Dormir en sécurité').waitFor()
    expect(await preview().getByText('Un récit à ne pas montrer').count()).toBe(0)

    const asWritten = page().getByText('vos textes restent tels qu’écrits')
    expect(await asWritten.count()).toBe(0)
    await page().getByRole('radio', { name: 'Anglais' }).focus()
    await press('Space')
    await asWritten.waitFor()
    await preview().getByRole('heading', { name: 'The person’s wishes' }).waitFor()
    await eventually(() => preview().getAttribute('lang')).toBe('en-CA')
    await expectAccessible(page())

    await page().getByText('Ce PDF n’est pas chiffré').waitFor()
    await focusOn('button', 'Enregistrer en PDF')
    await press('Enter')
    await saved().waitFor()
    await page().getByText('Effacez-le quand vous n’en avez plus besoin').waitFor()
    await expectAccessible(page())

    const { pages, title: pdfTitle } = await savedPdf()
    expect(pages.join('\n')).toContain('Dormir en sécurité')
    expect(pages.join('\n')).not.toContain('Un récit à ne pas montrer')
    expect(pdfTitle).toMatch(/^Case sheet · /)

    // Another choice is another paper.
    await focusOn('checkbox', 'Trajectoire de services')
    await press('Space')
    await eventually(() => saved().count()).toBe(0)
    await preview().getByText('Maison fictive').first().waitFor()
    const { lines } = await app().call('journal.list', { filter: {}, before: null })
    expect(lines.filter(({ action }) => action === 'documents.printed')).toHaveLength(1)
  })

  it('begins in the one of the two languages that she speaks', async () => {
    await saveSection({ name: 'profile', body: { languages: ['spanish', 'english'] } } as never)
    await visit(`/cases/${caseId}/print/trajectory`)
    await eventually(() => page().getByRole('radio', { name: 'Anglais' }).isChecked()).toBe(true)
    await eventually(() => preview().getAttribute('lang')).toBe('en-CA')
  })

  it('is told apart from its trajectory, which has a paper of its own', async () => {
    await visit(`/cases/${caseId}/print/trajectory`)
    await eventually(() => page().getByRole('radio', { name: 'Trajectoire de services' }).isChecked()).toBe(
      true,
    )
    await preview().getByRole('cell', { name: 'Maison fictive' }).first().waitFor()
    expect(await preview().getByText('Dormir en sécurité').count()).toBe(0)
    await expectAccessible(page())
  })
})

describe('a letter', () => {
  it('without a consent is stopped, with the reason and the way to put it right', async () => {
    await visit(`/cases/${caseId}/letter/${stepId}`)
    await heading('Lettre de référence : Hébergement sécuritaire').waitFor()
    const way = page()
      .getByRole('link', { name: /consentement/i })
      .last()
    await way.waitFor()
    expect(await preview().count()).toBe(0)
    await eventually(() => button('Enregistrer en PDF').getAttribute('aria-disabled')).toBe('true')
    await expectAccessible(page())
    await way.focus()
    await page().keyboard.press('Enter')
    await page().waitForURL(new RegExp(`/cases/${caseId}/consents`))
  })

  it('says what she agreed to and no more, and brings a slip to answer on', async () => {
    await agreeTo('safe_housing', ['wishes'])
    await visit(`/cases/${caseId}/letter/${stepId}`)
    await preview().getByRole('heading', { name: 'Coupon-réponse' }).waitFor()
    const { focusOn, press } = keyboard(app())

    // She did not agree to this one.
    await focusOn('checkbox', 'Récit')
    await press('Space')
    await eventually(() => preview().count()).toBe(0)
    await eventually(() => button('Enregistrer en PDF').getAttribute('aria-disabled')).toBe('true')
    await expectAccessible(page())
    await press('Space')
    await preview().waitFor()

    await page().getByRole('checkbox', { name: 'Souhaits de la personne' }).focus()
    await press('Space')
    await preview().getByText('Dormir en sécurité').waitFor()
    await expectAccessible(page())
    await focusOn('button', 'Enregistrer en PDF')
    await press('Enter')
    await saved().waitFor()

    const { pages } = await savedPdf()
    const text = pages.join('\n')
    expect(text).toContain('Maison fictive')
    expect(text).toContain('Ce à quoi la personne a consenti')
    expect(text).toContain('Dormir en sécurité')
    expect(text).not.toContain('Un récit à ne pas montrer')
    // The slip is a sheet of its own, to be handed back.
    expect(pages.at(-1)).toContain('Coupon-réponse')
    expect(pages.at(-1)).toContain('Pas de place')
    expect(pages.at(-1)).not.toContain('Dormir en sécurité')
  })

  it('of a step that is gone says so, and leads back', async () => {
    await visit(`/cases/${caseId}/letter/${newId()}`)
    await page().getByText('Cette étape n’est plus là').waitFor()
    await expectAccessible(page())
    await page().getByRole('link', { name: 'Voir la trajectoire' }).click()
    await heading('Trajectoire de services').first().waitFor()
  })
})
