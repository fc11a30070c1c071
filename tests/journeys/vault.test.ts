import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { vaultFiles } from '../../main/vault/files.ts'
import { catalogue } from '../../renderer/i18n/catalogue.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { createVault, launchHeadless, openApp, type TestApp, testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'

let browser: Browser
let app: TestApp

beforeAll(async () => {
  browser = await launchHeadless()
})
afterAll(() => browser.close())
afterEach(async () => {
  expect(app.faults).toEqual([])
  expect(await app.page().title()).toBe('Relais')
  await app.close()
})

const page = (): Page => app.page()
const heading = (name: string) => page().getByRole('heading', { level: 1, name })
const button = (name: string) => page().getByRole('button', { name })
const passphraseField = () => page().getByLabel('Phrase de passe', { exact: true })

/** Does something that locks, and waits for the page that replaces this one. */
async function untilLocked(lock: () => Promise<unknown>): Promise<void> {
  const before = page()
  await lock()
  await vi.waitUntil(() => page() !== before, { timeout: 10_000 })
  await heading('Ouvrir votre coffre').waitFor()
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const palette = () => page().getByRole('combobox', { name: 'Chercher ou agir' })

async function openPalette(): Promise<void> {
  await page().keyboard.press('Control+k')
  await vi.waitUntil(() => palette().evaluate((field) => field === document.activeElement))
}

async function unlock(passphrase = testPassphrase): Promise<void> {
  await passphraseField().fill(passphrase)
  await page().keyboard.press('Enter')
}

describe('a first start', () => {
  it('welcomes in French, then in English at one press, and offers two ways in', async () => {
    app = await openApp(browser)
    await heading('Bienvenue dans Relais').waitFor()
    await expectAccessible(page())
    await page().getByText('English').click()
    await heading('Welcome to Relais').waitFor()
    expect(await page().locator('html').getAttribute('lang')).toBe('en')
    await expectAccessible(page())
    await page().reload()
    await heading('Welcome to Relais').waitFor()
    await button('Open an existing vault').click()
    await heading('Open your vault').waitFor()
    await expectAccessible(page())
  })

  it('says what is missing beside each field, then creates the vault and shows whose it is', async () => {
    app = await openApp(browser)
    await button('Créer mon coffre').click()
    await heading('Créer votre coffre').waitFor()
    await expectAccessible(page())

    await button('Créer mon coffre').click()
    await page().getByText('Écrivez votre nom.').waitFor()
    expect(
      await page()
        .getByLabel('Votre nom')
        .evaluate((field) => field === document.activeElement),
    ).toBe(true)
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
    await button('Créer mon coffre').click()
    await page().getByRole('banner').getByText('Membre fictive').waitFor()
    await page().getByRole('banner').getByText('Coffre ouvert, chiffré').waitFor()
    expect((await app.call('members.me', {})).sector).toBe('health')
  })

  it('shows a passphrase only on demand, and warns of Caps Lock', async () => {
    app = await openApp(browser)
    await button('Ouvrir un coffre existant').click()
    expect(await passphraseField().getAttribute('type')).toBe('password')
    await button('Afficher la phrase de passe').click()
    expect(await passphraseField().getAttribute('type')).toBe('text')
    await passphraseField().evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'A', modifierCapsLock: true })),
    )
    await page().getByText('La touche Verr. Maj. est activée.').waitFor()
  })

  it('offers to open the vault that is already in the chosen folder', async () => {
    app = await openApp(browser)
    await createVault(app)
    await untilLocked(() => app.call('vault.lock', {}))
    await button('Choisir un autre coffre').click()
    const folder = page().getByLabel('Dossier du coffre')
    expect(await folder.evaluate((field) => field === document.activeElement)).toBe(true)
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

describe('a vault in use', () => {
  it('locks at one press of a button, of Ctrl L, or from the palette, and opens again where one was', async () => {
    app = await openApp(browser)
    await createVault(app)
    await page().getByRole('link', { name: 'Réglages' }).click()
    await heading('Réglages').waitFor()
    const held = app.preview.vaultPid()
    await untilLocked(() => button('Verrouiller').click())
    expect(isRunning(held)).toBe(false)
    expect((await app.call('app.state', {})).unlocked).toBe(false)
    await expectAccessible(page())
    await unlock()
    await heading('Réglages').waitFor()

    await page().getByLabel('Verrouillage automatique, en minutes').focus()
    await untilLocked(() => page().keyboard.press('Control+l'))
    expect(await passphraseField().evaluate((field) => field === document.activeElement)).toBe(true)
    await unlock()
    await heading('Réglages').waitFor()

    await openPalette()
    await page().keyboard.type('verr')
    await untilLocked(() => page().keyboard.press('Enter'))
  })

  it('keeps nothing of the passphrase or of the screen in the page that follows a lock', async () => {
    app = await openApp(browser)
    await createVault(app, 'Membre reconnaissable')
    await page().getByText('Membre reconnaissable').waitFor()
    await untilLocked(() => button('Verrouiller').click())
    expect(await page().content()).not.toContain('Membre reconnaissable')
    expect(await page().evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  })

  it('goes blank at once on locking, before its words are even put away', async () => {
    app = await openApp(browser)
    await createVault(app)
    await heading('Situations').waitFor()
    const before = page()
    await before.evaluate(() => {
      const never = () => new Promise(() => undefined)
      const { relais } = window as unknown as { relais: object }
      Object.defineProperty(window, 'relais', { value: { ...relais, 'app.flushed': never } })
    })
    await button('Verrouiller').click()
    await before.locator('#root:empty').waitFor({ state: 'attached', timeout: 400 })
    await vi.waitUntil(() => page() !== before, { timeout: 10_000 })
    await heading('Ouvrir votre coffre').waitFor()
  })

  it('tells the idle clock that somebody is there, at most once in ten seconds', async () => {
    app = await openApp(browser)
    await createVault(app)
    await heading('Situations').waitFor()
    await page().evaluate(() => {
      const counted = window as unknown as { active: number; relais: Record<string, unknown> }
      const tell = counted.relais['app.active'] as (input: unknown) => Promise<unknown>
      counted.active = 0
      Object.defineProperty(window, 'relais', {
        value: {
          ...counted.relais,
          'app.active': (input: unknown) => {
            counted.active += 1
            return tell(input)
          },
        },
      })
    })
    for (const key of ['a', 'b', 'c', 'd']) await page().keyboard.press(key)
    const told = await page().evaluate(() => (window as unknown as { active: number }).active)
    expect(told).toBe(1)
  })

  it('is moved about from the keyboard: skip link, side bar, palette', async () => {
    app = await openApp(browser)
    await createVault(app)
    await heading('Situations').waitFor()
    await expectAccessible(page())
    const current = page().locator('nav [aria-current=page]')
    expect(await current.textContent()).toBe('Situations')

    await button('Aller au contenu').focus()
    await page().keyboard.press('Enter')
    expect(await heading('Situations').evaluate((title) => title === document.activeElement)).toBe(true)

    await page().getByRole('link', { name: 'Membres' }).focus()
    await page().keyboard.press('Enter')
    await heading('Membres').waitFor()
    expect(await heading('Membres').evaluate((title) => title === document.activeElement)).toBe(true)
    expect(await current.textContent()).toBe('Membres')

    await openPalette()
    await page().keyboard.type('reglages')
    await page().getByRole('option', { name: 'Aller à : Réglages', selected: true }).waitFor()
    await expectAccessible(page())
    await page().keyboard.press('Enter')
    await heading('Réglages').waitFor()

    await openPalette()
    await page().keyboard.type('introuvable')
    await page().getByText('Rien ne correspond à ces mots.').waitFor()
    await expectAccessible(page())
    await page().keyboard.press('Escape')
    await palette().waitFor({ state: 'detached' })

    expect(await heading('Réglages').evaluate((title) => title === document.activeElement)).toBe(true)

    await openPalette()
    await page().keyboard.type('nouvelle')
    await page().keyboard.press('Enter')
    await page().waitForURL(/#\/cases\/[0-9a-f-]{36}$/)
  })

  it('finds a case from the palette by its words, and shows only its code and coded terms', async () => {
    app = await openApp(browser)
    await createVault(app)
    const id = '3f2b7c1e-5d4a-4f6b-8c9d-0e1f2a3b4c5d'
    const summary = { context: 'Une buanderie inventée près du fleuve', situation: '', needs: '' }
    const { code } = await app.call('cases.saveSection', {
      id,
      section: { name: 'summary', body: summary },
      seen: [],
    })
    await heading('Situations').waitFor()
    await openPalette()
    await page().keyboard.type('buanderie')
    const found = page().getByRole('option', { name: code })
    await found.waitFor()
    expect(await found.textContent()).not.toContain('buanderie')
    await page().getByRole('option', { name: code, selected: true }).waitFor()
    await page().keyboard.press('Enter')
    await page().waitForURL(new RegExp(`#/cases/${id}$`))
  })

  it('follows the chosen language, look and idle time, and never leaves idle time off', async () => {
    app = await openApp(browser)
    await createVault(app)
    await page().getByRole('link', { name: 'Réglages' }).click()
    await heading('Réglages').waitFor()
    await expectAccessible(page())
    await page().getByText('Sombre').click()
    await page().locator('html[data-mantine-color-scheme=dark]').waitFor()
    await expectAccessible(page())

    const idle = page().getByLabel('Verrouillage automatique, en minutes')
    await idle.fill('1')
    await page().getByText('après 1 minute sans').waitFor()
    await idle.fill('0')
    await idle.blur()
    expect((await app.call('app.state', {})).preferences.idleMinutes).toBe(1)
    expect(await idle.inputValue()).toBe('1')

    await page().getByText('English').click()
    await heading('Settings').waitFor()
    await expectAccessible(page())
    await page().reload()
    await heading('Settings').waitFor()
    await page().locator('html[data-mantine-color-scheme=dark]').waitFor()
    expect((await app.call('app.state', {})).preferences).toMatchObject({ locale: 'en', colorScheme: 'dark' })
  })

  it('stays usable in a window half as large, as at 200 % zoom', async () => {
    app = await openApp(browser, { viewport: { width: 640, height: 360 } })
    await createVault(app)
    await heading('Situations').waitFor()
    await page().getByText('Chiffré', { exact: true }).waitFor()
    await button('Menu').click()
    await expectAccessible(page())
    await page().getByRole('link', { name: 'Réglages' }).click()
    await heading('Réglages').waitFor()
    await expectAccessible(page())
    const overflow = await page().evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await untilLocked(() => button('Verrouiller').click())
  })
})

describe('a vault that does not open', () => {
  /** Everything in a folder, by name and content: what an attempt to open must leave as it was. */
  async function contentOf(folder: string): Promise<Record<string, string>> {
    const names = await readdir(folder).catch(() => [])
    const entries = names.sort().map(async (name) => {
      const hash = createHash('sha256').update(await readFile(join(folder, name)))
      return [name, hash.digest('hex')] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }

  async function lockedApp(): Promise<void> {
    app = await openApp(browser)
    await createVault(app)
    await untilLocked(() => app.call('vault.lock', {}))
  }

  async function expectRefusal(code: ErrorCode): Promise<void> {
    const notice = page().getByRole('alert')
    await notice.getByText(catalogue.fr[`error.${code}`]).waitFor()
    await notice.getByText(catalogue.fr[`error.${code}.next`]).waitFor()
    expect(
      await page()
        .getByRole('button', { name: /supprimer|effacer|détruire/i })
        .count(),
    ).toBe(0)
    await expectAccessible(page())
  }

  const halved = async (path: string) => {
    const whole = await readFile(path)
    await writeFile(path, whole.subarray(0, whole.length / 2))
  }
  const scratched = async (path: string) => {
    const bytes = await readFile(path)
    await writeFile(path, bytes.fill(7, 1024, 2048))
  }

  const damages: [ErrorCode, (folder: string) => Promise<unknown>][] = [
    ['vault.key_file_missing', (folder) => rm(vaultFiles(folder).keys)],
    ['vault.database_missing', (folder) => rm(vaultFiles(folder).database)],
    ['vault.key_file_damaged', (folder) => halved(vaultFiles(folder).keys)],
    ['vault.database_damaged', (folder) => scratched(vaultFiles(folder).database)],
    ['vault.not_a_vault', (folder) => writeFile(vaultFiles(folder).keys, 'une liste de courses')],
    ['vault.newer_version', (folder) => fromTheFuture(vaultFiles(folder).keys)],
  ]

  /** The key file as a later version of Relais might write it. */
  async function fromTheFuture(path: string): Promise<void> {
    const { checksum: _, ...body } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
    const later = { ...body, version: 2 }
    const checksum = createHash('sha256').update(JSON.stringify(later)).digest('hex')
    await writeFile(path, JSON.stringify({ ...later, checksum }))
  }

  it.each(damages)('is explained and left as it is: %s', async (code, damage) => {
    await lockedApp()
    await damage(app.vaultFolder)
    const before = await contentOf(app.vaultFolder)
    await unlock()
    await expectRefusal(code)
    expect(await contentOf(app.vaultFolder)).toEqual(before)
  })

  it('for want of the right passphrase lets one look at it and try again', async () => {
    await lockedApp()
    await unlock('ce n’est pas celle-là')
    await expectRefusal('vault.wrong_passphrase')
    expect(await passphraseField().evaluate((field) => field === document.activeElement)).toBe(true)
    await unlock()
    await heading('Situations').waitFor()
  })

  it('because it is not there says so at once, creates nothing, and opens once it is back', async () => {
    await lockedApp()
    const away = `${app.vaultFolder}-ailleurs`
    await rename(app.vaultFolder, away)
    await page().reload()
    await expectRefusal('vault.not_found')
    await button('Créer plutôt un nouveau coffre').waitFor()
    await unlock()
    await expectRefusal('vault.not_found')
    expect(await readdir(app.folder)).not.toContain('vault')
    await rename(away, app.vaultFolder)
    await unlock()
    await heading('Situations').waitFor()
  })

  it('because it is open in another window says so, and opens once that one is closed', async () => {
    await lockedApp()
    const first = app
    app = await openApp(browser, { dataFolder: first.folder, keepFolder: true })
    await unlock()
    await heading('Situations').waitFor()
    const second = app
    app = first
    await unlock()
    await expectRefusal('vault.open_elsewhere')
    expect(second.faults).toEqual([])
    await second.close()
    await unlock()
    await heading('Situations').waitFor()
  })

  it('because its two files belong to two vaults says so', async () => {
    app = await openApp(browser)
    await createVault(app)
    const mine = vaultFiles(app.vaultFolder)
    await untilLocked(() => app.call('vault.lock', {}))
    const other = await openApp(browser)
    await createVault(other)
    await copyFile(vaultFiles(other.vaultFolder).keys, mine.keys)
    await other.close()
    await unlock()
    await expectRefusal('vault.mismatch')
  })
})
