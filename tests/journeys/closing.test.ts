import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { agreed } from '../support/consent.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'

const app = vaultOfEachTest(browserOfFile())
const { page, button, heading, draftKept, visit, lockAndUnlock } = caseJourney(app)
const seen = (text: string | RegExp) => page().getByText(text).first().waitFor()

/** A case with a step that is under way and a consent that runs. */
async function newCase(): Promise<string> {
  const id = crypto.randomUUID()
  await app().call('cases.saveSection', {
    id,
    section: {
      name: 'consents',
      body: {
        items: [
          agreed({ endsOn: '2099-01-05' }),
          agreed({ purpose: 'service_referral', services: ['safe_housing', 'food_aid'] }),
        ],
      },
    },
    seen: [],
  })
  await app().call('referrals.save', {
    caseId: id,
    id: crypto.randomUUID(),
    details: { service: 'safe_housing', organisation: 'Maison fictive' },
  })
  return id
}

describe('closing a case', () => {
  it('names what stays open, asks for a reason and nothing more, and says that she may come back', async () => {
    const id = await newCase()
    const { focusOn, press } = keyboard(app())
    await visit(`/cases/${id}`)
    await focusOn('link', 'Fermer la situation…')
    await press('Enter')
    await heading('Ce qui reste ouvert').waitFor()
    await seen('Une étape en cours')
    await seen(/Maison fictive\s: Brouillon/)
    await seen(/Présenter un résumé dépersonnalisé au comité clinique \(jusqu’au 5 janvier 2099\)/)
    await seen(/Hébergement sécuritaire, .*aliment/i)
    await expectAccessible(page())

    await focusOn('button', 'Fermer la situation')
    await press('Enter')
    await page().getByRole('alert').getByText('Il faut au moins une raison pour terminer un suivi.').waitFor()
    await expectFocus(
      page().getByRole('group', { name: 'Pourquoi le suivi prend-il fin ?' }).getByRole('checkbox').first(),
    )
    await expectAccessible(page())
    expect((await app().call('cases.get', { id })).status).toBe('open')

    await visit(`/cases/${id}/close`)
    await focusOn('checkbox', 'Fin du suivi demandée par la personne')
    await press('Space')
    await focusOn('checkbox', 'Elle sait qu’elle peut revenir à tout moment')
    await press('Space')
    await focusOn('textbox', 'Note de fermeture')
    await page().keyboard.type('Chez sa sœur fictive')
    await press('Control+s')
    await seen('La personne peut revenir à tout moment')
    await heading('Fermetures et réouvertures').waitFor()
    await seen('Chez sa sœur fictive')
    await expectAccessible(page())
    expect(await app().call('cases.get', { id })).toMatchObject({
      status: 'closed',
      turns: [{ to: 'closed', reasons: ['person_asked'], checklist: ['may_come_back'] }],
    })
  })

  it('half done is taken up after a lock where it was left, and given up leaves the case as it was', async () => {
    const id = await newCase()
    const { focusOn, press } = keyboard(app())
    await visit(`/cases/${id}/close`)
    await focusOn('checkbox', 'Départ de la région')
    await press('Space')
    await focusOn('textbox', 'Note de fermeture')
    await page().keyboard.type('À moitié')
    await draftKept()
    await lockAndUnlock()
    await seen('Reprise de ce que vous étiez en train d’écrire.')
    expect(await page().getByLabel('Note de fermeture').inputValue()).toBe('À moitié')
    expect(await page().getByRole('checkbox', { name: 'Départ de la région' }).isChecked()).toBe(true)
    // A lock closes the page: what comes after it is another one.
    await keyboard(app()).focusOn('button', 'Abandonner')
    await keyboard(app()).press('Enter')
    await heading('Consentements').waitFor()
    expect((await app().call('cases.get', { id })).status).toBe('open')
    await visit(`/cases/${id}/close`)
    await eventually(() => page().getByLabel('Note de fermeture').inputValue()).toBe('')
  })
})

describe('a closed case', () => {
  const close = (id: string) =>
    app().call('cases.turn', { id, turn: { to: 'closed', reasons: ['no_contact'], note: 'Sans nouvelles' } })

  it('is reopened with a note, beneath how it had ended', async () => {
    const id = await newCase()
    await close(id)
    const { focusOn, press } = keyboard(app())
    await visit(`/cases/${id}`)
    await seen(/^Fermée le /)
    await focusOn('link', 'Rouvrir la situation…')
    await press('Enter')
    await seen('Plus de nouvelles depuis plus de 30 jours')
    await focusOn('button', 'Rouvrir la situation')
    await press('Enter')
    await page().getByRole('alert').getByText('Il faut une note pour rouvrir une situation.').waitFor()
    await expectFocus(page().getByLabel('Pourquoi rouvrir'))
    await expectAccessible(page())
    await focusOn('textbox', 'Pourquoi rouvrir')
    await page().keyboard.type('Elle a rappelé')
    await press('Control+s')
    await seen('Ouverte')
    await seen('Elle a rappelé')
    expect((await app().call('cases.get', { id })).turns.map(({ to }) => to)).toEqual(['closed', 'open'])
  })

  it('is archived with one press, and the keyboard goes on from there', async () => {
    const id = await newCase()
    await close(id)
    const { focusOn, press } = keyboard(app())
    await visit(`/cases/${id}`)
    await focusOn('button', 'Archiver')
    await press('Enter')
    await seen(/^Archivée le /)
    await eventually(() => page().evaluate(() => document.activeElement?.id)).toBe('case-standing')
    await expectAccessible(page())
    expect(await button('Archiver').count()).toBe(0)
  })

  it('can’t be closed once more by an address that was kept', async () => {
    const id = await newCase()
    await close(id)
    await visit(`/cases/${id}/close`)
    await seen('Cette situation ne peut pas changer de statut ainsi.')
    expect(await page().getByRole('checkbox').count()).toBe(0)
  })
})
