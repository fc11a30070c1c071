import { existsSync, statfsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

/** Nothing leaves: no background request, no update, no WebRTC, and names resolve to nowhere. */
const offlineArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-save-password-bubble',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,SpellcheckService,Translate',
]

/** Chrome refuses its own sandbox to root; everyone else keeps it. */
const isRoot = process.getuid?.() === 0

/** A Chrome or Chromium that this computer has, or null. */
export function localBrowser(): string | null {
  const candidates: Record<string, string[]> = {
    win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((variable) =>
      join(process.env[variable] ?? 'C:\\', 'Google\\Chrome\\Application\\chrome.exe'),
    ),
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].map((name) =>
        join(folder, name),
      ),
    )
  return [...(candidates[process.platform] ?? []), ...onPath].find((path) => existsSync(path)) ?? null
}

/** A long paper alone takes tens of megabytes on its way from one process of Chromium to another. */
const sharedMemoryBytes = 256 * 1024 * 1024

/**
 * Playwright has Chromium keep in the temporary folder, and so on the disk, what its processes hand each other: some
 * containers leave it next to no shared memory. Where there is enough it stays in memory.
 */
function inMemory(): { ignoreDefaultArgs?: string[] } {
  if (process.platform !== 'linux' || !existsSync('/dev/shm')) return {}
  const { bavail, bsize } = statfsSync('/dev/shm')
  return bavail * bsize < sharedMemoryBytes ? {} : { ignoreDefaultArgs: ['--disable-dev-shm-usage'] }
}

/** Opens a window of the local browser, driven over the DevTools pipe: no listening socket. */
export function launchWindow(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: false,
    chromiumSandbox: !isRoot,
    args: offlineArguments,
    ...inMemory(),
    // A stopped command lets the page put its words away before the browser goes: that is for the caller to do.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

/**
 * The Chromium that comes with the project (Linux) or with the computer, without a window: for the tour and the tests, which show it nothing but the
 * app and fictional cases. Where the system refuses Chromium its sandbox (root, some containers) it runs without.
 */
export async function launchHeadless(): Promise<Browser> {
  // The packaged one is for Linux; elsewhere it is the computer's own.
  const packaged = process.platform === 'linux'
  const executablePath = packaged ? await unpackedChromium() : localBrowser()
  if (executablePath === null) throw new Error('Chrome or Chromium is needed for this, and was not found')
  const launch = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath,
      headless: true,
      chromiumSandbox,
      args: [...offlineArguments, '--font-render-hinting=none', ...(packaged ? ['--headless=shell'] : [])],
      ...inMemory(),
      ...(packaged && { env: { ...process.env, FONTCONFIG_FILE: fontList } }),
    })
  return isRoot ? launch(false) : launch(true).catch(() => launch(false))
}

const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/relais-chromium', import.meta.url))
const fontList = join(cacheFolder, 'relais-fonts.conf')

/**
 * Unpacks the packaged Chromium into the project, once. The package would use the shared temporary folder, where anyone
 * on this computer could put another program under the same name.
 * It brings its own system libraries (NSS, expat) where it is told that it runs on Lambda.
 */
async function unpackedChromium(): Promise<string> {
  await mkdir(cacheFolder, { recursive: true })
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env
  process.env.TMPDIR = cacheFolder
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    packaged.setGraphicsMode = false
    const executablePath = await packaged.executablePath()
    await writeFile(fontList, fontsAt(join(cacheFolder, 'fonts')))
    return executablePath
  } finally {
    restore('TMPDIR', TMPDIR)
    restore('AWS_EXECUTION_ENV', AWS_EXECUTION_ENV)
  }
}

/**
 * The package's own list of fonts looks for them in the shared temporary folder, where they no longer are: without one, a
 * page has no words. Those of the computer come first where it has any.
 */
const fontsAt = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${join(cacheFolder, 'fonts-cache')}</cachedir>
</fontconfig>
`

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}
