import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { catalogue, type MessageId } from '../../renderer/i18n/catalogue.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import { createVault, openApp, type TestApp, testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { keyboard } from '../support/keyboard.ts'
import { stateOfFolder } from '../support/vault.ts'
import { vaultJourney } from '../support/vault-journey.ts'
import { handsOn, word } from '../tour/hands.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)
const { page, heading, untilLocked, unlock } = vaultJourney(app)

const stick = (): string => join(app().folder, 'clé')
const newPassphrase = 'lampe grise escalier moutarde lundi'
const caseId = '3f2b7c1e-5d4a-4f6b-8c9d-0e1f2a3b4c5d'

beforeEach(() => mkdir(stick()))

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

/** A backup on the stick, made through the contract, for stories that begin with its loss. */
async function backUp(): Promise<string> {
  await app().call('backup.settings', { folder: stick(), automatic: false })
  const { name } = await app().call('backup.now', { jobId: crypto.randomUUID() })
  return join(stick(), name)
}

async function showSettings(): Promise<void> {
  await page().goto('https://relais.invalid/#/settings/backup')
  await page().reload()
  await page()
    .getByRole('heading', { level: 2, name: word('backup.title'), exact: true })
    .waitFor()
}

/** At the gate, the way of someone who has no vault in hand any more: another vault, a backup. */
async function goRestore(): Promise<void> {
  await untilLocked(() => app().call('vault.lock', {}))
  await handsOn(app()).press(word('vault.unlock.another'))
  await handsOn(app()).press(word('vault.restore'))
  await heading(word('backup.restore.title')).waitFor()
}

async function lookIn(folder: string): Promise<void> {
  await handsOn(app()).write(word('backup.restore.folder'), folder)
  await page()
    .getByRole('button', {
      name: new RegExp(`${word('backup.restore.look')}|${word('backup.restore.again')}`),
    })
    .click()
}

const chooseFirst = () =>
  page()
    .getByRole('button', { name: /^Choisir la sauvegarde du/ })
    .first()
    .click()

async function open(passphrase = testPassphrase): Promise<void> {
  await handsOn(app()).write(word('vault.passphrase'), passphrase)
  await handsOn(app()).press(word('backup.look.open'))
}

async function restoreInto(folder: string): Promise<void> {
  await handsOn(app()).write(word('backup.place.folder'), folder)
  await handsOn(app()).press(word('backup.place.restore'))
}

async function expectRefusal(code: ErrorCode): Promise<void> {
  await page()
    .getByRole('alert')
    .getByText(word(`error.${code}`))
    .waitFor()
  await page()
    .getByRole('alert')
    .getByText(word(`error.${code}.next`))
    .waitFor()
  await expectAccessible(page())
}

