import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { backupJourney } from '../support/backup-journey.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { stateOfFolder } from '../support/vault.ts'
import { handsOn, word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const { page, stick, backUp, showSettings, holdUntilCancelled, expectRefusal } = backupJourney(app)

describe('a backup', () => {
  it('is made where one chose, reopened, counted, and told with the stick to eject', async () => {
    await app().call('cases.saveSection', {
      id: crypto.randomUUID(),
      section: { name: 'wishes', body: { wishes: 'Souhaite dormir en paix.', safeContacts: '' } },
      seen: [],
    })
    await showSettings()
    await handsOn(app()).see(word('backup.last.none'))
    await handsOn(app()).see(word('backup.folder.beside'))
    await expectAccessible(page())

    await handsOn(app()).write(word('backup.folder'), stick())
    // Not to another place than the one that was just written.
    await page()
      .getByRole('button', { name: word('backup.now'), disabled: true })
      .waitFor()
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
    await page().getByRole('alert').waitFor({ state: 'detached' })
  })

  it('that is cancelled leaves nothing, and says that those before it are intact', async () => {
    await backUp()
    const before = stateOfFolder(stick())
    await showSettings()
    await holdUntilCancelled('backup.now')
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
    const box = (checked: boolean) =>
      page().getByRole('checkbox', { name: word('backup.automatic'), checked, disabled: false })
    const { automatic } = await app().call('backup.state', {})
    await box(automatic).click()
    await box(!automatic).waitFor()
    expect((await app().call('backup.state', {})).automatic).toBe(!automatic)
  })
})
