import { type ChildProcess, fork, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import type { Electron } from '../../main/shell/electron/electron.ts'
import { paperPartition } from '../../main/shell/electron/paper-printer.ts'
import { callName } from '../../main/shell/electron/wire.ts'
import type { Reply } from '../../shared/contract.ts'

/** What a call came through, as Electron would tell it. */
export interface StandInFrame {
  readonly parent: object | null
  readonly url: string
}

export interface StandInOptions {
  readonly isPackaged?: boolean
  readonly switches?: readonly string[]
  readonly isFirst?: boolean
}

type Listener = (...parameters: never[]) => unknown

/**
 * Stands where Electron would: keeps the story of what it was asked, in order, and behaves as its documentation says
 * where Relais relies on it. The vault process is real (forked by Node), and so is the process that plays the renderer.
 */
export class StandInElectron {
  readonly story: string[] = []
  readonly app: EventEmitter
  /** What Linux answers when it is asked about its screen. */
  idleState = 'active'
  readonly powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleState: () => this.idleState })
  readonly ownSession = new StandInSession('own', this.story)
  readonly paperSession = new StandInSession('paper', this.story)
  readonly defaultSession = new StandInSession('default', this.story)
  readonly menus: unknown[] = []
  /** The system's clipboard, and what was last marked with the mouse. */
  readonly clipboard = { text: '', selected: '' }
  readonly said: string[][] = []
  readonly nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' }
  window: StandInWindow | null = null
  vault: ChildProcess | null = null
  schemes: unknown
  private markReady: () => void = () => undefined

  constructor(userData: string, { isPackaged = false, switches = [], isFirst = true }: StandInOptions = {}) {
    const { story } = this
    const ready = new Promise<void>((resolve) => {
      this.markReady = resolve
    })
    this.app = Object.assign(new EventEmitter(), {
      isPackaged,
      commandLine: {
        hasSwitch: (name: string) => switches.includes(name),
        appendSwitch: (name: string) => void story.push(`switch ${name}`),
      },
      requestSingleInstanceLock: () => isFirst,
      enableSandbox: () => void story.push('sandbox'),
      setAppUserModelId: () => undefined,
      getPath: (name: string) => (name === 'userData' ? userData : join(userData, '..', name)),
      setPath: (name: string) => void story.push(`path ${name}`),
      getVersion: () => '0.0.0-test',
      whenReady: () => ready,
      exit: (code: number) => void story.push(`exit ${code}`),
      quit: () => void story.push('quit'),
    })
  }

  /** As handed to `startDesktop`. */
  get electron(): Electron {
    const { app, powerMonitor, nativeTheme, story, menus, clipboard, said } = this
    const { ownSession, paperSession, defaultSession } = this
    const standIn = this
    return {
      app,
      powerMonitor,
      nativeTheme,
      BrowserWindow: class extends StandInWindow {
        constructor(options: unknown) {
          super(options, ownSession, story)
          standIn.window = this
        }
      },
      Menu: {
        buildFromTemplate: (template: unknown) => template,
        setApplicationMenu: (menu: unknown) => void menus.push(menu),
      },
      clipboard: {
        readText: async () => clipboard.text,
        clear: () => {
          clipboard.text = ''
        },
        selection: {
          clear: () => {
            clipboard.selected = ''
          },
        },
      },
      dialog: {
        showErrorBox: (title: string, content: string) => {
          said.push([title, content])
          story.push('say')
        },
      },
      protocol: {
        registerSchemesAsPrivileged: (schemes: unknown) => {
          standIn.schemes = schemes
          story.push('schemes')
        },
      },
      session: {
        defaultSession,
        fromPartition: (name: string) => (name === paperPartition ? paperSession : ownSession),
      },
      utilityProcess: { fork: (entry: string) => standIn.forkVault(entry) },
    } as unknown as Electron
  }

  /** Electron is ready; settles when the window has loaded its page. */
  async ready(): Promise<StandInWindow> {
    this.markReady()
    while (!this.window?.webContents.url) await new Promise((resolve) => setTimeout(resolve, 5))
    return this.window
  }

  /** A call as the preload script makes it. */
  call(channel: string, input: unknown, frame: StandInFrame | null = ownFrame): Promise<Reply> {
    const handler = this.window?.webContents.handlers.get(callName) as
      | ((event: object, channel: string, input: unknown) => Promise<Reply>)
      | undefined
    if (!handler) throw new Error('no handler')
    return handler({ senderFrame: frame }, channel, input)
  }

  private forkVault(entry: string): EventEmitter {
    const child = fork(entry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    this.vault = child
    this.story.push('vault starts')
    child.once('exit', () => void this.story.push('vault ends'))
    return Object.assign(child as EventEmitter, {
      postMessage: (message: object) => void (child.connected && child.send(message)),
    })
  }
}

