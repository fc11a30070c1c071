import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDesktop } from '../../main/shell/electron/start.ts'
import { channelNames } from '../../shared/contract.ts'
import { eventually } from '../support/eventually.ts'
import { ownFrame, StandInElectron, type StandInFrame, type StandInOptions } from './electron-stand-in.ts'

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const files = {
  preload: inProject('out/preload/preload.electron.cjs'),
  rendererFolder: inProject('out/renderer'),
  vaultEntry: inProject('main/vault/process.ts'),
}
const requests = [
  ['relais://app/', 'GET', 200],
  ['relais://app/index.html', 'GET', 200],
  ['relais://app/', 'POST', 405],
  ['relais://app/', 'PUT', 405],
  ['relais://app/../../package.json', 'GET', 404],
  ['relais://app/%2e%2e/%2e%2e/package.json', 'GET', 404],
  ['relais://app/..%2f..%2fpackage.json', 'GET', 404],
  ['relais://app/assets/%00', 'GET', 404],
  ['relais://app/../renderer-evil/index.html', 'GET', 404],
  ['relais://app.evil/index.html', 'GET', 403],
  ['relais://other/index.html', 'GET', 403],
  ['file:///etc/passwd', 'GET', 403],
] as const

const foreignFrames: readonly (StandInFrame | null)[] = [
  null,
  { parent: ownFrame, url: 'relais://app/' },
  { parent: null, url: 'https://relais/app' },
  { parent: null, url: 'https://x/?next=relais://app/' },
  { parent: null, url: 'relais://app.evil/' },
  { parent: null, url: 'relais://app@evil/' },
  { parent: null, url: 'file:///relais/app' },
  { parent: null, url: '' },
]

const canary = 'Canari Fictif Zéphyrine'
const identity = { name: canary, organisation: 'Organisme fictif', sector: 'community' }
const passphrase = 'tambour violet quatorze nuages lents'

let folder = ''
let standIn: StandInElectron
const userData = (): string => join(folder, 'userData')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relais-electron-'))
})
afterEach(async () => {
  standIn.vault?.kill('SIGKILL')
  standIn.window?.webContents.end()
  await rm(folder, { recursive: true, force: true })
})

function start(options: StandInOptions = {}): StandInElectron {
  standIn = new StandInElectron(userData(), options)
  startDesktop(standIn.electron, files)
  return standIn
}

async function openVault(): Promise<void> {
  await start().ready()
  const reply = await standIn.call('vault.create', {
    folder: join(userData(), 'vault'),
    passphrase,
    identity,
  })
  expect(reply).toMatchObject({ ok: true })
}

/** The vault process has ended and another page is there; which of the two comes first is not said. */
const hasLocked = () =>
  eventually(() => standIn.story).toEqual(
    expect.arrayContaining(['vault ends', expect.stringMatching(/^load /)]),
  )

const hasQuit = () => eventually(() => standIn.story).toContain('quit')

describe('before Electron is ready', () => {
  it('the sandbox, the switches and the scheme are set before the first await', () => {
    const { story, schemes } = start()
    expect(story).toEqual(
      expect.arrayContaining(['sandbox', 'schemes', 'path sessionData', 'switch host-resolver-rules']),
    )
    expect(story).not.toContain('window')
    expect(schemes).toEqual([
      {
        scheme: 'relais',
        privileges: expect.objectContaining({
          standard: true,
          secure: true,
          bypassCSP: false,
          allowServiceWorkers: false,
          codeCache: false,
          allowExtensions: false,
        }),
      },
    ])
  })

  it.each(['inspect', 'remote-debugging-port', 'no-sandbox'])('a packaged Relais refuses --%s', (name) => {
    const { story, said } = start({ isPackaged: true, switches: [name] })
    expect(story).toEqual(['say', 'exit 1'])
    expect(said).toEqual([['Relais', expect.stringMatching(new RegExp(`--${name}, .*\\n.*--${name}, `))]])
  })

  it('from its sources it may be debugged', () => {
    expect(start({ switches: ['inspect'] }).story).not.toContain('exit 1')
  })

  it('a packaged Relais refuses to log what passes, asked through the environment', () => {
    vi.stubEnv('ELECTRON_ENABLE_LOGGING', '1')
    expect(start({ isPackaged: true }).story).toEqual(['say', 'exit 1'])
    vi.unstubAllEnvs()
  })

  it('a second Relais ends before it can touch a vault', () => {
    expect(start({ isFirst: false }).story).toEqual(['exit 0'])
  })
})

