import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { catalogue, type MessageId } from '../../renderer/i18n/catalogue.ts'
import { type CodeList, labelOf } from '../../shared/vocab/code-list.ts'
import type { TestApp } from '../support/app.ts'

/** What a person does with a screen, by the words that she reads on it. French, as on a first start. */
export interface Hands {
  /** A button or a link: a person does not ask which. */
  press(words: string): Promise<void>
  /** A button of the dialog that is open. */
  confirm(words: string): Promise<void>
  write(label: string, text: string): Promise<void>
  pick(label: string, option: string): Promise<void>
  /** A box, or the one of several that is meant. */
  tick(label: string): Promise<void>
  /** Waits until the words stand on the screen. */
  see(words: string | RegExp): Promise<void>
  /** Hands over a file as the file dialog would. */
  give(path: string): Promise<void>
}

/** The French sentence behind a name, for sentences without places to fill. */
export const word = (id: MessageId): string => catalogue.fr[id]
export const term = (list: CodeList, code: string): string => labelOf(list, code, 'fr')

export function handsOn(app: TestApp): Hands {
  const screen = () => app.page()
  const first = (locator: Locator): Locator => locator.filter({ visible: true }).first()
  return {
    press: (words) =>
      first(
        screen()
          .getByRole('button', { name: words })
          .or(screen().getByRole('link', { name: words })),
      ).click(),
    confirm: (words) => first(screen().getByRole('dialog').getByRole('button', { name: words })).click(),
    write: (label, text) => first(screen().getByRole('textbox', { name: label, exact: true })).fill(text),
    pick: async (label, option) => {
      await first(screen().getByRole('combobox', { name: label })).click()
      await first(screen().getByRole('option', { name: option })).click()
    },
    tick: (label) =>
      first(
        screen()
          .getByRole('checkbox', { name: label })
          .or(screen().getByRole('radio', { name: label })),
      ).check(),
    see: (words) => first(screen().getByText(words)).waitFor(),
    give: async (path) => {
      const choosing = screen().waitForEvent('filechooser')
      await first(screen().getByRole('button', { name: word('ui.chooseFile') })).click()
      await (await choosing).setFiles(path)
    },
  }
}

/** The newest file of a kind among those the app has saved. */
export async function savedFile(app: TestApp, ending: string): Promise<string> {
  const names = (await readdir(app.savedFolder)).filter((name) => name.endsWith(ending))
  const files = await Promise.all(
    names.map(async (name) => {
      const path = join(app.savedFolder, name)
      return { path, savedAt: (await stat(path)).mtimeMs }
    }),
  )
  const newest = files.toSorted((a, b) => b.savedAt - a.savedAt)[0]
  if (!newest) throw new Error(`no ${ending} file was saved`)
  return newest.path
}

/** The recovery code as it stands on the sheet to print. */
export async function codeOnSheet(app: TestApp): Promise<string> {
  const groups = app.page().getByRole('article').locator('ol li')
  await groups.first().waitFor()
  const lines = await groups.allTextContents()
  return lines.map((line) => line.replace(/^\d+\.\s*/, '')).join(' ')
}
