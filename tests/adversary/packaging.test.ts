import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'
import { extractAll, extractFile } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { noticesFile } from '../../build/after-pack.ts'
import { buildDesktop } from '../../build/desktop.ts'
import { isAllowed } from '../../build/notices.ts'
import { projectFolder } from '../../build/run.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { appEvents } from '../../shared/app/app.contract.ts'
import { channelNames } from '../../shared/contract.ts'
import { chosenFuses, fusesOf, isLinux, packageApp } from '../support/packaging.ts'

const run = promisify(execFile)

let folder = ''
let resources = ''
let listing: readonly string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relais-packaging-'))
  await buildDesktop(['main', 'preload'])
  if (isLinux) ({ resources, listing } = await packageApp(folder))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the preload script', () => {
  const source = (): Promise<string> =>
    readFile(join(projectFolder, 'out/preload/preload.electron.cjs'), 'utf8')

  async function exposed() {
    const world: Record<string, Record<string, (...parameters: unknown[]) => unknown>> = {}
    const ipcRenderer = {
      invoke: vi.fn(async () => ({ ok: true })),
      on: vi.fn(() => ipcRenderer),
      off: vi.fn(() => ipcRenderer),
    }
    const contextBridge = {
      exposeInMainWorld: (name: string, value: (typeof world)[string]) => {
        world[name] = value
      },
    }
    const required: string[] = []
    runInNewContext(await source(), {
      require: (name: string) => {
        required.push(name)
        return { contextBridge, ipcRenderer }
      },
    })
    return { world, ipcRenderer, required }
  }

  it('is one CommonJS file that asks for electron and nothing else', async () => {
    expect(await readdir(join(projectFolder, 'out/preload'))).toEqual(['preload.electron.cjs'])
    const text = await source()
    expect(text.match(/\brequire\([^)]*\)/g)).toEqual(['require("electron")'])
    expect(text).not.toMatch(/^\s*(?:import|export)\b|\bimport\(/m)
    expect((await exposed()).required).toEqual(['electron'])
  })

  it('exposes exactly the contract’s channels and the app’s events', async () => {
    const { world } = await exposed()
    expect(Object.keys(world)).toEqual(['relais', 'relaisEvents'])
    expect(Object.keys(world.relais ?? {}).sort()).toEqual([...channelNames].sort())
    expect(Object.keys(world.relaisEvents ?? {}).sort()).toEqual(Object.keys(appEvents).sort())
  })

  it('lets a channel’s function call that channel, whatever else it is given', async () => {
    const { world, ipcRenderer } = await exposed()
    await world.relais?.['cases.list']?.({ a: 1 }, 'vault.create')
    expect(ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith('relais.call', 'cases.list', { a: 1 })
  })

  it('hands over the payload of its own event, never the event object or ipcRenderer', async () => {
    const { world, ipcRenderer } = await exposed()
    const listener = vi.fn()
    const stop = world.relaisEvents?.progress?.(listener) as () => unknown
    const [name, hear] = ipcRenderer.on.mock.calls[0] as unknown as [string, (...p: unknown[]) => void]
    expect(name).toBe('relais.event')
    hear({ sender: ipcRenderer }, 'progress', { done: 1 })
    hear({ sender: ipcRenderer }, 'flush', {})
    expect(listener.mock.calls).toEqual([[{ done: 1 }]])
    expect(stop()).toBeUndefined()
    expect(ipcRenderer.off).toHaveBeenCalledExactlyOnceWith('relais.event', hear)
  })
})