describe('a backup', () => {
  it('is made where one chose, reopened, counted, and told with the stick to eject', async () => {
    await saveWishes('Souhaite dormir en paix.')
    await showSettings()
    await handsOn(app()).see(word('backup.last.none'))
    await handsOn(app()).see(word('backup.folder.beside'))
    await expectAccessible(page())

    await handsOn(app()).write(word('backup.folder'), stick())
    // Not to another place than the one that was just written.
    const now = page().getByRole('button', { name: word('backup.now') })
    expect(await now.isDisabled()).toBe(true)
    await handsOn(app()).see(/^Le dossier écrit ci-dessus ne sert pas encore/)
    await expectAccessible(page())
    await handsOn(app()).press(word('backup.folder.use'))
    await handsOn(app()).see(word('backup.eject'))
    await handsOn(app()).press(word('backup.now'))
    await handsOn(app()).see(/^Sauvegarde faite/)
    await page().waitForFunction((label) => document.activeElement?.textContent === label, word('backup.now'))
    await handsOn(app()).see('1 situation')
    const [name = ''] = await readdir(stick())
    expect(name).toMatch(/\.relais-backup$/)
    await handsOn(app()).see(`${name}, dans ${stick()}`)
    await handsOn(app()).see(/il y a|à l’instant/)
    await expectAccessible(page())
    expect((await app().call('backup.state', {})).last?.name).toBe(name)
  })

  it('does not go to a folder that is not there: it says so, and the one in use stays', async () => {
    await showSettings()
    const before = await app().call('backup.state', {})
    await handsOn(app()).write(word('backup.folder'), join(app().folder, 'clé débranchée'))
    await handsOn(app()).press(word('backup.folder.use'))
    await expectRefusal('backup.folder_missing')
    expect(await app().call('backup.state', {})).toEqual(before)
    expect(await readdir(app().folder)).not.toContain('clé débranchée')
  })

  it('says which stick is missing when it is unplugged, and is made once it is back', async () => {
    await app().call('backup.settings', { folder: stick(), automatic: false })
    await showSettings()
    await rename(stick(), `${stick()}-tiroir`)
    await handsOn(app()).press(word('backup.now'))
    await expectRefusal('backup.folder_missing')
    await rename(`${stick()}-tiroir`, stick())
    await handsOn(app()).press(word('backup.now'))
    await handsOn(app()).see(/^Sauvegarde faite/)
    expect(await page().getByRole('alert').count()).toBe(0)
  })

  it('that is cancelled leaves nothing, and says that those before it are intact', async () => {
    await backUp()
    const before = stateOfFolder(stick())
    await showSettings()
    await holdUntilCancelled(app(), 'backup.now')
    await handsOn(app()).press(word('backup.now'))
    await handsOn(app()).press(word('ui.cancel'))
    await handsOn(app()).see(word('backup.now.stopped'))
    expect(stateOfFolder(stick())).toEqual(before)
  })

  it('that could not make itself is told above every page, why is told in the settings, and one by hand settles it', async () => {
    await app().call('backup.settings', { folder: stick(), automatic: true })
    const problem = JSON.stringify({ code: 'backup.folder_missing', since: Date.now() })
    await changeBeneath(
      app(),
      `INSERT OR REPLACE INTO settings (name, value) VALUES ('backup.problem', '${problem}')`,
    )
    await handsOn(app()).see(word('notices.backup_failed'))
    await handsOn(app()).press(word('notices.go.why'))
    await handsOn(app()).see(word('backup.problem'))
    await expectRefusal('backup.folder_missing')
    await handsOn(app()).press(word('backup.now'))
    await handsOn(app()).see(/^Sauvegarde faite/)
    await page().getByText(word('notices.backup_failed')).first().waitFor({ state: 'detached' })
    await page().getByRole('alert').waitFor({ state: 'detached' })
  })

  it('makes itself only as long as one wants', async () => {
    await showSettings()
    const box = page().getByRole('checkbox', { name: word('backup.automatic') })
    const { automatic } = await app().call('backup.state', {})
    expect(await box.isChecked()).toBe(automatic)
    await box.click()
    await page()
      .getByRole('checkbox', { name: word('backup.automatic'), checked: !automatic, disabled: false })
      .waitFor()
    expect((await app().call('backup.state', {})).automatic).toBe(!automatic)
  })
})

