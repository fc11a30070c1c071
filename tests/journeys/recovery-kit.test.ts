import { describe, expect, it } from 'vitest'
import { testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { kitJourney } from '../support/kit-journey.ts'
import { word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const { page, heading, button, unlock, untilLocked, alert, goTo, kitOf, ...kit } = kitJourney(app)
const { readSheets, printedKit, madeKit, enter, enterBack, current, share, wordField } = kit

/** Counts what goes to the printer; headless there is none. */
async function countPrints(): Promise<() => Promise<number>> {
  await page().evaluate(() => {
    const counted = window as unknown as { prints: number }
    counted.prints = 0
    window.print = () => {
      counted.prints += 1
    }
  })
  return () => page().evaluate(() => (window as unknown as { prints: number }).prints)
}

describe('a recovery kit', () => {
  it('of one code is printed alone, entered back from paper with a wrong group named at once, and then counts', async () => {
    const prints = await countPrints()
    const paper = await printedKit('code')
    expect(paper).toHaveLength(1)
    expect(paper[0]).toHaveLength(7)
    await expectAccessible(page())
    await button('Imprimer la page').click()
    await eventually(prints).toBe(1)
    expect(await kitOf()).toBeNull()

    await button(word('recovery.print.done')).click()
    await eventually(() => page().content()).not.toContain(paper[0]?.[3])
    await button(word('recovery.enter.confirm')).click()
    await page().getByText(word('recovery.code.missing')).waitFor()
    await expectAccessible(page())

    const code = page().getByLabel(word('recovery.code'))
    await code.pressSequentially((paper[0] ?? []).slice(0, 2).join('').toLowerCase())
    await page().getByText('2 groupes sur 7 sont justes.').waitFor()
    expect(await code.inputValue()).toBe((paper[0] ?? []).slice(0, 2).join('-'))
    const [third = ''] = (paper[0] ?? []).slice(2)
    await code.pressSequentially(third.slice(0, 4) + (third.endsWith('7') ? '8' : '7'))
    await page().getByText('Le groupe 3 n’est pas tel qu’il est imprimé.').waitFor()
    await expectAccessible(page())

    await enter(paper)
    await page().getByText(word('recovery.code.whole')).waitFor()
    await button(word('recovery.enter.confirm')).click()
    await page().getByText(word('vault.passphrase.missing')).waitFor()
    await expectAccessible(page())
    await current().fill('pas la bonne phrase de passe')
    await button(word('recovery.enter.confirm')).click()
    await alert(word('error.vault.wrong_passphrase')).waitFor()
    await expectFocus(current())
    expect(await kitOf()).toBeNull()
    await current().fill(testPassphrase)
    await button(word('recovery.enter.confirm')).click()
    await page().getByText(word('recovery.done.title')).waitFor()
    await page()
      .getByText(/Prochaine vérification\s: le \d+/)
      .waitFor()
    await expectAccessible(page())
    await eventually(() => page().content()).not.toContain(paper[0]?.[3])
    expect((await kitOf())?.form).toBe('code')
  })

  it('of three shares is made from the keyboard alone, four letters a word', async () => {
    await goTo('/recovery/first')
    await heading(word('recovery.title.first')).waitFor()
    const { focusOn, press } = keyboard(app())
    await page()
      .getByRole('radio', { name: word('recovery.form.code') })
      .focus()
    await press('ArrowDown')
    await focusOn('button', word('recovery.begin'))
    await press('Enter')
    await page().getByRole('article').first().waitFor()
    const paper = await readSheets()
    expect(paper.map((words) => words.length)).toEqual([18, 18, 18])
    await focusOn('button', word('recovery.print.done'))
    await press('Enter')

    for (const [place, words] of [
      ['Première', paper[2]],
      ['Deuxième', paper[0]],
      ['Troisième', paper[1]],
    ] as const) {
      if (place === 'Première') await wordField(place).focus()
      // The second field is there under the hands as soon as the first share is whole.
      await expectFocus(wordField(place))
      for (const each of words ?? []) {
        await page().keyboard.type([...each.normalize('NFD').replace(/\p{M}/gu, '')].slice(0, 4).join(''))
        await press('Space')
      }
      await share(place).getByText('est complète.').waitFor()
    }
    await focusOn('textbox', word('recovery.enter.current'))
    await page().keyboard.type(testPassphrase)
    await focusOn('button', word('recovery.enter.confirm'))
    await press('Enter')
    await page().getByText(word('recovery.done.title')).waitFor()
    expect((await kitOf())?.form).toBe('shares')
  })

  it('of three shares counts once each of the three was entered, in any order, and says which are left', async () => {
    const older = await madeKit('shares')
    const olderId = (await kitOf())?.kitId
    const paper = await printedKit('shares')
    await button(word('recovery.print.done')).click()
    await wordField('Première').fill((older[0] ?? []).join(' '))
    await alert(word('error.recovery.entered_differs')).waitFor()
    await wordField('Première').fill((paper[2] ?? []).join(' '))
    await page().getByText('Il reste les parts 1 et 2.').waitFor()
    await wordField('Deuxième').fill((paper[0] ?? []).join(' '))
    await page().getByText('Il reste la part 2.').waitFor()
    await current().fill(testPassphrase)
    await button(word('recovery.enter.confirm')).click()
    await page().getByText(word('recovery.share.missing')).waitFor()
    expect((await kitOf())?.kitId).toBe(olderId)
    await expectAccessible(page())
    await wordField('Troisième').fill((paper[2] ?? []).join(' '))
    await alert(word('error.recovery.share_twice')).waitFor()
    await share('Troisième')
      .getByRole('button', { name: word('recovery.share.again') })
      .click()
    await wordField('Troisième').fill((paper[1] ?? []).join(' '))
    await page().getByText('Les trois parts sont entrées.').waitFor()
    await expectAccessible(page())
    await button(word('recovery.enter.confirm')).click()
    await page().getByText(word('recovery.done.title')).waitFor()
    expect((await kitOf())?.kitId).not.toBe(olderId)
  })
})

describe('what is printed', () => {
  it.each([
    ['code', 1],
    ['shares', 3],
  ] as const)(
    'of a kit of %s is one letter-size page each, and nothing of the window or of a person',
    async (form, pages) => {
      await printedKit(form)
      const pdf = (await page().pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf.match(/\/MediaBox \[0 0 612 792\]/g)).toHaveLength(pages)

      await page().emulateMedia({ media: 'print' })
      const printed = await page().evaluate(() => document.body.innerText)
      expect(printed.match(/Trousse nº/g)).toHaveLength(pages)
      for (const never of ['Membre fictive', 'Organisme fictif', 'Verrouiller', 'Situations', 'Ressaisir']) {
        expect(printed).not.toContain(never)
      }
      expect(await page().locator('#root').isVisible()).toBe(false)
      await page().emulateMedia({ media: 'screen' })
      await heading(word('recovery.title.wish')).waitFor()
    },
  )
})

describe('a kit that counts', () => {
  it('offers a backup that it opens, once there are some that only the one before it opens', async () => {
    await madeKit('code')
    expect(await button(word('backup.now')).count()).toBe(0)
    await app().call('backup.now', { jobId: crypto.randomUUID() })
    await madeKit('code')
    await page().getByText(word('recovery.done.old')).waitFor()
    await button(word('backup.now')).click()
    await page()
      .getByText(/^Sauvegarde faite/)
      .waitFor()
    await expectAccessible(page())
  })
})

describe('a kit that was begun', () => {
  it('is not left by mistake; left all the same, it opens nothing and the one before it still does', async () => {
    const before = await madeKit('code')
    const paper = await printedKit('code')
    const away = page().getByRole('link', { name: 'Membres' })
    await away.click()
    await page().getByRole('dialog').getByText(word('recovery.leave.text.renew')).waitFor()
    await expectAccessible(page())
    await page()
      .getByRole('dialog')
      .getByRole('button', { name: word('ui.cancel') })
      .click()
    await page().getByRole('dialog').waitFor({ state: 'detached' })
    expect(await readSheets()).toEqual(paper)

    await away.click()
    await page()
      .getByRole('dialog')
      .getByRole('button', { name: word('recovery.leave.action') })
      .click()
    await heading('Membres').waitFor()
    const late = { kit: { by: 'code' as const, code: (paper[0] ?? []).join('-') }, current: testPassphrase }
    await expect(app().call('recovery.confirm', late)).rejects.toThrow('recovery.not_begun')
    await app().call('recovery.check', { kit: { by: 'code', code: (before[0] ?? []).join('-') } })
  })

  it('does not hold up a lock, and is on no screen after it', async () => {
    const paper = await printedKit('code')
    await untilLocked(() => button('Verrouiller').click())
    await eventually(() => page().content()).not.toContain(paper[0]?.[3])
    await unlock()
    await page().getByText(word('recovery.form'), { exact: true }).waitFor()
    await eventually(() => page().content()).not.toContain(paper[0]?.[3])
  })

  it('is entered back from the wrong paper in vain', async () => {
    const before = await madeKit('code')
    await printedKit('code')
    await button(word('recovery.print.done')).click()
    await enterBack(before)
    await alert(word('error.recovery.entered_differs')).waitFor()
    await expectAccessible(page())
  })
})

describe('a year later', () => {
  it('the kit is asked for, and its paper proves that it is there for another year', async () => {
    const paper = await madeKit('code')
    await changeBeneath(
      app(),
      `UPDATE settings SET value = json_replace(value, '$[0].madeOn', '2025-01-15', '$[0].checkedOn', '2025-01-15') WHERE name = 'recovery.kits'`,
    )
    await goTo('/settings/recovery')
    await page().getByText(word('recovery.state.due'), { exact: true }).waitFor()
    await page().getByText('15 janvier 2025').first().waitFor()
    await expectAccessible(page())
    await page()
      .getByRole('region', { name: word('recovery.settings.title') })
      .getByRole('link', { name: word('recovery.settings.check') })
      .click()
    await heading(word('recovery.check.title')).waitFor()
    await expectAccessible(page())
    await enter(paper)
    await page()
      .getByRole('button', { name: word('recovery.check.check'), exact: true })
      .click()
    await page().getByText(word('recovery.checked.title')).waitFor()
    await expectAccessible(page())
    await goTo('/settings/recovery')
    await page().getByText(word('recovery.state.fine'), { exact: true }).waitFor()
  })
})

describe.each(['light', 'dark'] as const)('in the %s scheme and in English', (colorScheme) => {
  it('every screen of the kit can be read by all', async () => {
    await app().call('app.setPreferences', { locale: 'en', colorScheme })
    await page().reload()
    for (const place of [
      '/recovery/first',
      '/recovery/after',
      '/recovery',
      '/recovery/check',
      '/settings/recovery',
    ]) {
      await goTo(place)
      await page().getByRole('heading', { level: 2 }).or(page().getByRole('radio')).first().waitFor()
      await expectAccessible(page())
    }
    await goTo('/recovery')
    await page().getByRole('radio', { name: 'Three shares' }).check()
    await button('Do it now').click()
    await page().getByRole('article').first().waitFor()
    await expectAccessible(page())
    await button('Continue').click()
    await page().getByRole('group', { name: 'First share' }).getByRole('textbox').fill('abandon zzzz acti')
    await page()
      .getByRole('button', { name: /zzzz \(not in the list\)/ })
      .waitFor()
    await expectAccessible(page())
  })
})
