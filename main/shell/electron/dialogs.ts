import { basename, join } from 'node:path'
import type { BrowserWindow, Dialog } from 'electron'
import type { Locale } from '../../../shared/app/app.contract.ts'
import { writeWhole } from '../../disk.ts'
import type { ShellPort } from '../port.ts'
import { desktopWords } from './words.ts'

interface DialogParts {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly window: BrowserWindow
  readonly locale: () => Locale
  /** Where a save dialog starts. */
  readonly documents: string
}

/** The native dialogs, over the window. What is chosen is not added to the system's list of recent documents. */
export function createDialogs({
  dialog,
  window,
  locale,
  documents,
}: DialogParts): Pick<ShellPort, 'chooseFolder' | 'saveFile'> {
  return {
    chooseFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: desktopWords[locale()].chooseFolder,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    saveFile: async ({ name, bytes }, wanted) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: desktopWords[locale()].saveFile,
        defaultPath: join(documents, basename(name)),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      })
      if (canceled || filePath === '' || wanted?.aborted) return null
      await writeWhole(filePath, bytes)
      return filePath
    },
  }
}
