import { mkdir, open, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { catalogue, type MessageId } from '../../renderer/i18n/catalogue.ts'
import type { Out } from '../../shared/contract.ts'
import { type TestApp, testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { stateOfFolder } from '../support/vault.ts'
import { vaultJourney } from '../support/vault-journey.ts'
import { handsOn, word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const { page, heading, untilLocked, unlock, expectRefusal } = vaultJourney(app)
const pageBytes = 4096

/** Enough text that a few pages of the database hold nothing but sections. */
async function recordCases(count: number): Promise<string[]> {
  const codes: string[] = []
  for (let number = 1; number <= count; number += 1) {
    const words = `Situation fictive ${number}. `.repeat(120)
    const { code } = await app().call('cases.saveSection', {
      id: crypto.randomUUID(),
      section: { name: 'summary', body: { context: words, situation: '', needs: '' } },
      seen: [],
    })
    codes.push(code)
  }
  return codes
}

/** Writes over some pages of the closed database: a disk that has grown tired. */
async function scratch(pages: readonly number[]): Promise<void> {
  const file = await open(vaultFiles(app().vaultFolder).database, 'r+')
  for (const number of pages) await file.write(Buffer.alloc(64, 7), 0, 64, (number - 1) * pageBytes + 512)
  await file.close()
}

async function pageCount(): Promise<number> {
  return (await stat(vaultFiles(app().vaultFolder).database)).size / pageBytes
}

/** A vault of twenty cases, locked, with two of its last pages destroyed; the way out that reads what is left. */
async function damagedVault(): Promise<readonly string[]> {
  const codes = await recordCases(20)
  await untilLocked(() => app().call('vault.lock', {}))
  const pages = await pageCount()
  await scratch([pages - 3, pages - 1])
  await unlock()
  await expectRefusal('vault.database_damaged')
  await handsOn(app()).press(word('vault.way.salvage'))
  await heading(word('damage.salvage.title')).waitFor()
  return codes
}

async function salvage(passphrase = testPassphrase): Promise<void> {
  await handsOn(app()).write(word('vault.passphrase'), passphrase)
  await handsOn(app()).press(word('damage.salvage.start'))
}

async function showCheck(): Promise<void> {
  await page().goto('https://relais.invalid/#/settings/check')
  await page().reload()
  await page()
    .getByRole('button', { name: word('damage.check.start') })
    .waitFor()
}

/** Prepares the page to answer a rescue by itself: for accounts that would take hours to come by. */
async function answerSalvage(of: TestApp, report: Out<'damage.salvage'>): Promise<void> {
  await of.page().evaluate((out) => {
    const { relais } = window as unknown as { relais: Record<string, unknown> }
    const answer = () => Promise.resolve({ ok: true, out })
    Object.defineProperty(window, 'relais', { value: { ...relais, 'damage.salvage': answer } })
  }, report)
}

describe('the full check of a vault', () => {
  it('reads every page and says in one line that all is well', async () => {
    await recordCases(3)
    await showCheck()
    await expectAccessible(page())
    const { focusOn, press } = keyboard(app())
    await focusOn('button', word('damage.check.start'))
    await press('Enter')
    await handsOn(app()).see(/^Tout est en ordre\s: \d+ pages vérifiées\.$/)
    await expectAccessible(page())
  })

  it('that finds damage says so and leads to where it is mended, without touching anything', async () => {
    await recordCases(20)
    await showCheck()
    await untilLocked(() => app().call('vault.lock', {}))
    await unlock()
    await page()
      .getByRole('button', { name: word('damage.check.start') })
      .waitFor()
    await scratch([(await pageCount()) - 1])
    await handsOn(app()).press(word('damage.check.start'))
    await expectRefusal('vault.database_damaged')
    await handsOn(app()).see(word('damage.check.next'))
    await untilLocked(() => handsOn(app()).press(word('damage.check.lock')))
    await unlock()
    await expectRefusal('vault.database_damaged')
  })
})

describe('a damaged vault', () => {
  it('gives what is readable to a new one, with an account of what is lost, and stays as it is', async () => {
    const codes = await damagedVault()
    const old = stateOfFolder(app().vaultFolder)
    await expectAccessible(page())
    await page().waitForFunction(
      (wanted) => [...document.querySelectorAll('input')].some(({ value }) => value === wanted),
      `${app().vaultFolder}-2`,
    )
    await salvage()
    await heading(word('damage.report.title')).waitFor()
    await handsOn(app()).see(word('damage.report.partial'))
    await expectAccessible(page())
    expect(stateOfFolder(app().vaultFolder)).toEqual(old)
    const named = await page().locator('th[scope=row]').allInnerTexts()
    const harmed = named.filter((text) => codes.includes(text))

    await handsOn(app()).press(word('damage.report.open'))
    await handsOn(app()).see(`${app().vaultFolder}-2`)
    await unlock()
    await heading('Aujourd’hui').waitFor()
    const { rows } = await app().call('cases.list', {})
    const present = rows.map(({ code }) => code)
    // Every case is there or named among the harmed ones: none is lost in silence.
    expect(codes.filter((code) => !present.includes(code) && !harmed.includes(code))).toEqual([])
    expect(harmed.length).toBeGreaterThan(0)
    expect(harmed.length).toBeLessThan(codes.length)
  })

  it('is read with two shares of its kit when the passphrase is gone', async () => {
    const kit = await app().call('recovery.begin', { form: 'shares', locale: 'fr' })
    if (kit.form !== 'shares') throw new Error('another form than asked')
    const shares = kit.shares.map(({ words }) => words.join(' '))
    const [first = '', , third = ''] = shares
    await app().call('recovery.confirm', { kit: { by: 'shares', shares }, current: testPassphrase })
    await damagedVault()
    await page().getByText(word('backup.opener.shares'), { exact: true }).click()
    for (const [place, words] of [
      ['Première', third],
      ['Deuxième', first],
    ] as const) {
      const share = page().getByRole('group', { name: `${place} part` })
      await share.getByRole('textbox').fill(words)
      await share.getByText(/^La part [13] est bonne/).waitFor()
    }
    await expectAccessible(page())
    await handsOn(app()).press(word('damage.salvage.start'))
    await heading(word('damage.report.title')).waitFor()
  })

  it('asks again after a wrong passphrase, and never writes where something is', async () => {
    await damagedVault()
    const before = stateOfFolder(app().vaultFolder)
    await handsOn(app()).press(word('damage.salvage.start'))
    await handsOn(app()).see(word('vault.passphrase.missing'))
    await salvage('ce n’est pas celle-là')
    await expectRefusal('vault.wrong_passphrase')
    const taken = join(app().folder, 'papiers')
    await mkdir(taken)
    await writeFile(join(taken, 'liste.txt'), 'lait, pain')
    await handsOn(app()).write(word('damage.salvage.into'), taken)
    await salvage()
    await expectRefusal('vault.folder_not_empty')
    expect(await readdir(taken)).toEqual(['liste.txt'])
    await handsOn(app()).write(word('damage.salvage.into'), app().vaultFolder)
    await salvage()
    await expectRefusal('vault.already_exists')
    expect(stateOfFolder(app().vaultFolder).filter((line) => !line.includes('attempts'))).toEqual(before)
  })

  it('has an account of two hundred cases in which one is found by a few letters, and which prints whole', async () => {
    await damagedVault()
    const codes = Array.from({ length: 200 }, (_, index) => `Tournesol-${1000 + index}`)
    await answerSalvage(app(), {
      kept: [{ kind: 'cases', count: 1800 }],
      lost: [
        { kind: 'sections', count: 412 },
        { kind: 'drafts', count: null },
      ],
      cases: codes.map((code) => ({
        code,
        sections: ['wishes', 'risk'],
        rebuilt: code === 'Tournesol-1001',
      })),
      identity: 'new',
      lastChangeUncertain: true,
    })
    await salvage()
    await handsOn(app()).see('Il manque quelque chose dans 200 situations')
    await handsOn(app()).see(word('damage.report.unknown'))
    const shown = () =>
      page()
        .getByRole('rowheader', { name: /^Tournesol/ })
        .count()
    await eventually(shown).toBe(200)
    await handsOn(app()).see('Souhaits de la personne, Risque et protection')
    await handsOn(app()).see(word('damage.report.identity'))
    await handsOn(app()).see(word('damage.report.lastChange'))
    await handsOn(app()).see(new RegExp(`${word('damage.report.rebuilt.how')}$`))
    await handsOn(app()).see(/^Statut, dates, responsable, Souhaits/)
    await page()
      .getByRole('searchbox', { name: word('damage.report.find') })
      .fill('1042')
    await handsOn(app()).see('1 code correspond')
    await eventually(shown).toBe(1)
    await expectAccessible(page())

    await page().evaluate(() => {
      Object.assign(window, { printed: 0, print: () => Object.assign(window, { printed: 1 }) })
    })
    await handsOn(app()).press(word('damage.report.print'))
    await eventually(() => page().evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1)
    await page().emulateMedia({ media: 'print' })
    await eventually(shown).toBe(200)
    const paper = await page().locator('body').innerText()
    expect(paper).not.toContain(app().folder)
    expect(paper).not.toContain(word('damage.report.open'))
    await page().emulateMedia({ media: 'screen' })
  })

  it('is explained in English, in the dark, in a window half as large', async () => {
    const t = (id: MessageId): string => catalogue.en[id]
    await damagedVault()
    await app().call('app.setPreferences', { locale: 'en', colorScheme: 'dark' })
    await page().reload()
    await page().setViewportSize({ width: 640, height: 360 })
    await page().getByLabel(t('vault.passphrase'), { exact: true }).fill(testPassphrase)
    await page().keyboard.press('Enter')
    await page()
      .getByRole('button', { name: t('vault.way.salvage') })
      .click()
    await heading(t('damage.salvage.title')).waitFor()
    await expectAccessible(page())
    await page().getByLabel(t('vault.passphrase'), { exact: true }).fill(testPassphrase)
    await page().keyboard.press('Enter')
    await heading(t('damage.report.title')).waitFor()
    await expectAccessible(page())
    expect(
      await page().evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0)
  })
})
