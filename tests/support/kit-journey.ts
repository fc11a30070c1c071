import type { Kit } from '../../shared/recovery/recovery.contract.ts'
import { word } from '../tour/hands.ts'
import { type TestApp, testPassphrase } from './app.ts'
import { vaultJourney } from './vault-journey.ts'

type Place = 'Première' | 'Deuxième' | 'Troisième'
/** What is printed, as a person reads it: the groups of the code, or the words of each share. */
export type Paper = readonly (readonly string[])[]

/** What the journeys of the recovery kit do again and again, in French. */
export function kitJourney(app: () => TestApp) {
  const { page, heading, button, ...vault } = vaultJourney(app)
  const goTo = (place: string): Promise<void> =>
    page().evaluate((hash) => {
      location.hash = hash
    }, place)

  const readSheets = (): Promise<string[][]> =>
    page()
      .getByRole('region', { name: word('recovery.sheets') })
      .getByRole('article')
      .evaluateAll((sheets) =>
        sheets.map((sheet) =>
          [...sheet.querySelectorAll('ol li')].map((line) =>
            (line.textContent ?? '').replace(/^\d+\.\s*/, ''),
          ),
        ),
      )

  /** Begins a kit in the wizard, afresh also from its end, and reads its paper. */
  const printedKit = async (form: Kit['form']): Promise<Paper> => {
    await goTo('/members')
    await heading('Membres').waitFor()
    await goTo('/recovery')
    await page()
      .getByRole('radio', { name: word(`recovery.form.${form}`) })
      .check()
    await button(word('recovery.begin')).click()
    await page().getByRole('article').first().waitFor()
    return readSheets()
  }

  const share = (place: Place) => page().getByRole('group', { name: `${place} part` })
  const wordField = (place: Place) => share(place).getByRole('textbox')

  /** What opens a vault: the code, or the first two shares. */
  const enter = async (paper: Paper): Promise<void> => {
    const [first = [], second = []] = paper
    if (paper.length === 1) {
      await page().getByLabel(word('recovery.code')).fill(first.join(' '))
      return
    }
    await wordField('Première').fill(first.join(' '))
    await wordField('Deuxième').fill(second.join(' '))
  }

  const current = () => page().getByRole('textbox', { name: word('recovery.enter.current'), exact: true })
  /** All of the paper and the passphrase, as the wizard asks for them. */
  const enterBack = async (paper: Paper): Promise<void> => {
    await enter(paper)
    if (paper.length > 2) await wordField('Troisième').fill((paper[2] ?? []).join(' '))
    await current().fill(testPassphrase)
    await button(word('recovery.enter.confirm')).click()
  }

  return {
    ...vault,
    page,
    heading,
    button,
    goTo,
    readSheets,
    printedKit,
    share,
    wordField,
    enter,
    current,
    enterBack,
    /** A kit that counts. */
    madeKit: async (form: Kit['form']): Promise<Paper> => {
      const paper = await printedKit(form)
      await button(word('recovery.print.done')).click()
      await enterBack(paper)
      await page().getByText(word('recovery.done.title')).waitFor()
      return paper
    },
    alert: (text: string | RegExp) => page().getByRole('alert').getByText(text),
    lock: () => vault.untilLocked(() => app().call('vault.lock', {})),
    kitOf: async () => (await app().call('recovery.state', {})).kit,
  }
}
