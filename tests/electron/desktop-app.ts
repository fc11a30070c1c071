import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { vi } from 'vitest'
import { buildDesktop } from '../../build/desktop.ts'
import { electronProgram } from '../../build/electron-runtime.ts'
import { projectFolder } from '../../build/run.ts'
import type { ChannelName, In, Out } from '../../shared/contract.ts'

/**
 * The unfused build, apart from the one that other tests are reading: the fuse that shuts the inspector out shuts out
 * Playwright too. Within the project, so that it finds the packages with native code.
 */
const appFolder = join(projectFolder, 'out', 'electron')

/** The product's own entry, after the one thing a test must say first: whose data it may touch. */
const entry = `import './test-user-data.mjs'
import './out/main/index.electron.js'
`
const testUserData = `import { app } from 'electron'
app.setPath('userData', process.env.RELAIS_TEST_USER_DATA)
`

export async function buildForElectron(): Promise<void> {
  await rm(appFolder, { recursive: true, force: true })
  await mkdir(appFolder, { recursive: true })
  await buildDesktop(['main', 'preload', 'renderer'], join(appFolder, 'out'))
  await cp(join(projectFolder, 'migrations'), join(appFolder, 'migrations'), { recursive: true })
  await writeFile(join(appFolder, 'index.mjs'), entry)
  await writeFile(join(appFolder, 'test-user-data.mjs'), testUserData)
  const name = 'relais-test'
  await writeFile(
    join(appFolder, 'package.json'),
    JSON.stringify({ name, version: '0.0.0', type: 'module', main: 'index.mjs' }),
  )
}

/** Relais in a real Electron, in folders of its own. */
export interface DesktopApp {
  readonly electron: ElectronApplication
  readonly userData: string
  readonly vaultFolder: string
  /** The first page. A lock ends its process, and Playwright does not follow to the next: from then on, ask with `inPage`. */
  page(): Promise<Page>
  /** Runs a script in whatever page the window shows now. */
  inPage<T>(script: string): Promise<T>
  /** Waits until the window shows these words. */
  shows(words: string): Promise<void>
  /** A call from inside the page, as its own script would make it. Throws the code of a refusal. */
  call<K extends ChannelName>(channel: K, input: In<K>): Promise<Out<K>>
  /** Process ids of the vault process (0 when none runs) and of the page. */
  processes(): Promise<{ readonly vault: number; readonly page: number }>
  close(): Promise<void>
}

/** Chromium refuses its own sandbox to root. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export function launchElectron(userData: string): Promise<ElectronApplication> {
  const executablePath = electronProgram()
  if (!executablePath) throw new Error('no Electron runtime')
  return _electron.launch({
    executablePath,
    args: [...asRoot, appFolder],
    env: { ...(process.env as Record<string, string>), RELAIS_TEST_USER_DATA: userData },
  })
}

export async function openDesktopApp(): Promise<DesktopApp> {
  const userData = await mkdtemp(join(tmpdir(), 'relais-electron-'))
  const electron = await launchElectron(userData)
  const inPage = <T>(script: string): Promise<T> =>
    electron.evaluate(
      ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
      script,
    )
  const shows = async (words: string): Promise<void> => {
    // A page that is being replaced has no answer.
    const text = () => inPage<string>('document.body.innerText').catch(() => '')
    await vi.waitUntil(async () => (await text()).includes(words), { timeout: 30_000, interval: 100 })
  }
  return {
    electron,
    userData,
    vaultFolder: join(userData, 'vault'),
    page: () => electron.firstWindow(),
    inPage,
    shows,
    call: async <K extends ChannelName>(channel: K, input: In<K>): Promise<Out<K>> => {
      const reply = await inPage<{ ok: boolean; out: Out<K>; error: { code: string } }>(
        `window.relais[${JSON.stringify(channel)}](${JSON.stringify(input)})`,
      )
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.out
    },
    processes: () =>
      electron.evaluate(({ app, BrowserWindow }) => ({
        vault: app.getAppMetrics().find(({ name }) => name === 'Relais vault')?.pid ?? 0,
        page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      })),
    close: async () => {
      await electron.close()
      await rm(userData, { recursive: true, force: true })
    },
  }
}