describe('a restored backup', () => {
  it('opens in a folder of its own with the words of that day, and the old vault is as it was', async () => {
    await saveWishes('Souhaite dormir en paix.')
    await backUp()
    await saveWishes('Écrit après la sauvegarde.')
    await goRestore()
    const old = stateOfFolder(app().vaultFolder)
    // The backups beside the vault are looked for first; there are none.
    expect(await page().getByLabel(word('backup.restore.folder')).inputValue()).toBe(
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
    const proposed = await page().getByLabel(word('backup.place.folder')).inputValue()
    expect(proposed).toBe(`${app().vaultFolder}-2`)
    await handsOn(app()).press(word('backup.place.restore'))
    await heading(word('backup.restored.title')).waitFor()
    await handsOn(app()).see(proposed)
    await expectAccessible(page())
    await handsOn(app()).press(word('backup.restored.open'))
    await handsOn(app()).see(proposed)
    await unlock()
    await heading('Situations').waitFor()
    expect(await wishes()).toMatchObject({ wishes: 'Souhaite dormir en paix.' })
    expect(stateOfFolder(app().vaultFolder)).toEqual(old)
  })

  it('is had from the keyboard alone', async () => {
    await backUp()
    await goRestore()
    const { focusOn, press } = keyboard(app())
    await page().getByLabel(word('backup.restore.folder')).focus()
    await press('ControlOrMeta+a')
    await page().keyboard.type(stick())
    await press('Enter')
    const date = await page().getByRole('listitem').first().locator('p').first().innerText()
    await focusOn('button', `Choisir la sauvegarde du ${date}`)
    await press('Enter')
    await heading(word('backup.look.title')).waitFor()
    expect(
      await heading(word('backup.look.title')).evaluate((title) => title === document.activeElement),
    ).toBe(true)
    // Past “back” and the choice of what one has, as a person would.
    for (let steps = 0; steps < 10; steps += 1) {
      await press('Tab')
      if (await page().evaluate(() => document.activeElement?.getAttribute('type') === 'password')) break
    }
    await page().keyboard.type(testPassphrase)
    await press('Enter')
    await heading(word('backup.place.title')).waitFor()
    await page().waitForFunction((wanted) => {
      return [...document.querySelectorAll('input')].some(({ value }) => value === wanted)
    }, `${app().vaultFolder}-2`)
    await focusOn('button', word('backup.place.restore'))
    await press('Enter')
    await heading(word('backup.restored.title')).waitFor()
    await focusOn('button', word('backup.restored.open'))
    await press('Enter')
    await unlock()
    await heading('Situations').waitFor()
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

  it('is refused a wrong passphrase, a folder that holds something and a living vault, and then goes on', async () => {
    await backUp()
    const taken = join(app().folder, 'papiers')
    await mkdir(taken)
    await writeFile(join(taken, 'liste.txt'), 'lait, pain')
    await goRestore()
    const living = stateOfFolder(app().vaultFolder)
    await lookIn(stick())
    await chooseFirst()
    await handsOn(app()).press(word('backup.look.open'))
    await handsOn(app()).see(word('vault.passphrase.missing'))
    await open('ce n’est pas celle-là')
    await expectRefusal('vault.wrong_passphrase')
    await open()
    await restoreInto(taken)
    await expectRefusal('vault.folder_not_empty')
    expect(await readdir(taken)).toEqual(['liste.txt'])
    await restoreInto(app().vaultFolder)
    await expectRefusal('vault.already_exists')
    expect(stateOfFolder(app().vaultFolder)).toEqual(living)
    await restoreInto(join(app().folder, 'retrouvé'))
    await heading(word('backup.restored.title')).waitFor()
  })

  it('that is cancelled half-way leaves no folder behind', async () => {
    await backUp()
    await goRestore()
    await lookIn(stick())
    await chooseFirst()
    await open()
    await heading(word('backup.place.title')).waitFor()
    await handsOn(app()).write(word('backup.place.folder'), join(app().folder, 'retrouvé'))
    await holdUntilCancelled(app(), 'backup.restore')
    await handsOn(app()).press(word('backup.place.restore'))
    await handsOn(app()).press(word('ui.cancel'))
    await page()
      .getByRole('button', { name: word('backup.place.restore'), disabled: false })
      .waitFor()
    expect(await page().getByRole('alert').count()).toBe(0)
    expect((await readdir(app().folder)).filter((name) => !/^(clé|vault|preferences)/.test(name))).toEqual([])
  })

  it('is told from one cut short, one of a later version, and a file that only bears the name', async () => {
    const whole = await backUp()
    const bytes = await readFile(whole)
    const named = (letter: string) => join(stick(), `relais-${letter}.relais-backup`)
    await copyFile(whole, named('coupe'))
    await truncate(named('coupe'), bytes.length - 5000)
    await writeFile(named('faux'), 'une liste de courses')
    await writeFile(named('demain'), asOfLaterVersion(bytes))
    await goRestore()
    await lookIn(stick())
    await handsOn(app()).see(/^4 sauvegardes/)
    await handsOn(app()).see(word('error.backup.damaged'))
    await handsOn(app()).see(new RegExp(`^${word('error.backup.newer_version')}`))
    expect(
      await page()
        .getByRole('button', { name: /^Choisir la sauvegarde/ })
        .count(),
    ).toBe(1)
    await expectAccessible(page())
    await chooseFirst()
    await open()
    await heading(word('backup.place.title')).waitFor()
  })

  it('whose stick is pulled out while one reads says so, and goes on once it is back', async () => {
    await backUp()
    await goRestore()
    await lookIn(stick())
    await chooseFirst()
    await rename(stick(), `${stick()}-tiroir`)
    await open()
    await page().getByRole('alert').waitFor()
    await expectAccessible(page())
    await rename(`${stick()}-tiroir`, stick())
    await handsOn(app()).press(word('backup.look.open'))
    await heading(word('backup.place.title')).waitFor()
  })

  it('that belongs to somebody else names her before anything is written', async () => {
    const other = await openApp(browser())
    await createVault(other, 'Berthe Fictive', 'Autre organisme fictif')
    await other.call('backup.settings', { folder: stick(), automatic: false })
    await other.call('backup.now', { jobId: crypto.randomUUID() })
    expect(other.faults).toEqual([])
    await other.close()
    await goRestore()
    await lookIn(stick())
    await chooseFirst()
    await open()
    await handsOn(app()).see('Appartient à Berthe Fictive, Autre organisme fictif')
    expect(await readdir(app().folder)).not.toContain('vault-2')
  })

  it('is chosen in English, in the dark, in a window half as large', async () => {
    const t = (id: MessageId): string => catalogue.en[id]
    await backUp()
    await app().call('app.setPreferences', { locale: 'en', colorScheme: 'dark' })
    await showBackupsInEnglish()
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

  async function showBackupsInEnglish(): Promise<void> {
    await page().goto('https://relais.invalid/#/settings/backup')
    await page().reload()
    await page().getByRole('heading', { level: 2, name: catalogue.en['backup.title'], exact: true }).waitFor()
  }
})

/** The head of a backup as a later version of Relais might write it: magic, then two parts after their lengths, then a hash. */
function asOfLaterVersion(bytes: Buffer): Buffer {
  const headAt = 16 + 4
  const boxAt = headAt + bytes.readUInt32BE(16) + 4
  const end = boxAt + bytes.readUInt32BE(boxAt - 4)
  const before = Buffer.from(
    bytes.subarray(0, end).toString('latin1').replace('"version":1', '"version":2'),
    'latin1',
  )
  const hash = createHash('sha256').update(before).digest()
  return Buffer.concat([before, hash, bytes.subarray(end + hash.length)])
}

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

/** Sends a piece of work to the vault at the very moment when it is cancelled, so that no machine is too fast for the test. */
async function holdUntilCancelled(of: TestApp, channel: 'backup.now' | 'backup.restore'): Promise<void> {
  await of.page().evaluate((held) => {
    const { relais } = window as unknown as { relais: Record<string, (input: unknown) => Promise<unknown>> }
    const cancel = relais['app.cancelJob']
    const work = relais[held]
    let release: () => void = () => undefined
    const cancelled = new Promise<void>((resolve) => {
      release = resolve
    })
    Object.defineProperty(window, 'relais', {
      value: {
        ...relais,
        [held]: async (input: unknown) => {
          await cancelled
          const reply = work?.(input)
          await cancel?.({ jobId: (input as { jobId: string }).jobId })
          return reply
        },
        'app.cancelJob': async () => {
          release()
          return { ok: true, out: {} }
        },
      },
    })
  }, channel)
}
