import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { In } from '../../shared/contract.ts'
import { addDays } from '../../shared/dates.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { befriendInApp, stranger, today } from '../support/stranger.ts'
import { savedFile, word } from '../tour/hands.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)
const { page, heading, visit, draftKept, lockAndUnlock } = caseJourney(app)

const focusOn: ReturnType<typeof keyboard>['focusOn'] = (role, name) => keyboard(app()).focusOn(role, name)
const press = (key: string): Promise<void> => page().keyboard.press(key)
const type = (text: string): Promise<void> => page().keyboard.type(text)
const see = (text: string | RegExp): Promise<void> => page().getByText(text).first().waitFor()
const names = (): Promise<string[]> => page().locator('main li a').allTextContents()

async function add(details: In<'directory.save'>['details']): Promise<string> {
  const id = crypto.randomUUID()
  await app().call('directory.save', { id, details, seen: null })
  return id
}

async function go(role: 'button' | 'link', name: string): Promise<void> {
  await focusOn(role, name)
  await press('Enter')
}

describe('the directory of services', () => {
  it('is begun with one name, kept through a lock, found by need and region, and checked', async () => {
    await visit('/directory')
    await see(word('directory.none.title'))
    await expectAccessible(page())
    await go('link', word('directory.add'))
    await heading(word('directory.new')).waitFor()
    // Without a name there is nothing to save: she is told so, and where it is missing.
    await go('button', word('directory.form.save'))
    const name = page().getByRole('textbox', { name: word('directory.field.organisation') })
    await expectFocus(name)
    expect(await page().getByText(word('directory.form.needsName')).count()).toBe(2)
    await expectAccessible(page())
    await type('Maison fictive')
    await draftKept()
    await lockAndUnlock()
    await visit('/directory')
    await go('link', word('directory.begun.resume'))
    await see(word('directory.form.found'))
    await focusOn('checkbox', 'Hébergement sécuritaire')
    await press('Space')
    await focusOn('checkbox', 'Montréal')
    await press('Space')
    await expectAccessible(page())
    await press('Control+s')
    await heading('Maison fictive').waitFor()
    await see(word('directory.neverChecked'))
    await expectAccessible(page())
    await go('button', word('directory.checkNow'))
    await see(/^Vérifié le/)
    await page().getByText(word('directory.neverChecked')).waitFor({ state: 'detached' })

    await add({ organisation: 'Ligne fictive', services: ['legal_aid'] })
    await add({
      organisation: 'Abri fictif',
      services: ['safe_housing'],
      regions: ['05'],
      checkedOn: addDays(today(), -200),
    })
    await visit('/directory')
    await see('3 ressources sur 3')
    expect(await names()).toEqual(['Abri fictif', 'Ligne fictive', 'Maison fictive'])
    await see(word('directory.checkAgain'))
    await expectAccessible(page())
    await go('button', 'Besoin : tout')
    await focusOn('checkbox', 'Hébergement sécuritaire')
    await press('Space')
    await see('2 ressources sur 3')
    await expectAccessible(page())
    await press('Escape')
    await go('button', 'Région : tout')
    await focusOn('checkbox', 'Montréal')
    await press('Space')
    await see('1 ressource sur 3')
    await press('Escape')
    await eventually(names).toEqual(['Maison fictive'])
    await press('/')
    await type('zzz')
    await see(word('directory.noMatch.title'))
    await expectAccessible(page())
    await go('button', word('directory.noMatch.action'))
    await see('3 ressources sur 3')
    // What was looked for is gone with a lock.
    await press('/')
    await type('abri')
    await see('1 ressource sur 3')
    await lockAndUnlock()
    await visit('/directory')
    await see('3 ressources sur 3')
  })

  it('is changed, and taken out of only after a question', async () => {
    const id = await add({ organisation: 'Maison fictive', services: ['safe_housing'] })
    await visit(`/directory/${id}`)
    await go('link', word('directory.edit'))
    await focusOn('textbox', word('directory.field.phone'))
    await type('+1 514 555-0100')
    await press('Control+s')
    await see('+1 514 555-0100')
    await go('button', word('directory.remove'))
    await expectAccessible(page())
    await press('Enter')
    await see('+1 514 555-0100')
    await go('button', word('directory.remove'))
    await page().getByRole('dialog').waitFor()
    await go('button', word('directory.remove.action'))
    await see(word('directory.none.title'))
  })

  it('keeps what is typed when the entry changes meanwhile, and shows both', async () => {
    const id = await add({ organisation: 'Maison fictive' })
    await visit(`/directory/${id}/edit`)
    await focusOn('textbox', word('directory.field.hours'))
    await type('Le soir')
    await draftKept()
    const { version } = await app().call('directory.get', { id })
    const details = { organisation: 'Maison fictive', hours: 'Le matin' }
    await app().call('directory.save', { id, details, seen: version })
    await press('Control+s')
    await see(word('error.directory.stale_version'))
    await visit(`/directory/${id}/edit`)
    await see(word('directory.overtaken.title'))
    await see('Le matin')
    await expectAccessible(page())
    await go('button', word('directory.overtaken.keepMine'))
    await press('Control+s')
    await see('Le soir')
    expect((await app().call('directory.get', { id })).hours).toBe('Le soir')
  })
})

