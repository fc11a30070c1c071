import type { Session, WebContents } from 'electron'
import { isAtOrigin } from '../door.ts'
import { createPageFailures } from '../page-failures.ts'
import { appOrigin } from './origin.ts'

type RendererContents = Pick<
  WebContents,
  'getOSProcessId' | 'getURL' | 'isCrashed' | 'isDestroyed' | 'loadURL' | 'off' | 'on' | 'once'
> & { readonly session: Pick<Session, 'clearCache' | 'clearStorageData'> }

interface RendererLifeParts {
  readonly contents: RendererContents
  /** The page's process ended without having been asked to: locks, which makes a new one. */
  readonly onCrash: () => Promise<void>
  /** A new page would only end like the last ones. Called once. */
  readonly onHopeless: () => void
  readonly endProcess?: (pid: number) => void
  /** Milliseconds, from anywhere, never backwards. */
  readonly now?: () => number
}

/** The page, whose process ends at each lock, and may end by itself. */
export interface RendererLife {
  /** Shows the first page. */
  open(): Promise<void>
  /** Drops the page with all its memory and loads a new one at the same place. */
  replace(): Promise<void>
}

/** A renderer whose end has not been told by then is replaced all the same. */
const endMilliseconds = 2000

export function createRendererLife({
  contents,
  onCrash,
  onHopeless,
  endProcess = endAtOnce,
  now = () => performance.now(),
}: RendererLifeParts): RendererLife {
  let ours = false
  let recovering = false
  let given = false
  const isHopeless = createPageFailures(now)

  /** Counts a page that ended or did not load; true when there is no point in another. */
  const fails = (): boolean => {
    if (!isHopeless()) return given
    if (!given) onHopeless()
    given = true
    return true
  }

  /** A page that ends again while its predecessor's lock is still under way is none that the lock will replace. */
  const recover = async (): Promise<void> => {
    if (recovering) return
    recovering = true
    do await onCrash()
    while (!contents.isDestroyed() && contents.isCrashed() && !given)
    recovering = false
  }

  contents.on('render-process-gone', () => {
    // An end that we asked for, or one that interrupts a load, is dealt with where it was asked for.
    if (!ours && !fails()) void recover()
  })

  const load = async (url: string): Promise<void> => {
    while (!contents.isDestroyed()) {
      if (await loads(contents, url)) return
      // The window was closed while it loaded.
      if (contents.isDestroyed() || fails()) return
    }
  }

  const alone = async (work: () => Promise<void>): Promise<void> => {
    ours = true
    try {
      await work()
    } finally {
      ours = false
    }
  }

  return {
    open: () => alone(() => load(`${appOrigin}/`)),
    replace: () =>
      alone(async () => {
        if (contents.isDestroyed()) return
        const url = pageAfterLock(contents.getURL())
        await endRenderer(contents, endProcess)
        if (contents.isDestroyed() || given) return
        await contents.session.clearCache()
        await contents.session.clearStorageData()
        await load(url)
      }),
  }
}

/** Whether the page came up. A process that ends meanwhile may leave the load without an answer. */
function loads(contents: RendererContents, url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (loaded: boolean): void => {
      contents.off('render-process-gone', gone)
      resolve(loaded)
    }
    const gone = (): void => settle(false)
    contents.once('render-process-gone', gone)
    contents.loadURL(url).then(
      () => settle(true),
      () => settle(false),
    )
  })
}

/**
 * The renderer's process is ended, so that the operating system takes back what was on screen. By a signal and not by
 * `forcefullyCrashRenderer`, which would make a crash of it, and of a crash the system may keep a dump.
 */
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

const endAtOnce = (pid: number): void => void process.kill(pid, 'SIGKILL')

/** Only the place in the app is kept across a lock: a route with a random id, never content. */
function pageAfterLock(url: string): string {
  return `${appOrigin}/${isAtOrigin(url, appOrigin) ? new URL(url).hash : ''}`
}
