import { join } from 'node:path'
import type { BrowserWindow, Session } from 'electron'
import { createApplication } from '../application.ts'
import { createAssets } from '../assets.ts'
import type { ShellPort } from '../port.ts'
import { openPreferences, type PreferenceStore } from '../preferences.ts'
import { answerWith, senderOf } from './answers.ts'
import { createClipboard, dropSelection } from './clipboard.ts'
import { createDialogs } from './dialogs.ts'
import { dressApp, offerEditing } from './dress.ts'
import type { Electron } from './electron.ts'
import { followSystem } from './follow-system.ts'
import { appOrigin, appScheme } from './origin.ts'
import { createPaperPrinter } from './paper-printer.ts'
import { createRendererLife, type RendererLife } from './renderer-life.ts'
import { forkVaultChild } from './vault-child.ts'
import { partition, windowOptions } from './window.ts'
import { callName, eventName } from './wire.ts'
import { desktopWords } from './words.ts'

/** Where the build put things. */
export interface DesktopFiles {
  readonly preload: string
  readonly rendererFolder: string
  readonly vaultEntry: string
}

/**
 * Opens the one window of Relais, when Electron is ready.
 * @param harden every session goes through it before the first window; it does each once
 */
export async function openDesktop(
  electron: Electron,
  files: DesktopFiles,
  harden: (session: Session) => void,
): Promise<void> {
  const { app, BrowserWindow, nativeTheme, session } = electron
  const userData = app.getPath('userData')
  const own = session.fromPartition(partition, { cache: false })
  harden(session.defaultSession)
  harden(own)
  const printPdf = createPaperPrinter(electron, harden)
  own.protocol.handle(appScheme, answerWith(createAssets(files.rendererFolder, appOrigin)))

  const stored = await openPreferences(join(userData, 'preferences.json'))
  const window = new BrowserWindow(
    windowOptions({
      preload: files.preload,
      devTools: !app.isPackaged,
      dark: nativeTheme.shouldUseDarkColors,
    }),
  )
  // Advisory: no effect on Linux, and some tools take pictures of a window all the same.
  window.setContentProtection(true)

  const dress = (): void => dressApp(electron, stored.get(), () => void application.lock())
  const life = createRendererLife({
    contents: window.webContents,
    onCrash: () => application.lock(),
    onHopeless: () => followed.giveUp(() => sayPageLost(electron, stored)),
  })
  const port = { ...portOf(electron, window, stored, files, life), printPdf }
  const application = createApplication(port, thenDress(stored, dress), {
    origin: appOrigin,
    suggestedFolder: join(userData, 'vault'),
    practiceFolder: join(userData, 'practice'),
    canBrowse: true,
    version: app.getVersion(),
  })
  dress()
  offerEditing(electron, window, () => stored.get().locale)
  // On this window's own channel: no other contents can even ask.
  window.webContents.ipc.handle(callName, (event, channel: unknown, input: unknown) =>
    application.door(senderOf(event), channel, input),
  )
  const followed = followSystem(electron, window, {
    lock: application.lock,
    close: () => {
      dropSelection(electron.clipboard)
      return application.close()
    },
  })
  window.once('ready-to-show', () => window.show())
  await life.open()
}

/** By then the vault has been put away and the window is hidden. */
function sayPageLost({ dialog }: Electron, preferences: PreferenceStore): void {
  const { pageLost, pageLostNext } = desktopWords[preferences.get().locale]
  dialog.showErrorBox(pageLost, pageLostNext)
}

function portOf(
  { app, clipboard, dialog, utilityProcess }: Electron,
  window: BrowserWindow,
  preferences: PreferenceStore,
  { vaultEntry }: DesktopFiles,
  life: RendererLife,
): Omit<ShellPort, 'printPdf'> {
  const { webContents } = window
  return {
    ...createDialogs({
      dialog,
      window,
      locale: () => preferences.get().locale,
      documents: app.getPath('documents'),
    }),
    forkVault: () => forkVaultChild((...parameters) => utilityProcess.fork(...parameters), vaultEntry),
    send: (event, payload) => {
      if (!webContents.isDestroyed()) webContents.send(eventName, event, payload)
    },
    clipboard: createClipboard(clipboard),
    recreateRenderer: () => {
      dropSelection(clipboard)
      return life.replace()
    },
  }
}

/** The menus speak the language that was just chosen. */
function thenDress(preferences: PreferenceStore, dress: () => void): PreferenceStore {
  return {
    get: () => preferences.get(),
    set: async (change) => {
      const result = await preferences.set(change)
      dress()
      return result
    },
  }
}