describe('two texts of one service, written at the same time', () => {
  it('stand side by side by what differs, until she keeps one', async () => {
    const id = await add({ organisation: 'Maison fictive', hours: 'Le matin', phone: '514 555-0100' })
    const { rival: _, stale: __, ...entry } = await app().call('directory.get', { id })
    const other = { ...entry, hours: 'Le soir', author: 'f'.repeat(64), version: { ['f'.repeat(64)]: 1 } }
    await changeBeneath(
      app(),
      `UPDATE directory_entries SET rival = '${JSON.stringify([other])}' WHERE id = '${id}'`,
    )
    await visit('/directory')
    await see(word('directory.rival.mark'))
    await go('link', 'Maison fictive')
    await see(word('directory.rival.title'))
    const beside = page().getByRole('region', { name: word('directory.rival.title') })
    await beside.getByText('Le soir').waitFor()
    expect(await beside.getByText('514 555-0100').count()).toBe(0)
    await expectAccessible(page())
    // Until her own card has come, neither text has a name to it.
    const hers = beside.getByRole('button', { name: /^Garder ce texte.*carte/ })
    await eventually(() => hers.count()).toBe(1)
    await keyboard(app()).focusOn('button', await nameOf(hers))
    await press('Enter')
    await beside.waitFor({ state: 'detached' })
    await expectFocus(heading('Maison fictive'))
    expect(await app().call('directory.get', { id })).toMatchObject({ hours: 'Le soir', rival: null })
  })
})

const nameOf = async (button: Locator): Promise<string> => (await button.getAttribute('aria-label')) ?? ''

/** Hands a sheet over as the file dialog would. */
const give = (text: string, name = 'ressources.csv'): Promise<void> =>
  page()
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })

describe('a sheet of services', () => {
  it('is looked at line by line with its problems first, imported after that, and comes back from an export', async () => {
    await visit('/directory/import')
    await heading(word('directory.import.title')).waitFor()
    await expectAccessible(page())
    await give('\u0089PNG\0\0', 'image.png')
    await see(word('error.directory.csv_not_text'))
    await give(
      'Organisme;Services;Téléphone;Vérifié le;Budget\n' +
        'Maison fictive;Hébergement sécuritaire;+1 514 555-0100;2026-01-15;1\n' +
        'Clinique fictive;Plomberie;=HYPERLINK("x");03/04/2026;2\n' +
        'Ligne fictive;Aide et conseil juridiques;;;3\n',
    )
    await see(word('directory.preview.title'))
    await expectFocus(page().getByRole('heading', { name: word('directory.preview.title') }))
    await see('1 ligne avec un problème')
    await see('Services : « Plomberie » n’est pas dans la liste.')
    await see(/serait calculé par un tableur/)
    await see(/Écrivez AAAA-MM-JJ/)
    await see(/Budget/)
    await expectAccessible(page())
    expect((await app().call('directory.search', {})).all).toBe(0)
    await go('button', 'Importer 2 ressources')
    await see('2 ressources ajoutées, aucune modifiée.')
    await expectAccessible(page())
    await go('link', word('directory.toList'))
    await see('2 ressources sur 2')

    await go('button', word('directory.export'))
    await page().getByRole('dialog').waitFor()
    await expectAccessible(page())
    await go('button', word('directory.export.action'))
    await see(word('directory.export.saved'))
    const file = await readFile(await savedFile(app(), '.csv'), 'utf8')
    expect(file).toContain("'+1 514 555-0100")
    await visit('/directory/import')
    await give(file)
    await see('Il n’y a rien à importer.')
    await expectAccessible(page())
  })

  it('is stopped in the middle, and leaves nothing behind', async () => {
    await visit('/directory/import')
    const lines = Array.from({ length: 10_000 }, (_, n) => `Organisme fictif ${n};legal_aid`)
    await give(`Organisme;Services\n${lines.join('\n')}\n`)
    await see('10 000')
    await focusOn('button', 'Importer 10 000 ressources')
    // Faster than hands that reach it from outside.
    await page().evaluate((cancel) => {
      new MutationObserver((_, observer) => {
        const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === cancel)
        if (!button) return
        observer.disconnect()
        document.body.dataset.stopped = 'true'
        button.click()
      }).observe(document.body, { childList: true, subtree: true })
    }, word('ui.cancel'))
    await press('Enter')
    await eventually(
      async () =>
        (await page().locator('body').getAttribute('data-stopped')) === 'true' ||
        (await page().getByText(word('directory.imported.title')).count()) > 0,
    ).toBe(true)
    const { all } = await app().call('directory.search', {})
    // All of it or nothing: a machine that was done before the button stood there had imported all.
    expect([0, 10_000]).toContain(all)
  })
})

describe('a directory that travels', () => {
  it('is sealed for members and lands in a file', async () => {
    await add({ organisation: 'Maison fictive', services: ['safe_housing'] })
    await befriendInApp(app(), stranger('Berthe Fictive'))
    await visit('/directory')
    await go('link', word('directory.send'))
    await heading(word('directory.send.title')).waitFor()
    await expectAccessible(page())
    await focusOn('checkbox', 'Berthe Fictive')
    await press('Space')
    await go('button', word('exchange.seal'))
    await see(word('exchange.sealed.title'))
    await expectAccessible(page())
    await go('button', word('exchange.save'))
    await see(word('exchange.saved'))
    expect(await savedFile(app(), '.relais')).toContain('.relais')
  })
})
