import { writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { openApp, testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { vaultJourney } from '../support/vault-journey.ts'
import { handsOn, word } from '../tour/hands.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)
const { page, heading, button, untilLocked, unlock } = vaultJourney(app)

const nextPassphrase = 'lampe grise escalier moutarde lundi'
const wrong = 'ce n’est pas celle-là'
const section = (name: string) => page().getByRole('region', { name })
const alert = (text: string) => page().getByRole('alert').getByText(text)

async function toSection(name: string): Promise<void> {
  await page().getByRole('link', { name: 'Réglages' }).click()
  await page().getByRole('navigation', { name: 'Sections des réglages' }).getByRole('link', { name }).click()
  await expectFocus(page().getByRole('heading', { level: 2, name }))
}

const lock = () => untilLocked(() => app().call('vault.lock', {}))

const wait = /^Prochain essai dans \d+/
const waiting = (shown: Page) => shown.getByText(wait).filter({ visible: true }).first().waitFor()

/** As after that many wrong ones in a row, without the minutes that they take: nine ask for 64 seconds. */
async function countFailures(
  verified: number,
  { failures = verified, uptimeSeconds = uptime() } = {},
): Promise<void> {
  const counted = {
    format: 'relais-attempts',
    version: 1,
    failures,
    verified,
    uptimeSeconds,
  }
  await writeFile(vaultFiles(app().vaultFolder).attempts, JSON.stringify(counted))
}

describe('the passphrase', () => {
  it('is changed in the settings: the old one is dead at once, and backups made before are spoken of', async () => {
    const { write, press, see } = handsOn(app())
    await toSection('Phrase de passe')
    await press(word('vault.change.begin'))
    await expectAccessible(page())
    await press('Changer')
    await see(word('vault.passphrase.missing'))
    await expectAccessible(page())

    await write(word('vault.change.current'), wrong)
    await write(word('vault.newPassphrase'), nextPassphrase)
    await write(word('vault.newPassphrase.repeat'), nextPassphrase)
    await press('Changer')
    await alert(word('error.vault.wrong_passphrase')).waitFor()

    await write(word('vault.change.current'), testPassphrase)
    await press('Changer')
    await see(word('vault.change.done'))
    await see(word('vault.change.oldBackups'))
    await page().locator('input[type=password]').first().waitFor({ state: 'detached' })
    await expectAccessible(page())
    await section('Phrase de passe')
      .getByRole('button', { name: word('backup.now') })
      .click()
    await eventually(async () => (await app().call('backup.state', {})).last).not.toBeNull()

    await lock()
    await unlock(testPassphrase)
    await alert(word('error.vault.wrong_passphrase')).waitFor()
    await unlock(nextPassphrase)
    await heading('Réglages').waitFor()
  })

  it('is not changed for one that would be guessed, nor when the two differ', async () => {
    const { write, press, see } = handsOn(app())
    await toSection('Phrase de passe')
    await press(word('vault.change.begin'))
    await write(word('vault.change.current'), testPassphrase)
    await write(word('vault.newPassphrase'), 'motdepasse123')
    await see('Trop facile à deviner.')
    await write(word('vault.newPassphrase.repeat'), 'motdepasse1234')
    await press('Changer')
    await see(word('vault.create.repeat.differs'))
    expect(await page().getByText('Trop facile à deviner.').count()).toBe(1)
    for (const field of ['vault.newPassphrase', 'vault.newPassphrase.repeat'] as const) {
      await write(word(field), testPassphrase)
    }
    await press('Changer')
    await see(word('vault.change.same'))
    await press(word('ui.cancel'))
    await page().waitForFunction(
      (label) => document.activeElement?.textContent === label,
      word('vault.change.begin'),
    )
    await lock()
    await unlock()
    await heading('Réglages').waitFor()
  })

  it('may be tried again only after a wait, which ends by itself', async () => {
    await lock()
    // The fifth in a row costs four seconds.
    await countFailures(4, { uptimeSeconds: 0 })
    await unlock(wrong)
    // Looked for together: four seconds pass between two looks of a busy machine.
    await page()
      .getByRole('main')
      .filter({ has: page().getByRole('button', { name: 'Ouvrir le coffre', disabled: true }) })
      .getByText(wait)
      .filter({ visible: true })
      .first()
      .waitFor()
    await alert(word('error.vault.wrong_passphrase')).waitFor()
    await eventually(() => button('Ouvrir le coffre').isEnabled()).toBe(true)
    await page().getByText(wait).first().waitFor({ state: 'detached' })
    await unlock()
    await heading('Aujourd’hui').waitFor()
  })

  it('keeps one waiting, second by second, though Relais is closed and started again', async () => {
    await lock()
    await countFailures(9)
    await page().reload()
    await waiting(page())
    await expectAccessible(page())
    const told = () => page().getByText(wait).first().textContent()
    const before = await told()
    await eventually(told).not.toBe(before)

    const again = await openApp(browser(), { dataFolder: app().folder, keepFolder: true })
    try {
      await waiting(again.page())
      expect(await again.page().getByRole('button', { name: 'Ouvrir le coffre' }).isDisabled()).toBe(true)
    } finally {
      await again.close()
    }
  })
})

describe('erasing the keys after many wrong passphrases', () => {
  it('is off, is not offered without a backup, and is turned on only by whoever was told what it costs', async () => {
    const { press, see, confirm, write } = handsOn(app())
    const protection = () => app().call('vault.protection', {})
    expect(await protection()).toEqual({ eraseAfter: null })
    await toSection('Verrouillage')
    await see(word('vault.erase.risk'))
    await see(word('vault.erase.noBackup'))
    expect(await button(word('vault.erase.turnOn')).count()).toBe(0)

    await app().call('backup.now', { jobId: crypto.randomUUID() })
    await page().reload()
    await page().getByLabel(word('vault.erase.after')).selectOption('10')
    await press(word('vault.erase.turnOn'))
    await see(word('vault.passphrase.missing'))
    await write(word('vault.erase.current'), testPassphrase)
    await press(word('vault.erase.turnOn'))
    await see(/10 phrases de passe erronées de suite/)
    await expectAccessible(page())
    await confirm(word('ui.cancel'))
    expect(await protection()).toEqual({ eraseAfter: null })

    await press(word('vault.erase.turnOn'))
    await confirm(word('vault.erase.confirm.action'))
    await page().getByText('Après 10 essais', { exact: true }).waitFor()
    expect(await protection()).toEqual({ eraseAfter: 10 })
    await write(word('vault.erase.current'), wrong)
    await press(word('vault.erase.turnOff'))
    await alert(word('error.vault.wrong_passphrase')).waitFor()
    expect(await protection()).toEqual({ eraseAfter: 10 })
    await write(word('vault.erase.current'), testPassphrase)
    await press(word('vault.erase.turnOff'))
    await see(word('vault.erase.off'))
    expect(await protection()).toEqual({ eraseAfter: null })
  })

  it('once it has happened says that only a backup brings the vault back', async () => {
    await app().call('vault.setProtection', { eraseAfter: 10, current: testPassphrase })
    await lock()
    await countFailures(9, { failures: 0 })
    await unlock(wrong)
    await alert(word('error.vault.keys_erased')).waitFor()
    await expectAccessible(page())
    await unlock(testPassphrase)
    await alert(word('error.vault.keys_erased')).waitFor()
    await button(word('vault.way.restore')).click()
    await heading('Restaurer une sauvegarde').waitFor()
  })
})
