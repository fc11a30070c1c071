import { beforeEach, describe, expect, it } from 'vitest'
import type { Consent } from '../../shared/cases/consent.ts'
import { addDays } from '../../shared/dates.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { agreed, consentTo } from '../support/consent.ts'
import { eventually } from '../support/eventually.ts'
import { goTo } from '../support/exchange.ts'
import { keyboard } from '../support/keyboard.ts'
import { befriendInApp, stranger, today } from '../support/stranger.ts'
import { word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const page = () => app().page()
const seen = (text: string | RegExp) => page().getByText(text).filter({ visible: true }).first().waitFor()
const [look, toConsents] = ['Voir ce qui partira', 'Aller aux consentements']
const forCommittee = 'Présenter un résumé dépersonnalisé au comité clinique'

let caseId = ''
beforeEach(async () => {
  await befriendInApp(app(), stranger('Berthe Fictive', 'Maison fictive'))
  caseId = crypto.randomUUID()
  await app().call('cases.saveSection', {
    id: caseId,
    section: { name: 'wishes', body: { wishes: 'Dormir en paix' } },
    seen: [],
  })
})

const aged = (ageBand: string) =>
  app().call('cases.saveSection', { id: caseId, section: { name: 'profile', body: { ageBand } }, seen: [] })

async function savedConsents(): Promise<Consent[]> {
  const { sections } = await app().call('cases.get', { id: caseId })
  return sections.flatMap((section) => (section.name === 'consents' ? section.body.items : []))
}

/** Chooses what for and whom, up to where it is said whether it may go. */
async function chooseBerthe(): Promise<void> {
  const { focusOn, press } = keyboard(app())
  await goTo(app(), `/cases/${caseId}/send`)
  await focusOn('radio', forCommittee)
  await press('Space')
  await focusOn('checkbox', 'Berthe Fictive')
  await press('Space')
}

async function chooseWishes(): Promise<void> {
  const { focusOn, press } = keyboard(app())
  await focusOn('checkbox', 'Souhaits de la personne')
  await press('Space')
}

async function stoppedBecause(reason: string): Promise<void> {
  await seen(reason)
  await eventually(() => page().getByRole('button', { name: look }).isDisabled()).toBe(true)
}

/** From the section of consents, which is in sight, one for the committee; open, to be filled. */
async function addForCommittee(): Promise<void> {
  const { focusOn, press } = keyboard(app())
  await focusOn('button', 'Ajouter un consentement')
  await press('Enter')
  const item = page().getByRole('menuitem', { name: forCommittee })
  await item.waitFor()
  for (let steps = 0; steps < 10; steps += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break
    await press('ArrowDown')
  }
  await press('Enter')
  await page().getByRole('button', { name: 'Terminé' }).waitFor()
}

async function save(): Promise<void> {
  await keyboard(app()).press('Control+s')
  await seen('Section enregistrée')
}

describe('consent', () => {
  it('that nobody asked for stops the packet with the reason; once noted, it goes; withdrawn, it stops again', async () => {
    const { focusOn, press } = keyboard(app())
    await chooseBerthe()
    await stoppedBecause('La personne n’a pas encore été consultée pour ce but.')
    await expectAccessible(page())
    await focusOn('link', toConsents)
    await press('Enter')
    await seen('Aucun consentement noté')

    await addForCommittee()
    await expectAccessible(page())
    // Her age is not known: nobody can tell beforehand whose it was to give.
    await seen('Ne couvre rien encore')
    await focusOn('radio', 'La personne elle-même')
    await press('Space')
    await seen('À enregistrer')
    await focusOn('checkbox', 'Redit par la personne dans ses propres mots')
    await press('Space')
    await focusOn('button', '6 mois')
    await press('Enter')
    await focusOn('textbox', 'Précision')
    await page().keyboard.type('Pas au téléphone')
    await focusOn('button', 'Terminé')
    await press('Enter')
    await seen('Pas au téléphone')
    const edit = page().getByRole('button', { name: `Modifier : ${forCommittee}`.replace(' :', '\u00a0:') })
    await eventually(() => edit.evaluate((element) => element === document.activeElement)).toBe(true)
    await save()
    expect(await savedConsents()).toMatchObject([
      {
        purpose: 'committee_review',
        givenBy: 'person',
        explained: ['said_back'],
        note: 'Pas au téléphone',
        withdrawnOn: null,
      },
    ])
    await seen('En vigueur')

    await chooseBerthe()
    await chooseWishes()
    for (const name of [look, 'Sceller le paquet', 'Enregistrer le fichier du paquet']) {
      await focusOn('button', name)
      await press('Enter')
    }
    await seen('Fichier enregistré')

    await goTo(app(), `/cases/${caseId}/consents`)
    await focusOn('button', 'La personne retire son consentement')
    await press('Enter')
    await seen(/paquet pour Berthe Fictive \(Souhaits de la personne\)/)
    await expectAccessible(page())
    await focusOn('button', 'Noter le retrait')
    await press('Enter')
    const unsaved = page().getByText('Le retrait n’a pas encore d’effet')
    await unsaved.waitFor()
    await seen('Retrait à enregistrer')
    await save()
    await page().getByText('Retiré', { exact: true }).waitFor()
    await unsaved.waitFor({ state: 'detached' })
    await seen('Consentement retiré')
    await expectAccessible(page())
    await chooseBerthe()
    await stoppedBecause('La personne a retiré ce consentement.')
  })

  it('withdrawn after a packet was sealed keeps its file from being saved, and says why', async () => {
    const { focusOn, press } = keyboard(app())
    const given = agreed()
    await consentTo(app(), caseId, [given])
    const [member] = (await app().call('members.list', {})).members
    await app().call('exchange.seal', {
      caseId,
      sections: ['wishes'],
      stepIds: [],
      recipients: [member?.fingerprint ?? ''],
      purpose: 'committee_review',
      expiresOn: addDays(today(), 30),
      jobId: crypto.randomUUID(),
    })
    await consentTo(app(), caseId, [{ ...given, withdrawnOn: today() }])
    const { code } = await app().call('cases.get', { id: caseId })
    await goTo(app(), '/packets')
    await page()
      .getByRole('tab', { name: /^Envoyés/ })
      .focus()
    await press('Enter')
    await focusOn('button', `Enregistrer le fichier du paquet : ${code}`.replace(' :', '\u00a0:'))
    await press('Enter')
    await seen(word('error.consent.withdrawn'))
    await seen(word('error.consent.withdrawn.next'))
    await expectAccessible(page())
    expect((await app().call('exchange.sent', {})).packets).toMatchObject([{ savedOn: null }])
  })

  it('is hers to give from fourteen on', async () => {
    await aged('from_14_to_17')
    await consentTo(app(), caseId, [agreed({ givenBy: 'parent_or_tutor' })])
    await chooseBerthe()
    await stoppedBecause('À cet âge, ce n’est pas cette personne qui consent.')
    await goTo(app(), `/cases/${caseId}/consents`)
    await seen('La personne a de 14 à 17 ans : elle consent elle-même.'.replace(' :', '\u00a0:'))
    await addForCommittee()
    expect(await page().getByRole('radio', { name: 'Parent, tutrice ou tuteur' }).count()).toBe(0)
    await save()
    expect((await savedConsents()).map(({ givenBy }) => givenBy)).toEqual(['parent_or_tutor', 'person'])
    await chooseBerthe()
    await chooseWishes()
    await eventually(() => page().getByRole('button', { name: look }).isEnabled()).toBe(true)
  })

  it('is a parent’s or tutor’s to give before fourteen', async () => {
    const { focusOn, press } = keyboard(app())
    await aged('under_14')
    await consentTo(app(), caseId, [agreed()])
    await chooseBerthe()
    await stoppedBecause('À cet âge, ce n’est pas cette personne qui consent.')
    await focusOn('link', toConsents)
    await press('Enter')
    await focusOn('button', `Modifier : ${forCommittee}`.replace(' :', '\u00a0:'))
    await press('Enter')
    await seen('rien ne peut partir ainsi')
    await focusOn('radio', 'La personne elle-même')
    await press('ArrowUp')
    await eventually(() => page().getByRole('radio', { name: 'Parent, tutrice ou tuteur' }).isChecked()).toBe(
      true,
    )
    await save()
    expect(await savedConsents()).toMatchObject([{ givenBy: 'parent_or_tutor' }])
  })

  it('lets nothing go to someone from whom she wants it kept', async () => {
    const { focusOn, press } = keyboard(app())
    await goTo(app(), `/cases/${caseId}/consents`)
    await addForCommittee()
    await focusOn('button', 'Ajouter quelque chose à ne pas communiquer')
    await press('Enter')
    await seen('Rien ne sera communiqué, à personne')
    await focusOn('textbox', 'Ou à qui d’autre')
    await page().keyboard.type('son frère, employé à la Maison fictive')
    await seen('Rien ne sera communiqué à son frère, employé à la Maison fictive')
    await expectAccessible(page())
    await save()
    await chooseBerthe()
    await stoppedBecause('La personne a demandé que rien ne soit communiqué à ce destinataire.')
  })

  it('with its dates out of order is told so in a sentence', async () => {
    const { focusOn } = keyboard(app())
    await consentTo(app(), caseId, [agreed({ givenOn: '2026-02-01', endsOn: '2026-01-01' })])
    await goTo(app(), `/cases/${caseId}/consents`)
    await focusOn('button', `Modifier : ${forCommittee}`.replace(' :', '\u00a0:'))
    await keyboard(app()).press('Enter')
    await seen(/avant le 1er février 2026|1er février 2026/)
    await expectAccessible(page())
  })
})
