import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue, type MessageId } from '../../renderer/i18n/catalogue.ts'
import { testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { restoreJourney } from '../support/restore-journey.ts'
import { stateOfFolder } from '../support/vault.ts'
import { handsOn, word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const { page, heading, unlock, stick, backUp, showSettings, expectRefusal, ...restore } = restoreJourney(app)
const { goRestore, lookIn, chooseFirst, open, restoreInto } = restore

const newPassphrase = 'lampe grise escalier moutarde lundi'
const caseId = '3f2b7c1e-5d4a-4f6b-8c9d-0e1f2a3b4c5d'

async function saveWishes(words: string): Promise<void> {
  const { sections } = await app()
    .call('cases.get', { id: caseId })
    .catch(() => ({ sections: [] }))
  await app().call('cases.saveSection', {
    id: caseId,
    section: { name: 'wishes', body: { wishes: words, safeContacts: '' } },
    seen: sections.map(({ version }) => version),
  })
}

async function wishes(): Promise<unknown> {
  return (await app().call('cases.get', { id: caseId })).sections[0]?.body
}

describe('a restored backup', () => {
  it('opens in a folder of its own with the words of that day, and the old vault is as it was', async () => {
    await saveWishes('Souhaite dormir en paix.')
    await backUp()
    await saveWishes('Écrit après la sauvegarde.')
    await goRestore()
    const old = stateOfFolder(app().vaultFolder)
    // The backups beside the vault are looked for first; there are none.
    await eventually(() => page().getByLabel(word('backup.restore.folder')).inputValue()).toBe(
      join(app().vaultFolder, 'backups'),
    )
    await expectRefusal('backup.folder_missing')
    await lookIn(stick())
    await handsOn(app()).see('1 sauvegarde dans ce dossier')
    await expectAccessible(page())
    await chooseFirst()
    await expectAccessible(page())
    await open()
    await handsOn(app()).see('Appartient à Membre fictive, Organisme fictif')
    await handsOn(app()).see('1 situation')
    await handsOn(app()).see(word('backup.place.untouched'))
    await expectAccessible(page())
    const proposed = `${app().vaultFolder}-2`
    await eventually(() => page().getByLabel(word('backup.place.folder')).inputValue()).toBe(proposed)
    await handsOn(app()).press(word('backup.place.restore'))
    await heading(word('backup.restored.title')).waitFor()
    await handsOn(app()).see(proposed)
    await expectAccessible(page())
    await handsOn(app()).press(word('backup.restored.open'))
    await handsOn(app()).see(proposed)
    await unlock()
    await heading('Aujourd’hui').waitFor()
    expect(await wishes()).toMatchObject({ wishes: 'Souhaite dormir en paix.' })
    expect(stateOfFolder(app().vaultFolder)).toEqual(old)
  })

  it('is chosen by the name of its file where a copy of it lies beside it', async () => {
    const path = await backUp()
    const name = basename(path)
    const copy = `Copie de ${name}`
    await copyFile(path, join(stick(), copy))
    await goRestore()
    await lookIn(stick())
    await page().getByText(name, { exact: true }).waitFor()
    await page()
      .getByRole('button', { name: new RegExp(`, ${copy}$`) })
      .click()
    await handsOn(app()).see(`${copy}, dans ${stick()}`)
    await open()
    await heading(word('backup.place.title')).waitFor()
  })

  it('is had from the keyboard alone', async () => {
    const name = basename(await backUp())
    await goRestore()
    const { focusOn, press } = keyboard(app())
    await page().getByLabel(word('backup.restore.folder')).focus()
    await press('ControlOrMeta+a')
    await page().keyboard.type(stick())
    await press('Enter')
    const date = await page().getByRole('listitem').first().locator('p').first().innerText()
    await focusOn('button', `Choisir la sauvegarde du ${date}, ${name}`)
    await press('Enter')
    await heading(word('backup.look.title')).waitFor()
    await expectFocus(heading(word('backup.look.title')))
    // Past “back” and the choice of what one has, as a person would.
    for (let steps = 0; steps < 10; steps += 1) {
      await press('Tab')
      if (await page().evaluate(() => document.activeElement?.getAttribute('type') === 'password')) break
    }
    await page().keyboard.type(testPassphrase)
    await press('Enter')
    await heading(word('backup.place.title')).waitFor()
    await eventually(() => page().getByLabel(word('backup.place.folder')).inputValue()).toBe(
      `${app().vaultFolder}-2`,
    )
    await focusOn('button', word('backup.place.restore'))
    await press('Enter')
    await heading(word('backup.restored.title')).waitFor()
    await focusOn('button', word('backup.restored.open'))
    await press('Enter')
    await unlock()
    await heading('Aujourd’hui').waitFor()
  })

  it('opens with the kit of that day when the passphrase is gone, and says how to go on', async () => {
    const kit = await app().call('recovery.begin', { form: 'code', locale: 'fr' })
    if (kit.form !== 'code') throw new Error('another form than asked')
    await app().call('recovery.confirm', { kit: { by: 'code', code: kit.code }, current: testPassphrase })
    await backUp()
    await goRestore()
    await lookIn(stick())
    await chooseFirst()
    await page().getByText(word('backup.opener.code'), { exact: true }).click()
    await handsOn(app()).press(word('backup.look.open'))
    await handsOn(app()).see(word('recovery.code.missing'))
    await expectAccessible(page())
    await handsOn(app()).write(word('recovery.code'), kit.code)
    await handsOn(app()).press(word('backup.look.open'))
    const into = join(app().folder, 'retrouvé')
    await restoreInto(into)
    await handsOn(app()).see(`choisissez « ${word('vault.unlock.forgotten')} »`)
    await handsOn(app()).press(word('backup.restored.open'))
    await handsOn(app()).press(word('vault.unlock.forgotten'))
    await handsOn(app()).write(word('recovery.code'), kit.code)
    await handsOn(app()).write(word('vault.newPassphrase'), newPassphrase)
    await handsOn(app()).write(word('vault.newPassphrase.repeat'), newPassphrase)
    await handsOn(app()).press(word('vault.recover.open'))
    await heading(word('recovery.title.after')).waitFor()
    expect((await app().call('app.state', {})).preferences.vaultFolder).toBe(into)
  })

  it('goes where one wrote, though a suggestion came while one was in the field', async () => {
    await backUp()
    await goRestore()
    await lookIn(stick())
    await chooseFirst()
    const release = await holdInspections()
    await open()
    const field = page().getByLabel(word('backup.place.folder'))
    await field.focus()
    await release()
    const into = join(app().folder, 'retrouvé')
    await page().keyboard.type(into)
    expect(await field.inputValue()).toBe(into)
    await handsOn(app()).press(word('backup.place.restore'))
    await heading(word('backup.restored.title')).waitFor()
    await handsOn(app()).see(into)
  })

  it('is chosen in English, in the dark, in a window half as large', async () => {
    const t = (id: MessageId): string => catalogue.en[id]
    await backUp()
    await app().call('app.setPreferences', { locale: 'en', colorScheme: 'dark' })
    await showSettings(t('backup.title'))
    await expectAccessible(page())
    const next = app().nextPage()
    await app().call('vault.lock', {})
    await next
    await page().setViewportSize({ width: 640, height: 360 })
    await page()
      .getByRole('button', { name: t('vault.unlock.another') })
      .click()
    await page()
      .getByRole('button', { name: t('vault.restore') })
      .click()
    await page().getByLabel(t('backup.restore.folder')).fill(stick())
    await page().keyboard.press('Enter')
    await page().getByText('1 backup in this folder').waitFor()
    await expectAccessible(page())
    await page()
      .getByRole('button', { name: /^Choose the backup of/ })
      .click()
    await page().getByLabel(t('vault.passphrase'), { exact: true }).fill(testPassphrase)
    await expectAccessible(page())
    await page().keyboard.press('Enter')
    await heading(t('backup.place.title')).waitFor()
    await expectAccessible(page())
    expect(
      await page().evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
  })
})

/** Keeps what the page asks about folders waiting. @returns lets it go on, until what it led to is on screen */
async function holdInspections(): Promise<() => Promise<void>> {
  await page().evaluate(() => {
    const held = window as unknown as {
      relais: Record<string, (input: unknown) => Promise<unknown>>
      release: () => Promise<void>
    }
    const inspect = held.relais['vault.inspect']
    const { promise: released, resolve } = Promise.withResolvers<void>()
    const asked: Promise<unknown>[] = []
    const later = async (input: unknown) => {
      await released
      return inspect?.(input)
    }
    Object.defineProperty(window, 'relais', {
      value: {
        ...held.relais,
        'vault.inspect': (input: unknown) => {
          const answer = later(input)
          asked.push(answer)
          return answer
        },
      },
    })
    held.release = async () => {
      resolve()
      for (let known = -1; known < asked.length; ) {
        known = asked.length
        await Promise.all(asked)
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
      }
    }
  })
  return () => page().evaluate(() => (window as unknown as { release: () => Promise<void> }).release())
}
