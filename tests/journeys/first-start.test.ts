import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createVault, openApp, type TestApp, testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile } from '../support/browser.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { vaultJourney } from '../support/vault-journey.ts'

const browser = browserOfFile()
let app: TestApp

afterEach(async () => {
  expect(app.faults).toEqual([])
  expect(await app.page().title()).toBe('Relais')
  await app.close()
})

const { page, heading, button, passphraseField, untilLocked, unlock } = vaultJourney(() => app)

describe('a first start', () => {
  it('welcomes in French, then in English at one press, and offers its ways in', async () => {
    app = await openApp(browser())
    await heading('Bienvenue dans Relais').waitFor()
    await expectAccessible(page())
    await page().getByText('English').click()
    await heading('Welcome to Relais').waitFor()
    await eventually(() => page().locator('html').getAttribute('lang')).toBe('en')
    await expectAccessible(page())
    await page().reload()
    await heading('Welcome to Relais').waitFor()
    await button('Open an existing vault').click()
    await heading('Open your vault').waitFor()
    await expectAccessible(page())
  })

  it('says what is missing beside each field, then creates the vault and shows whose it is', async () => {
    app = await openApp(browser())
    await button('Créer mon coffre').click()
    await heading('Créer votre coffre').waitFor()
    await expectAccessible(page())

    await button('Créer mon coffre').click()
    await page().getByText('Écrivez votre nom.').waitFor()
    await expectFocus(page().getByLabel('Votre nom'))
    await page().getByText('Choisissez votre secteur.').waitFor()
    await page().getByText('Cette phrase de passe est trop courte.').waitFor()
    await expectAccessible(page())

    await page().getByLabel('Votre nom').fill('Membre fictive')
    await page().getByLabel('Votre organisme').fill('Organisme fictif')
    await page().getByRole('combobox', { name: 'Votre secteur' }).click()
    await expectAccessible(page())
    await page().getByRole('option', { name: 'Santé et services sociaux' }).click()

    await passphraseField().fill('court')
    await page().getByText('Trop courte : il manque 7 caractères.').waitFor()
    await passphraseField().fill('motdepasse123')
    await page().getByText('Trop facile à deviner.').waitFor()
    await passphraseField().fill(testPassphrase)
    await page().getByText('y passerait des siècles').waitFor()
    await passphraseField().fill('Membre fictive Organisme fictif')
    await page().getByText('Trop facile à deviner.').waitFor()
    await passphraseField().fill(testPassphrase)
    await page().getByText('y passerait des siècles').waitFor()

    await page().getByLabel('La phrase de passe, encore une fois').fill('autre chose')
    await button('Créer mon coffre').click()
    await page().getByText('Les deux phrases de passe ne sont pas les mêmes.').waitFor()
    await page().getByLabel('La phrase de passe, encore une fois').fill(testPassphrase)

    const taken = await mkdtemp(join(tmpdir(), 'relais-taken-'))
    await writeFile(join(taken, 'liste.txt'), 'à garder')
    await page().getByLabel('Où garder le coffre').fill(taken)
    await button('Créer mon coffre').click()
    await page().getByText('Ce dossier contient déjà autre chose.').waitFor()
    await expectAccessible(page())
    expect(await readdir(taken)).toEqual(['liste.txt'])
    await rm(taken, { recursive: true })

    await page().getByLabel('Où garder le coffre').fill(app.vaultFolder)
    await page().getByText('imprimer une trousse de secours').waitFor()
    await button('Créer mon coffre').click()
    await page().getByRole('banner').getByText('Membre fictive').waitFor()
    await page().getByRole('banner').getByText('Coffre ouvert, chiffré').waitFor()
    expect((await app.call('members.me', {})).sector).toBe('health')

    // The kit comes next, and may wait.
    await heading('Votre trousse de secours').waitFor()
    await expectAccessible(page())
    await page().getByRole('link', { name: 'Plus tard' }).click()
    await heading('Situations').waitFor()
    expect((await app.call('recovery.state', {})).kit).toBeNull()
  })

  it('offers whoever has lost a computer to restore a backup, and to come back from there', async () => {
    app = await openApp(browser())
    await button('Restaurer une sauvegarde').click()
    await heading('Restaurer une sauvegarde').waitFor()
    await button('Retour').click()
    await heading('Bienvenue dans Relais').waitFor()
  })

  it('shows a passphrase only on demand, and warns of Caps Lock', async () => {
    app = await openApp(browser())
    await button('Ouvrir un coffre existant').click()
    expect(await passphraseField().getAttribute('type')).toBe('password')
    await button('Afficher la phrase de passe').click()
    await eventually(() => passphraseField().getAttribute('type')).toBe('text')
    await passphraseField().evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'A', modifierCapsLock: true })),
    )
    await page().getByText('La touche Verr. Maj. est activée.').waitFor()
  })

  it('offers to open the vault that is already in the chosen folder', async () => {
    app = await openApp(browser())
    await createVault(app)
    await untilLocked(() => app.call('vault.lock', {}))
    await button('Choisir un autre coffre').click()
    const folder = page().getByLabel('Dossier du coffre')
    await expectFocus(folder)
    await button('Créer plutôt un nouveau coffre').click()
    await page().getByLabel('Votre nom').fill('Autre membre fictive')
    await page().getByLabel('Votre organisme').fill('Organisme fictif')
    await page().getByRole('combobox', { name: 'Votre secteur' }).click()
    await page().getByRole('option', { name: 'Police et tribunaux' }).click()
    await passphraseField().fill(testPassphrase)
    await page().getByLabel('La phrase de passe, encore une fois').fill(testPassphrase)
    await button('Créer mon coffre').click()
    await page().getByText('Il y a déjà un coffre dans ce dossier.').waitFor()
    await button('Ouvrir ce coffre').click()
    await heading('Ouvrir votre coffre').waitFor()
    await unlock()
    await page().getByRole('banner').getByText('Membre fictive').waitFor()
  })
})
