import { join } from 'node:path'
import type { BrowserWindow, Session } from 'electron'
import { createApplication } from '../application.ts'
import { createAssets } from '../assets.ts'
import type { ShellPort } from '../port.ts'
import { openPreferences, type PreferenceStore } from '../preferences.ts'
import { answerWith, senderOf } from './answers.ts'
import { createDialogs } from './dialogs.ts'
import { dressApp, offerEditing } from './dress.ts'
import type { Electron } from './electron.ts'
import { followSystem } from './follow-system.ts'
import { appOrigin, appScheme } from './origin.ts'
import { replaceRenderer } from './renderer-life.ts'
import { forkVaultChild } from './vault-child.ts'
import { partition, windowOptions } from './window.ts'
import { callName, eventName } from './wire.ts'

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
  const application = createApplication(portOf(electron, window, stored, files), thenDress(stored, dress), {
    origin: appOrigin,
    suggestedFolder: join(userData, 'vault'),
    canBrowse: true,
    version: app.getVersion(),
  })
  dress()
  offerEditing(electron, window, () => stored.get().locale)
  // On this window's own channel: no other contents can even ask.
  window.webContents.ipc.handle(callName, (event, channel: unknown, input: unknown) =>
    application.door(senderOf(event), channel, input),
  )
  followSystem(electron, window, application)
  window.once('ready-to-show', () => window.show())
  await window.loadURL(`${appOrigin}/`)
}

function portOf(
  { app, dialog, utilityProcess }: Electron,
  window: BrowserWindow,
  preferences: PreferenceStore,
  { vaultEntry }: DesktopFiles,
): ShellPort {
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
    recreateRenderer: () => replaceRenderer(webContents),
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
