import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { places } from '../../renderer/navigation.ts'
import { openApp, type TestApp } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { openVaultOf } from '../support/exchange.ts'
import { keyboard } from '../support/keyboard.ts'
import { offerCard, showMembers } from '../support/members.ts'
import { word } from '../tour/hands.ts'

const browser = browserOfFile()

async function firstStart(colorScheme: 'light' | 'dark' = 'light'): Promise<TestApp> {
  const app = await openApp(browser(), { colorScheme })
  onTestFinished(async () => {
    expect(app.faults).toEqual([])
    await app.close()
  })
  return app
}

const banner = (app: TestApp) =>
  app
    .page()
    .getByRole('note')
    .filter({ hasText: word('practice.banner') })
const title = (app: TestApp, name: string) => app.page().getByRole('heading', { level: 1, name })

/** By its button on the first screen, by its link on the others. */
async function discover(app: TestApp): Promise<void> {
  const { focusOn, press } = keyboard(app)
  await focusOn('button', word('practice.open'))
  await press('Enter')
  await banner(app).waitFor()
}

async function lock(app: TestApp): Promise<void> {
  const next = app.nextPage()
  await keyboard(app).press('Control+l')
  await next
}

describe('whoever wants to see before she trusts', () => {
  it('tries Relais with made-up data from the first screen, by keyboard alone, and is back at that screen after a lock', async () => {
    const app = await firstStart()
    await title(app, 'Bienvenue dans Relais').waitFor()
    await discover(app)
    await title(app, 'Aujourd’hui').waitFor()
    await app.page().getByText('On vous demande un service').waitFor()
    await expectAccessible(app.page())

    const { focusOn, press } = keyboard(app)
    await focusOn('link', word('app.nav.cases'))
    await press('Enter')
    const { rows } = await app.call('cases.list', { status: ['open'], risk: ['high'] })
    await focusOn('link', rows[0]?.code ?? '')
    await press('Enter')
    await app.page().getByRole('heading', { level: 2 }).first().waitFor()
    await expectAccessible(app.page())

    await lock(app)
    await title(app, 'Bienvenue dans Relais').waitFor()
    expect(await banner(app).count()).toBe(0)
    expect((await app.call('app.state', {})).preferences.vaultFolder).toBeNull()
    await discover(app)
    await title(app, 'Aujourd’hui').waitFor()
  })

  it('is told on every place that nothing there is real, in the light and in the dark', async () => {
    const app = await firstStart('dark')
    await discover(app)
    for (const { path, label } of places) {
      const { focusOn, press } = keyboard(app)
      await focusOn('link', word(label))
      await press('Enter')
      await eventually(() => app.page().evaluate(() => location.hash)).toBe(`#${path}`)
      await app.page().locator('h1').waitFor()
      expect(await banner(app).isVisible()).toBe(true)
      await expectAccessible(app.page())
    }
  })

  it('reads all of the warning in a window as small as 200 % makes it', async () => {
    const app = await firstStart()
    await discover(app)
    await app.page().setViewportSize({ width: 640, height: 360 })
    const cut = await banner(app).evaluate(
      (element) => element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth,
    )
    expect(cut).toBe(false)
    await expectAccessible(app.page())
  })
})

describe('whoever has a vault of her own', () => {
  it('goes to the practice vault and back, and finds hers as it was, as the next start does', async () => {
    const app = await openVaultOf(browser(), 'Anne Fictive')
    const id = crypto.randomUUID()
    await app.call('cases.saveSection', {
      id,
      section: { name: 'question', body: { question: 'Une vraie question' } },
      seen: [],
    })
    await lock(app)
    await title(app, 'Ouvrir votre coffre').waitFor()
    await discover(app)
    expect((await app.call('cases.list', {})).all).toBeGreaterThan(12)
    await expect(app.call('cases.get', { id })).rejects.toThrow('cases.not_found')

    await lock(app)
    await title(app, 'Ouvrir votre coffre').waitFor()
    await app.page().getByText(app.vaultFolder, { exact: true }).waitFor()
    expect((await app.call('app.state', {})).preferences.vaultFolder).toBe(app.vaultFolder)
    await app
      .page()
      .getByLabel('Phrase de passe', { exact: true })
      .fill('tambour violet quatorze nuages lents')
    await keyboard(app).press('Enter')
    await title(app, 'Aujourd’hui').waitFor()
    expect(await banner(app).count()).toBe(0)
    expect((await app.call('cases.list', {})).all).toBe(1)
  })

  it('is not led to the practice vault at the next start by having opened its folder by hand', async () => {
    const app = await firstStart()
    await discover(app)
    await lock(app)
    const folder = join(app.folder, 'practice')
    await app.call('vault.unlock', { folder, passphrase: 'ceci est un coffre d’exercice' })
    expect((await app.call('practice.state', {})).practice).toBe(true)
    expect((await app.call('app.state', {})).preferences.vaultFolder).toBeNull()
  })

  it('is told that a card of a practice vault has nobody behind it, and one who practises that a real card belongs elsewhere', async () => {
    const anne = await openVaultOf(browser(), 'Anne Fictive')
    const learner = await firstStart()
    await discover(learner)
    const cards = {
      real: (await anne.call('members.cardFile', {})).bytes,
      practice: (await learner.call('members.cardFile', {})).bytes,
    }
    for (const [app, card, code] of [
      [anne, cards.practice, 'members.card_of_practice'],
      [learner, cards.real, 'members.card_not_of_practice'],
    ] as const) {
      const before = (await app.call('members.list', {})).members.length
      await showMembers(app)
      await offerCard(app, card)
      await app
        .page()
        .getByText(word(`error.${code}`))
        .first()
        .waitFor()
      await expectAccessible(app.page())
      expect((await app.call('members.list', {})).members).toHaveLength(before)
    }
  })
})
