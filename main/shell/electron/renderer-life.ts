import type { Session, WebContents } from 'electron'
import { isAtOrigin } from '../door.ts'
import { appOrigin } from './origin.ts'

type RendererContents = Pick<
  WebContents,
  'getOSProcessId' | 'getURL' | 'isCrashed' | 'isDestroyed' | 'loadURL' | 'once'
> & { readonly session: Pick<Session, 'clearCache' | 'clearStorageData'> }

/** A renderer whose end has not been told by then is replaced all the same. */
const endMilliseconds = 2000

/**
 * Drops the page with all its memory: the renderer's process is ended, so that the operating system takes back what was
 * on screen, and a new one is loaded at the same place. Ended by a signal and not by `forcefullyCrashRenderer`, which
 * would make a crash of it, and of a crash the system may keep a dump.
 */
export async function replaceRenderer(
  contents: RendererContents,
  endProcess: (pid: number) => void = (pid) => process.kill(pid, 'SIGKILL'),
): Promise<void> {
  if (contents.isDestroyed()) return
  const url = pageAfterLock(contents.getURL())
  await endRenderer(contents, endProcess)
  if (contents.isDestroyed()) return
  await contents.session.clearCache()
  await contents.session.clearStorageData()
  await contents.loadURL(url).catch((error: unknown) => {
    // The window was closed while it loaded.
    if (!contents.isDestroyed()) throw error
  })
}

function endRenderer(contents: RendererContents, endProcess: (pid: number) => void): Promise<void> {
  return new Promise((resolve) => {
    const pid = contents.isCrashed() ? 0 : contents.getOSProcessId()
    if (pid === 0) return resolve()
    const timer = setTimeout(resolve, endMilliseconds)
    contents.once('render-process-gone', () => {
      clearTimeout(timer)
      resolve()
    })
    try {
      endProcess(pid)
    } catch {
      // Gone already; its end is about to be told.
    }
  })
}

/** Only the place in the app is kept across a lock: a route with a random id, never content. */
function pageAfterLock(url: string): string {
  return `${appOrigin}/${isAtOrigin(url, appOrigin) ? new URL(url).hash : ''}`
}
