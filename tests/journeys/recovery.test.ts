import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { testPassphrase } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { kitJourney } from '../support/kit-journey.ts'
import { word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const { page, heading, button, unlock, lock, alert, kitOf, ...kit } = kitJourney(app)
const { madeKit, enter, share, wordField } = kit

const nextPassphrase = 'lampe grise escalier moutarde lundi'

describe('a vault whose passphrase is forgotten', () => {
  it('opens with its code; the code and the old passphrase are then dead, and a new kit is due', async () => {
    const paper = await madeKit('code')
    await lock()
    await button(word('vault.unlock.forgotten')).click()
    await heading(word('vault.recover.title')).waitFor()
    await expectAccessible(page())
    await button(word('vault.recover.open')).click()
    await page().getByText(word('recovery.code.missing')).waitFor()
    await expectAccessible(page())

    await enter(paper)
    await page().getByLabel(word('vault.newPassphrase'), { exact: true }).fill(nextPassphrase)
    await page().getByLabel(word('vault.newPassphrase.repeat')).fill(nextPassphrase)
    await button(word('vault.recover.open')).click()
    await heading(word('recovery.title.after')).waitFor()
    await expectAccessible(page())
    expect(await kitOf()).toBeNull()

    await lock()
    await unlock(testPassphrase)
    await alert(word('error.vault.wrong_passphrase')).waitFor()
    await unlock(nextPassphrase)
    await heading(word('recovery.title.after')).waitFor()
  })

  it('opens with its code though the key file and its copy are both damaged', async () => {
    const paper = await madeKit('code')
    await lock()
    const { keys, keysCopy } = vaultFiles(app().vaultFolder)
    for (const path of [keys, keysCopy]) await writeFile(path, (await readFile(path)).subarray(0, 200))
    await unlock()
    await alert(word('error.vault.key_file_damaged')).waitFor()
    await button(word('vault.way.recover')).click()
    await enter(paper)
    await page().getByLabel(word('vault.newPassphrase'), { exact: true }).fill(nextPassphrase)
    await page().getByLabel(word('vault.newPassphrase.repeat')).fill(nextPassphrase)
    await button(word('vault.recover.open')).click()
    await heading(word('recovery.title.after')).waitFor()
    await lock()
    await unlock(nextPassphrase)
    await heading(word('recovery.title.after')).waitFor()
  })

  it('without a kit shows the way to a backup instead', async () => {
    await lock()
    await button(word('vault.unlock.forgotten')).click()
    await page().getByText(word('vault.recover.noKit')).waitFor()
    await expectAccessible(page())
    await button(word('vault.restore')).click()
    await heading('Restaurer une sauvegarde').waitFor()
  })

  it('opens with any two shares; one that is damaged, of an older kit or given twice is named as such', async () => {
    const older = await madeKit('shares')
    const paper = await madeKit('shares')
    await lock()
    await button(word('vault.unlock.forgotten')).click()
    await heading(word('vault.recover.title')).waitFor()

    await wordField('Première').fill((older[0] ?? []).join(' '))
    await alert(word('error.recovery.share_of_another_kit')).waitFor()
    await expectAccessible(page())

    const words = paper[1] ?? []
    const damaged = words.with(4, words[4] === 'abaisser' ? 'abandon' : 'abaisser')
    await wordField('Deuxième').fill(damaged.join(' '))
    await alert(/^Le mot 5 de cette part/).waitFor()
    expect(await wordField('Deuxième').evaluate((field) => field === document.activeElement)).toBe(true)
    await page().keyboard.type(words[4] ?? '')
    await page().keyboard.press('Enter')
    await share('Deuxième').getByText('La part 2 est bonne.').waitFor()
    await expectAccessible(page())

    await share('Première')
      .getByRole('button', { name: word('recovery.share.again') })
      .click()
    await page().waitForFunction(
      (legend) =>
        document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent === legend,
      'Première part',
    )
    await page().keyboard.type('zzzz ')
    await page().getByText('Le mot 1 n’est pas dans la liste.').waitFor()
    await share('Première')
      .getByRole('button', { name: word('recovery.share.again') })
      .click()
    await wordField('Première').fill(words.join(' '))
    await alert(word('error.recovery.share_twice')).waitFor()
    await share('Première')
      .getByRole('button', { name: word('recovery.share.again') })
      .click()
    await wordField('Première').fill((paper[2] ?? []).join(' '))
    await share('Première').getByText('La part 3 est bonne.').waitFor()

    await page().getByLabel(word('vault.newPassphrase'), { exact: true }).fill(nextPassphrase)
    await page().getByLabel(word('vault.newPassphrase.repeat')).fill(nextPassphrase)
    await button(word('vault.recover.open')).click()
    await heading(word('recovery.title.after')).waitFor()
  })

  it('opens with two shares pasted one right after the other, while the first is still looked at', async () => {
    const paper = await madeKit('shares')
    await lock()
    await button(word('vault.unlock.forgotten')).click()
    await heading(word('vault.recover.title')).waitFor()
    await answerSharesTogether(2)
    await enter(paper)
    await share('Première').getByText('La part 1 est bonne.').waitFor()
    await share('Deuxième').getByText('La part 2 est bonne.').waitFor()
    await page().getByLabel(word('vault.newPassphrase'), { exact: true }).fill(nextPassphrase)
    await page().getByLabel(word('vault.newPassphrase.repeat')).fill(nextPassphrase)
    await button(word('vault.recover.open')).click()
    await heading(word('recovery.title.after')).waitFor()
  })
})

/** Keeps the answers about shares back until that many were asked for, so that no machine is too fast for the test. */
async function answerSharesTogether(count: number): Promise<void> {
  await page().evaluate((awaited) => {
    const { relais } = window as unknown as { relais: Record<string, (input: unknown) => Promise<unknown>> }
    const check = relais['recovery.checkShare']
    const { promise: all, resolve: release } = Promise.withResolvers<void>()
    let asked = 0
    Object.defineProperty(window, 'relais', {
      value: {
        ...relais,
        'recovery.checkShare': async (input: unknown) => {
          asked += 1
          if (asked === awaited) release()
          await all
          return check?.(input)
        },
      },
    })
  }, count)
}