describe.runIf(isLinux)('the packaged app', () => {
  const inside = (pattern: RegExp): string[] => listing.filter((path) => pattern.test(path))

  it('holds the bundles, the page and every migration', async () => {
    expect(listing).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/index.electron.js',
        'out/main/vault-process.js',
        'out/preload/preload.electron.cjs',
        'out/renderer/index.html',
      ]),
    )
    const migrations = (await readdir(join(projectFolder, 'migrations'))).filter((name) =>
      /^\d{4}-/.test(name),
    )
    expect(inside(/^migrations\/./)).toEqual(migrations.map((name) => `migrations/${name}`))
  })

  it('holds no source, test, benchmark, document or map', () => {
    expect(inside(/\.(?:ts|tsx|map|md|cpp|hpp|c|h|gyp|gypi|saltpack)$/)).toEqual([])
    expect(inside(/^(?!out|migrations|node_modules|package\.json)/)).toEqual([])
    expect(inside(/(?:^|\/)(?:tests?|bench|docs|deps|src|\.ci|build)(?:\/|$)/)).toEqual([])
  })

  it('holds of all packages only the two with native code: none that is for development or bundled already', () => {
    const packages = new Set(
      inside(/^node_modules\//)
        .map((path) => path.split('/'))
        .map(([, scope = '', name = '']) => (scope.startsWith('@') ? `${scope}/${name}` : scope))
        .filter((name) => !/^@[^/]+\/$/.test(name)),
    )
    for (const name of Object.keys(packageJson.devDependencies)) expect(packages).not.toContain(name)
    for (const name of Object.keys(packageJson.optionalDependencies)) expect(packages).not.toContain(name)
    expect([...packages].sort()).toEqual([
      '@node-rs/argon2',
      `@node-rs/argon2-linux-${process.arch}-gnu`,
      'better-sqlite3-multiple-ciphers',
    ])
  })

  it('holds native code for this system alone, and that as files', async () => {
    const native = [
      `node_modules/@node-rs/argon2-linux-${process.arch}-gnu/argon2.linux-${process.arch}-gnu.node`,
      `node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-${process.arch}.node`,
    ]
    expect(inside(/\.node$/).sort()).toEqual(native)
    const unpacked = join(resources, 'app.asar.unpacked')
    const names = await readdir(unpacked, { recursive: true })
    const isFile = await Promise.all(names.map(async (name) => (await stat(join(unpacked, name))).isFile()))
    expect(names.filter((_name, index) => isFile[index]).sort()).toEqual(native)
  })

  it('asks Electron for what it needs and no more: no crash reporter, network, updater, shell or key store', async () => {
    const code = extractFile(join(resources, 'app.asar'), 'out/main/index.electron.js').toString()
    const imports = [...code.matchAll(/\bimport\s*\{([^}]*)\}\s*from\s*["']electron["']/g)]
    const names = imports.flatMap(([, list = '']) =>
      list.split(',').map((name) => name.trim().split(/\s+as\s+/)[0]),
    )
    expect(names.sort()).toEqual([
      'BrowserWindow',
      'Menu',
      'app',
      'clipboard',
      'dialog',
      'nativeTheme',
      'powerMonitor',
      'protocol',
      'session',
      'utilityProcess',
    ])
    const others = inside(/^out\/main\/.*\.js$/).filter((path) => path !== 'out/main/index.electron.js')
    expect(others.length).toBeGreaterThan(0)
    for (const path of ['out/main/index.electron.js', ...others]) {
      const text = extractFile(join(resources, 'app.asar'), path).toString()
      const asks = text.match(/(?:from|import|require\()\s*["']electron(?:\/[a-z]+)?["']/g) ?? []
      expect(asks, path).toHaveLength(path === 'out/main/index.electron.js' ? 1 : 0)
    }
  })

  it('keeps no update feed and only the languages of Relais', async () => {
    const names = await readdir(resources)
    expect(names.sort()).toEqual([noticesFile, 'app.asar', 'app.asar.unpacked'])
    expect((await readdir(join(resources, '../locales'))).sort()).toEqual(['en-US.pak', 'fr.pak'])
  })

  it('tells of itself its name, its version and what Linux knows its window by, and no command', () => {
    const told = JSON.parse(extractFile(join(resources, 'app.asar'), 'package.json').toString())
    expect(told).toMatchObject({
      name: packageJson.name,
      productName: packageJson.productName,
      version: packageJson.version,
      main: packageJson.main,
      desktopName: 'relais.desktop',
    })
    expect(told).not.toHaveProperty('scripts')
    expect(told).not.toHaveProperty('devDependencies')
  })

  it('has its nine fuses set, each by choice, in the program that really runs', async () => {
    expect(await fusesOf(join(resources, '..', 'relais.bin'))).toEqual(chosenFuses)
  })

  it('starts without core dumps and hands on every word, through links and folders with spaces', async () => {
    const program = join(resources, '..', 'relais')
    // As a person's shell that keeps core dumps would start it.
    const start = (name: string, words: readonly string[], path = process.env.PATH) =>
      run('/bin/sh', ['-c', 'ulimit -S -c "$(ulimit -H -c)"; exec "$0" "$@"', name, ...words], {
        cwd: folder,
        env: { PATH: path },
      })
    const [soft, hard] = (await start(`${program}.bin`, [])).stdout.split('\n')
    expect(soft).toBe(hard)

    const link = join(folder, 'a link')
    const linkToLink = join(folder, 'link to it')
    await symlink(program, link)
    await symlink(link, linkToLink)
    for (const name of [program, link, linkToLink]) {
      const words = ['--lang=fr', 'two words', '', '*', '$HOME']
      expect((await start(name, words)).stdout.split('\n')).toEqual(['0', '0', ...words, ''])
    }
    const byName = await start('a link', ['by name'], `${folder}:/usr/bin:/bin`)
    expect(byName.stdout).toBe('0\n0\nby name\n')
  })

  it('carries the licence text of every package whose code is in it, and of none other', async () => {
    const notices = await readFile(join(resources, noticesFile), 'utf8')
    for (const name of [
      '@node-rs/argon2',
      'better-sqlite3-multiple-ciphers',
      'tweetnacl',
      'zod',
      '@scure/bip39',
    ]) {
      expect(notices).toContain(
        `\n${name} ${(packageJson.dependencies as Record<string, string>)[name] ?? ''}`,
      )
    }
    for (const name of ['react', 'react-dom', '@mantine/core', 'react-intl', 'qr', 'wouter']) {
      expect(notices).toContain(
        `\n${name} ${(packageJson.devDependencies as Record<string, string>)[name] ?? ''}`,
      )
    }
    for (const name of ['vite', 'vitest', 'playwright-core', 'axe-core', '@signalapp/sqlcipher']) {
      expect(notices).not.toContain(`\n${name} `)
    }
    for (const chapter of notices.split(/\n-{100}\n/).slice(1)) expect(chapter.length).toBeGreaterThan(500)
    expect((await readdir(join(resources, '..'))).sort()).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    )
  })

  it('holds nothing of the database that is for checking ours only, under a licence that forbids it', async () => {
    expect(inside(/signalapp/)).toEqual([])
    const archive = await readFile(join(resources, 'app.asar'))
    expect(archive.includes('@signalapp/sqlcipher')).toBe(false)
    expect(isAllowed('AGPL-3.0-only')).toBe(false)
    expect(isAllowed('(MIT OR AGPL-3.0-only)')).toBe(true)
    expect(isAllowed('MIT AND AGPL-3.0-only')).toBe(false)
  })

  it('runs from what is inside: opens its window, makes a vault, locks and unlocks it', async () => {
    const app = join(folder, 'app')
    extractAll(join(resources, 'app.asar'), app)
    const runner = join(projectFolder, 'tests/adversary/electron-run.ts')
    const { stdout } = await run(process.execPath, [runner, app, join(folder, 'userData')], { cwd: folder })
    const told = JSON.parse(stdout)
    expect(told).toMatchObject({ created: { ok: true }, unlocked: { ok: true }, page: 200 })
    // What it made is no plain database, as it would be with another library under the same name.
    const database = await readFile(join(folder, 'userData', 'vault', 'relais.db'))
    expect(database.length).toBeGreaterThan(4096)
    expect(database.toString('latin1', 0, 16)).not.toMatch(/^SQLite/)
    const { preload, devTools } = told.options.webPreferences
    expect(preload).toBe(join(app, 'out/preload/preload.electron.cjs'))
    expect((await stat(preload)).isFile()).toBe(true)
    expect(devTools).toBe(false)
    expect(told.story.filter((line: string) => /^vault|^(?:destroy|quit)$/.test(line))).toEqual([
      'vault starts',
      'vault ends',
      'vault starts',
      'vault ends',
      'destroy',
      'quit',
    ])
  })
})