export const ownFrame: StandInFrame = { parent: null, url: 'relais://app/' }

class StandInSession {
  readonly webRequest = { onBeforeRequest: () => undefined }
  readonly handled = new Map<string, (request: Request) => Response>()
  readonly protocol = {
    handle: (scheme: string, answer: (request: Request) => Response) => void this.handled.set(scheme, answer),
  }
  readonly name: string
  private readonly story: string[]

  constructor(name: string, story: string[]) {
    this.name = name
    this.story = story
  }

  on(): void {}
  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setBluetoothPairingHandler(): void {}
  setSpellCheckerLanguages(): void {}
  setSpellCheckerEnabled(): void {
    this.story.push(`hardened ${this.name}`)
  }
  async clearCache(): Promise<void> {
    this.story.push('cache cleared')
  }
  async clearStorageData(): Promise<void> {
    this.story.push('storage cleared')
  }
}

class StandInContents extends EventEmitter {
  readonly handlers = new Map<string, Listener>()
  readonly ipc = { handle: (name: string, handler: Listener) => void this.handlers.set(name, handler) }
  readonly session: StandInSession
  readonly sent: unknown[][] = []
  url = ''
  /** Each new renderer ends by itself as soon as its page has loaded. */
  isBroken = false
  private renderer: ChildProcess | null = null
  private hasEnded = false
  private readonly story: string[]

  constructor(session: StandInSession, story: string[]) {
    super()
    this.session = session
    this.story = story
  }

  isDestroyed = (): boolean => false
  isCrashed = (): boolean => this.hasEnded
  getURL = (): string => this.url
  getOSProcessId = (): number => this.renderer?.pid ?? 0
  send = (...parameters: unknown[]): void => void this.sent.push(parameters)

  async loadURL(url: string): Promise<void> {
    const renderer = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    await once(renderer, 'spawn')
    this.renderer = renderer
    this.hasEnded = false
    renderer.once('exit', () => {
      this.story.push('renderer ends')
      this.hasEnded = true
      this.emit('render-process-gone', {}, { reason: 'killed' })
    })
    this.story.push(`load ${url}`)
    this.url = url
    if (this.isBroken) setImmediate(() => this.crash())
  }

  /** The renderer ends without having been asked to. */
  crash(): void {
    this.renderer?.kill('SIGKILL')
  }

  end(): void {
    this.removeAllListeners()
    this.renderer?.kill('SIGKILL')
  }
}

class StandInWindow extends EventEmitter {
  readonly options: unknown
  readonly webContents: StandInContents
  isProtected = false
  private readonly story: string[]

  constructor(options: unknown, session: StandInSession, story: string[]) {
    super()
    this.options = options
    this.story = story
    this.webContents = new StandInContents(session, story)
    story.push('window')
  }

  loadURL = (url: string): Promise<void> => this.webContents.loadURL(url)
  isDestroyed = (): boolean => false
  show = (): void => void this.story.push('show')
  hide = (): void => void this.story.push('hide')
  setContentProtection(on: boolean): void {
    this.isProtected = on
  }
  destroy(): void {
    this.webContents.end()
    this.story.push('destroy')
  }
}
