import type { BrowserWindow } from 'electron'
import type { Application } from '../application.ts'
import type { Electron } from './electron.ts'

/** Linux tells nobody that its screen is locked: it has to be asked. Nothing can be read off a locked screen meanwhile. */
const askMilliseconds = 2000

export interface Followed {
  /** The page can't be kept alive: puts the vault away, says so once, ends. */
  giveUp(say: () => void): void
}

/** Whatever means that the person has gone locks; whatever means that the app ends puts the vault away first. */
export function followSystem(
  { app, powerMonitor }: Pick<Electron, 'app' | 'powerMonitor'>,
  window: BrowserWindow,
  application: Pick<Application, 'lock' | 'close'>,
  platform: NodeJS.Platform = process.platform,
): Followed {
  const lock = (): void => void application.lock()
  // A closed lid is one of these two, as the person has set her system: it is no event of its own.
  powerMonitor.on('suspend', lock)
  powerMonitor.on('lock-screen', lock)
  // The computer may have slept before the lock was done, and a clock that counts idle minutes sleeps with it.
  powerMonitor.on('resume', lock)
  // macOS. On Windows and Linux a switch to another person locks the screen of the first.
  powerMonitor.on('user-did-resign-active', lock)
  if (platform === 'linux') askForScreenLock(powerMonitor, lock)

  let closing = false
  const close = (lastWord: () => void = () => undefined): void => {
    if (closing) return
    closing = true
    void application.close().finally(() => {
      window.hide()
      lastWord()
      window.destroy()
      app.quit()
    })
  }
  // The system waits a moment for whoever asks it to. Electron hands the event over; its types leave it out.
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    event?.preventDefault()
    close()
  })
  // Windows: once the session ends there may be no time left. If somebody stops it after all, Relais is locked and no more.
  window.on('query-session-end', lock)
  window.on('session-end', () => close())
  window.on('close', (event) => {
    event.preventDefault()
    close()
  })

  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  return { giveUp: close }
}

/** Only the moment of locking counts: some systems answer “locked” all the time. */
function askForScreenLock(
  powerMonitor: Pick<Electron['powerMonitor'], 'getSystemIdleState'>,
  lock: () => void,
): void {
  let wasLocked = true
  setInterval(() => {
    const isLocked = powerMonitor.getSystemIdleState(1) === 'locked'
    if (isLocked && !wasLocked) lock()
    wasLocked = isLocked
  }, askMilliseconds).unref()
}