describe('the window', () => {
  it('comes after every session is hardened, each once', async () => {
    await start().ready()
    const { story } = standIn
    expect(story.filter((line) => /^(?:hardened|window)/.test(line))).toEqual([
      'hardened default',
      'hardened own',
      'hardened paper',
      'window',
    ])
    standIn.app.emit('session-created', standIn.ownSession)
    expect(story.filter((line) => line === 'hardened own')).toHaveLength(1)
    expect(standIn.window?.isProtected).toBe(true)
  })

  it('loads from the app’s own scheme, in the in-memory session alone', async () => {
    const window = await start().ready()
    expect(window.webContents.url).toBe('relais://app/')
    expect([...standIn.ownSession.handled.keys()]).toEqual(['relais'])
    expect([...standIn.defaultSession.handled.keys()]).toEqual([])
  })

  it('is given the files of the build and nothing else, whatever the path looks like', async () => {
    await start().ready()
    const answer = standIn.ownSession.handled.get('relais')
    for (const [url, method, status] of requests) {
      const response = answer?.({ url, method } as Request)
      expect(response?.status, `${method} ${url}`).toBe(status)
      expect(response?.headers.get('X-Content-Type-Options')).toBe('nosniff')
      if (status === 200) {
        expect(response?.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
      }
    }
  })

  it('speaks the language that was just chosen', async () => {
    await start().ready()
    expect(JSON.stringify(standIn.menus.at(-1))).toContain('Verrouiller')
    await standIn.call('app.setPreferences', { locale: 'en', colorScheme: 'dark' })
    expect(JSON.stringify(standIn.menus.at(-1))).toContain('"Lock"')
    expect(standIn.nativeTheme.themeSource).toBe('dark')
  })
})

describe('a call', () => {
  it('is refused to every foreign sender, on every channel of the contract', async () => {
    await start().ready()
    for (const channel of channelNames) {
      for (const frame of foreignFrames) {
        expect(await standIn.call(channel, {}, frame), `${channel} from ${frame?.url}`).toEqual({
          ok: false,
          error: { code: 'app.foreign_sender', params: {} },
        })
      }
    }
    expect(standIn.vault).toBeNull()
  })
})

describe('an open vault', () => {
  const lockedBy: readonly (readonly [string, () => unknown])[] = [
    ['its screen is locked (macOS, Windows)', () => standIn.powerMonitor.emit('lock-screen')],
    ['the computer sleeps, or its lid is closed', () => standIn.powerMonitor.emit('suspend')],
    ['the computer wakes, should it have slept too fast', () => standIn.powerMonitor.emit('resume')],
    ['another person takes the screen (macOS)', () => standIn.powerMonitor.emit('user-did-resign-active')],
    ['Windows asks whether the session may end', () => standIn.window?.emit('query-session-end', {})],
    ['its page’s process ends', () => standIn.window?.webContents.crash()],
    ['its vault process ends', () => standIn.vault?.kill('SIGKILL')],
  ]

  it.each(lockedBy)('is locked when %s', async (_what, happens) => {
    await openVault()
    const { story } = standIn
    expect(await standIn.call('cases.list', {})).toMatchObject({ ok: true })
    standIn.clipboard.selected = 'marqué avec la souris'
    story.length = 0
    happens()
    await hasLocked()
    expect(story.filter((line) => line !== 'vault ends')).toEqual([
      'renderer ends',
      'cache cleared',
      'storage cleared',
      'load relais://app/',
    ])
    expect(standIn.clipboard.selected).toBe('')
    expect(await standIn.call('cases.list', {})).toMatchObject({ ok: false, error: { code: 'vault.locked' } })
  })

  it.runIf(process.platform === 'linux')(
    'is locked with the screen on Linux, which has to be asked',
    async () => {
      vi.useFakeTimers({ toFake: ['setInterval'] })
      await openVault()
      vi.advanceTimersByTime(2000)
      expect(await standIn.call('cases.list', {})).toMatchObject({ ok: true })
      standIn.story.length = 0
      standIn.idleState = 'locked'
      vi.advanceTimersByTime(2000)
      vi.useRealTimers()
      await hasLocked()
      expect(await standIn.call('cases.list', {})).toMatchObject({
        ok: false,
        error: { code: 'vault.locked' },
      })
    },
  )

  it('lets the page put its words away before it locks', async () => {
    await openVault()
    standIn.story.length = 0
    standIn.powerMonitor.emit('lock-screen')
    expect(standIn.window?.webContents.sent).toEqual([['relais.event', 'flush', {}]])
    await hasLocked()
  })

  it('takes what was copied back off the clipboard when it locks', async () => {
    await openVault()
    standIn.clipboard.text = canary
    await standIn.call('app.copied', { text: canary })
    standIn.story.length = 0
    standIn.powerMonitor.emit('lock-screen')
    await hasLocked()
    expect(standIn.clipboard.text).toBe('')
  })

  it.each([
    [
      'the computer shuts down',
      () => standIn.powerMonitor.emit('shutdown', { preventDefault: () => undefined }),
    ],
    ['the Windows session ends', () => standIn.window?.emit('session-end', {})],
    ['Relais is quit', () => standIn.window?.emit('close', { preventDefault: () => undefined })],
  ])('is put away when %s, and nothing copied stays behind', async (_what, happens) => {
    await openVault()
    const { story, clipboard } = standIn
    clipboard.text = canary
    clipboard.selected = 'marqué avec la souris'
    await standIn.call('app.copied', { text: canary })
    story.length = 0
    happens()
    await hasQuit()
    expect(story.filter((line) => line !== 'renderer ends')).toEqual([
      'vault ends',
      'hide',
      'destroy',
      'quit',
    ])
    expect(clipboard).toEqual({ text: '', selected: '' })
  })

  it('whose page ends after every load is put away, with a plain word, and not loaded for ever', async () => {
    await openVault()
    const { story, window, said } = standIn
    story.length = 0
    if (!window) throw new Error('no window')
    window.webContents.isBroken = true
    window.webContents.crash()
    await hasQuit()
    expect(story.filter((line) => line.startsWith('load '))).toHaveLength(2)
    expect(story).toContain('vault ends')
    expect(story.slice(story.indexOf('hide'))).toEqual(['hide', 'say', 'destroy', 'quit'])
    expect(said).toEqual([['Relais doit se fermer', expect.stringContaining('Le coffre est verrouillé')]])
  })

  it('is put away before the window closes, and leaves none of its words in the app’s folder', async () => {
    await openVault()
    const { story, window } = standIn
    story.length = 0
    const preventDefault = vi.fn()
    window?.emit('close', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    await hasQuit()
    expect(story.filter((line) => line !== 'renderer ends')).toEqual([
      'vault ends',
      'hide',
      'destroy',
      'quit',
    ])

    expect((await readdir(userData())).sort()).toEqual(['preferences.json', 'vault'])
    for (const name of await readdir(userData(), { recursive: true })) {
      const path = join(userData(), name)
      if ((await stat(path)).isDirectory()) continue
      const content = await readFile(path)
      expect(content.includes(canary), name).toBe(false)
      expect(content.includes(passphrase), name).toBe(false)
    }
  })
})
