import type { BrowserWindow } from 'electron'
import type { Application } from '../application.ts'
import type { Electron } from './electron.ts'

/** Whatever means that the person has gone locks; whatever means that the app ends puts the vault away first. */
export function followSystem(
  { app, powerMonitor }: Pick<Electron, 'app' | 'powerMonitor'>,
  window: BrowserWindow,
  application: Pick<Application, 'lock' | 'close'>,
): void {
  const lock = (): void => void application.lock()
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('user-did-resign-active', lock)
  // Our own ending of the renderer is told here too: a lock that is under way is not begun again.
  window.webContents.on('render-process-gone', lock)

  let closing = false
  const close = (): void => {
    if (closing) return
    closing = true
    void application.close().finally(() => {
      window.destroy()
      app.quit()
    })
  }
  powerMonitor.on('shutdown', close)
  window.on('session-end', close)
  window.on('close', (event) => {
    event.preventDefault()
    close()
  })

  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}
