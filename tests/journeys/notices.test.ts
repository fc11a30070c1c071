import { describe, expect, it } from 'vitest'
import { catalogue } from '../../renderer/i18n/catalogue.ts'
import type { Out } from '../../shared/contract.ts'
import { noticeCode } from '../../shared/notices/notices.contract.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { vaultJourney } from '../support/vault-journey.ts'
import { handsOn, word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const { page, heading, untilLocked, unlock } = vaultJourney(app)

const notices = () => page().getByRole('region', { name: word('notices.title') })
const sentences = () => notices().getByRole('listitem')
const read = (name: string) => page().getByRole('button', { name: `Avis lu : ${name}` })

type Listed = Out<'notices.list'>['notices']

/** Answers for the vault, which could not have all of these to tell at once; what was read is not told again. */
async function tell(listed: Listed): Promise<void> {
  await page().addInitScript((all) => {
    let left = all
    const { relais } = window as unknown as { relais: Record<string, unknown> }
    Object.defineProperty(window, 'relais', {
      value: {
        ...relais,
        'notices.list': () => Promise.resolve({ ok: true, out: { notices: left } }),
        'notices.dismiss': ({ code }: { code: string }) => {
          left = left.filter((notice) => notice.code !== code)
          return Promise.resolve({ ok: true, out: {} })
        },
      },
    })
  }, listed)
  await page().reload()
}

/** Every section says what it asked for; by the second frame after that one has been brought to where one goes. */
async function settingsHaveCome(): Promise<void> {
  for (const words of ['vault.erase.title', 'recovery.state.missing', 'backup.last.none'] as const) {
    await page().getByText(word(words), { exact: true }).waitFor()
  }
  await page().evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
  })
}

const everything: Listed = noticeCode.options.map((code) => ({ code, params: {} }))

describe('the notices', () => {
  it('of a new vault say that it has no kit, and lead to where one is made', async () => {
    await notices().getByText(word('notices.recovery_missing')).waitFor()
    await expectAccessible(page())
    await notices()
      .getByRole('link', { name: word('notices.go.makeKit') })
      .click()
    await page().waitForURL(/#\/recovery$/)
    await page()
      .getByRole('heading', { level: 1, name: word('recovery.title.wish') })
      .waitFor()
    // Whoever is at her kit needs not be told that it is missing.
    await notices().waitFor({ state: 'detached' })
  })

  it('that were read do not come back, and leave one where one was, from the keyboard too', async () => {
    await notices().waitFor()
    while ((await sentences().count()) > 0) {
      const button = notices()
        .getByRole('button', { name: /^Avis lu/ })
        .first()
      const name = (await button.getAttribute('aria-label')) ?? ''
      await button.focus()
      await page().keyboard.press('Enter')
      await page().getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
    }
    await expectFocus(heading('Aujourd’hui'))
    await page().getByRole('link', { name: 'Membres' }).click()
    await heading('Membres').waitFor()
    await page().reload()
    await heading('Membres').waitFor()
    expect((await app().call('notices.list', {})).notices).toEqual([])
    expect(await notices().count()).toBe(0)
  })

  it('are in sight when one unlocks straight into a section of the settings; with none to read one is in that section', async () => {
    const section = () => page().getByRole('heading', { level: 2, name: word('backup.title'), exact: true })
    await page().goto('https://relais.invalid/#/settings/backup')
    await untilLocked(() => app().call('vault.lock', {}))
    await unlock()
    await notices().waitFor()
    await settingsHaveCome()
    await expectFocus(heading(word('settings.title')))
    expect(await page().evaluate(() => window.scrollY)).toBe(0)

    await page()
      .getByRole('link', { name: word('settings.nav.backup'), exact: true })
      .click()
    await expectFocus(section())
    await notices()
      .getByRole('button', { name: /^Avis lu/ })
      .click()
    await notices().waitFor({ state: 'detached' })
    await untilLocked(() => app().call('vault.lock', {}))
    await unlock()
    await expectFocus(section())
  })

  it('tell of wrong passphrases that were tried, once one is in', async () => {
    await heading('Aujourd’hui').waitFor()
    await untilLocked(() => app().call('vault.lock', {}))
    await unlock('ce n’est pas celle-là')
    await page().getByRole('alert').waitFor()
    await page()
      .getByRole('button', { name: word('vault.unlock.open'), disabled: false })
      .waitFor()
    await unlock()
    await heading('Aujourd’hui').waitFor()
    await showAll()
    await notices()
      .getByText(/^Une phrase de passe erronée a été essayée/)
      .waitFor()
  })

  it('are two at most until one asks, are said politely, and stay clear of the head and the side bar', async () => {
    await tell(everything)
    await notices().waitFor()
    await eventually(() => sentences().count()).toBe(2)
    const polite = page().locator('[aria-live=polite]').filter({ has: notices() })
    expect(await polite.count()).toBe(1)
    expect(await page().getByRole('alert').count()).toBe(0)
    const box = await notices().boundingBox()
    const head = await page().locator('header').first().boundingBox()
    const side = await page().getByRole('navigation').first().boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0))
    expect(box?.x).toBeGreaterThanOrEqual((side?.x ?? 0) + (side?.width ?? 0))

    await page()
      .getByRole('button', { name: `Voir ${everything.length - 2} autres avis` })
      .click()
    await eventually(() => sentences().count()).toBe(everything.length)
    await expectAccessible(page())
    await read(word('notices.vault_updated.name')).click()
    await eventually(() => sentences().count()).toBe(everything.length - 1)
    await expectFocus(notices())
  })

  it('are whole sentences in English too, in the dark, in a window half as large', async () => {
    await app().call('app.setPreferences', { locale: 'en', colorScheme: 'dark' })
    await page().setViewportSize({ width: 640, height: 360 })
    await tell(everything)
    await page()
      .getByRole('button', { name: /more notices$/ })
      .click()
    await page().getByText(catalogue.en['notices.clock_set_back']).waitFor()
    await expectAccessible(page())
    expect(
      await page().evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
  })

  async function showAll(): Promise<void> {
    const more = page().getByRole('button', { name: /autres? avis$/ })
    await notices().waitFor()
    if ((await more.count()) > 0) await handsOn(app()).press(await more.innerText())
  }
})
