import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVault, openApp } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { expectFocus } from '../support/eventually.ts'
import { restoreJourney } from '../support/restore-journey.ts'
import { stateOfFolder } from '../support/vault.ts'
import { handsOn, word } from '../tour/hands.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)
const { page, heading, stick, backUp, expectRefusal, holdUntilCancelled, ...restore } = restoreJourney(app)
const { goRestore, lookIn, chooseFirst, open, restoreInto, passphraseField } = restore

describe('a restore', () => {
  it('is refused with a wrong passphrase, over a folder that holds something and over a living vault, and then goes on', async () => {
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
    await expectFocus(passphraseField())
    await open('ce n’est pas celle-là')
    await expectRefusal('vault.wrong_passphrase')
    await expectFocus(passphraseField())
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
    await holdUntilCancelled('backup.restore')
    await handsOn(app()).press(word('backup.place.restore'))
    await handsOn(app()).press(word('ui.cancel'))
    await page()
      .getByRole('button', { name: word('backup.place.restore'), disabled: false })
      .waitFor()
    expect(await page().getByRole('alert').count()).toBe(0)
    expect((await readdir(app().folder)).filter((name) => !/^(clé|vault|preferences)/.test(name))).toEqual([])
  })

  it('is offered from a whole backup only, not from one cut short, one of a later version, nor a file that only bears the name', async () => {
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

  it('from a backup that belongs to somebody else names her before anything is written', async () => {
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
