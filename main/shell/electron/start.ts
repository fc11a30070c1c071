import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from 'electron'
import { type DesktopFiles, openDesktop } from './desktop.ts'
import type { Electron } from './electron.ts'
import { hardenContents, hardenSession } from './harden.ts'
import { appSchemePrivileges } from './origin.ts'
import { applySwitches, refusedStart } from './switches.ts'
import { desktopWords } from './words.ts'

/** The same identifier as in `electron-builder.yml`: Windows groups windows and shortcuts by it. */
export const appId = 'app.relais.desktop'

/**
 * Relais in Electron. All that must come before Electron is ready is done before this returns: Electron waits for the
 * main module's own run, and for nothing that comes after an `await`.
 */
export function startDesktop(electron: Electron, files: DesktopFiles): void {
  const { app, dialog, protocol } = electron
  const refused = app.isPackaged ? refusedStart(app.commandLine, process.env) : null
  if (refused !== null) {
    // Nobody's preferences have been read yet: in both languages. Linux has no dialog this early and prints it.
    dialog.showErrorBox('Relais', `${desktopWords.fr.refused(refused)}\n${desktopWords.en.refused(refused)}`)
    app.exit(1)
    return
  }
  // Before a vault can be opened: two processes would be after the same files.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  app.enableSandbox()
  app.setAppUserModelId(appId)
  applySwitches(app.commandLine)
  protocol.registerSchemesAsPrivileged([appSchemePrivileges])
  keepSessionDataApart(app)

  const harden = hardenOnce(!app.isPackaged)
  app.on('session-created', harden)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(() => openDesktop(electron, files, harden))
    .catch(() => app.exit(1))
}

/** What Chromium keeps for itself (never the app's own session, which is in memory) is apart, and starts empty. */
function keepSessionDataApart(app: Electron['app']): void {
  const folder = join(app.getPath('userData'), 'session')
  rmSync(folder, { recursive: true, force: true })
  app.setPath('sessionData', folder)
}

/** The default session may exist before anyone can listen for its creation, so it is also hardened by name. */
function hardenOnce(devTools: boolean): (session: Session) => void {
  const done = new WeakSet<Session>()
  return (session) => {
    if (done.has(session)) return
    done.add(session)
    hardenSession(session, devTools)
  }
}
