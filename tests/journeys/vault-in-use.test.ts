import { afterEach, describe, expect, it } from 'vitest'
import { eventName } from '../../main/shell/preview/bridge.ts'
import { createVault, openApp, type TestApp } from '../support/app.ts'
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
  await expectFocus(palette())
}

describe('a vault in use', () => {
  it('comes to a section of the settings and stays there, though the ones before it grow', async () => {
    app = await openApp(browser())
    await createVault(app)
    await heading('Aujourd’hui').waitFor()
    await page().goto('https://relais.invalid/#/settings/backup')
    const title = page().getByRole('heading', { level: 2, name: 'Sauvegardes', exact: true })
    await page().getByLabel('Où vont les sauvegardes').waitFor()
    await eventually(async () => (await title.boundingBox())?.y).toBeLessThan(200)
  })

  it('locks at one press of a button, of Ctrl L, or from the palette, and opens again where one was', async () => {
    app = await openApp(browser())
    await createVault(app)
    await page().getByRole('link', { name: 'Réglages' }).click()
    await heading('Réglages').waitFor()
    const held = app.preview.vaultPid()
    await untilLocked(() => button('Verrouiller').click())
    // It ends while the new page comes: either may be first.
    await eventually(() => isRunning(held)).toBe(false)
    expect((await app.call('app.state', {})).unlocked).toBe(false)
    await expectAccessible(page())
    await unlock()
    await heading('Réglages').waitFor()

    await page().getByLabel('Verrouillage automatique, en minutes').focus()
    await untilLocked(() => page().keyboard.press('Control+l'))
    await expectFocus(passphraseField())
    await unlock()
    await heading('Réglages').waitFor()

    await openPalette()
    await page().keyboard.type('verr')
    await untilLocked(() => page().keyboard.press('Enter'))
  })

  it('keeps nothing of the passphrase or of the screen in the page that follows a lock', async () => {
    app = await openApp(browser())
    await createVault(app, 'Membre reconnaissable')
    await page().getByText('Membre reconnaissable').waitFor()
    await untilLocked(() => button('Verrouiller').click())
    expect(await page().content()).not.toContain('Membre reconnaissable')
    expect(await page().evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  })

  it('goes blank as soon as a lock begins, before its words are even put away', async () => {
    app = await openApp(browser())
    await createVault(app)
    await page().evaluate(() => {
      const never = () => new Promise(() => undefined)
      const { relais } = window as unknown as { relais: object }
      Object.defineProperty(window, 'relais', { value: { ...relais, 'drafts.put': never } })
    })
    await page().getByRole('link', { name: 'Nouvelle situation' }).first().click()
    await page().getByLabel('Ce qu’elle souhaite').fill('Dormir')
    // As the shell says it, without what the shell does next: there is all the time to look.
    await page().evaluate((emit) => {
      const events = window as unknown as Record<string, (name: string, payload: object) => void>
      events[emit]?.('flush', {})
    }, eventName)
    await page().locator('#root:empty').waitFor({ state: 'attached' })
    await untilLocked(() => app.preview.application.lock())
  })

  it('tells the idle clock that somebody is there, at most once in ten seconds', async () => {
    app = await openApp(browser())
    await createVault(app)
    await heading('Aujourd’hui').waitFor()
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
    app = await openApp(browser())
    await createVault(app)
    await heading('Aujourd’hui').waitFor()
    await expectAccessible(page())
    const current = page().locator('nav [aria-current=page]')
    await eventually(() => current.textContent()).toBe('Aujourd’hui')

    await button('Aller au contenu').focus()
    await page().keyboard.press('Enter')
    await expectFocus(heading('Aujourd’hui'))

    await page().getByRole('link', { name: 'Membres' }).focus()
    await page().keyboard.press('Enter')
    await heading('Membres').waitFor()
    await expectFocus(heading('Membres'))
    await eventually(() => current.textContent()).toBe('Membres')

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

    await expectFocus(heading('Réglages'))

    await openPalette()
    await page().keyboard.type('nouvelle')
    await page().keyboard.press('Enter')
    await page().waitForURL(/#\/cases\/[0-9a-f-]{36}$/)
  })

  it('finds a case from the palette by its words, and shows only its code and coded terms', async () => {
    app = await openApp(browser())
    await createVault(app)
    const id = '3f2b7c1e-5d4a-4f6b-8c9d-0e1f2a3b4c5d'
    const summary = { context: 'Une buanderie inventée près du fleuve', situation: '', needs: '' }
    const { code } = await app.call('cases.saveSection', {
      id,
      section: { name: 'summary', body: summary },
      seen: [],
    })
    await heading('Aujourd’hui').waitFor()
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
    app = await openApp(browser())
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
    await eventually(() => idle.inputValue()).toBe('1')

    await page().getByText('English').click()
    await heading('Settings').waitFor()
    await expectAccessible(page())
    await page().reload()
    await heading('Settings').waitFor()
    await page().locator('html[data-mantine-color-scheme=dark]').waitFor()
    expect((await app.call('app.state', {})).preferences).toMatchObject({ locale: 'en', colorScheme: 'dark' })
  })

  it('stays usable in a window half as large, as at 200 % zoom', async () => {
    app = await openApp(browser(), { viewport: { width: 640, height: 360 } })
    await createVault(app)
    await heading('Aujourd’hui').waitFor()
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
