import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const biome = join(projectFolder, 'node_modules/@biomejs/biome/bin/biome')

/** A rule, where it is broken and how, and what stands beside it that must stay allowed. */
interface Boundary {
  readonly promise: string
  readonly at: string
  readonly refused: readonly string[]
  readonly allowed?: readonly string[]
}

const boundaries: readonly Boundary[] = [
  {
    promise: 'the renderer knows shared/ and neither main/ nor Node',
    at: 'renderer/cases/planted.tsx',
    refused: [
      "import '../../main/disk.ts'",
      "import type { Reader } from '../../main/vault/database.ts'",
      "export * from '../../main/shell/door.ts'",
      "await import('../../main/disk.ts')",
      "import 'node:fs'",
      "import 'path'",
      "import '../../tests/support/app.ts'",
    ],
    allowed: ["import '../../shared/errors.ts'", "import '../ui/page.tsx'", "import 'react'"],
  },
  {
    promise: 'shared/ runs anywhere: no Node, no interface, nothing of ours outside it',
    at: 'shared/cases/planted.ts',
    refused: [
      "import 'node:crypto'",
      "import 'fs'",
      "import '../../main/disk.ts'",
      "import '../../renderer/client.ts'",
      "import 'react'",
      "import '@mantine/core'",
    ],
    allowed: ["import '../errors.ts'", "import 'zod'"],
  },
  {
    promise: 'a feature is met through its store, never through its handlers, and knows no window',
    at: 'main/cases/planted.ts',
    refused: [
      "import '../members/members.handlers.ts'",
      "import type { X } from '../members/members.handlers.ts'",
      "import '../shell/door.ts'",
      "import '../index.electron.ts'",
      "import '../../renderer/client.ts'",
    ],
    allowed: [
      "import '../members/members.store.ts'",
      "import '../vault/database.ts'",
      "import '../disk.ts'",
      "import '../../shared/errors.ts'",
    ],
  },
  {
    promise: 'only the dispatcher assembles handlers, and it knows no window either',
    at: 'main/vault/dispatch.ts',
    refused: ["import '../shell/door.ts'", "import '../../renderer/client.ts'"],
    allowed: ["import '../cases/cases.handlers.ts'"],
  },
  {
    promise: 'the rest of the vault leaves handlers to the dispatcher',
    at: 'main/vault/planted.ts',
    refused: ["import '../cases/cases.handlers.ts'"],
  },
  {
    promise: 'the shell reaches no key and no table',
    at: 'main/shell/planted.ts',
    refused: [
      "import '../vault/open-vault.ts'",
      "import type { Reader } from '../vault/database.ts'",
      "import '../cases/cases.store.ts'",
      "import '../../renderer/client.ts'",
      "import './preview/preview.ts'",
      "import './electron/start.ts'",
    ],
    allowed: ["import '../disk.ts'", "import '../../shared/vault/messages.ts'", "import './door.ts'"],
  },
  {
    promise: 'neither do its adapters, which do not know each other',
    at: 'main/shell/preview/planted.ts',
    refused: [
      "import '../../vault/process.ts'",
      "import '../../cases/cases.store.ts'",
      "import '../electron/start.ts'",
      "import '../../../renderer/client.ts'",
    ],
    allowed: [
      "import '../../disk.ts'",
      "import '../../../shared/vault/messages.ts'",
      "import '../application.ts'",
      "import 'playwright-core'",
    ],
  },
  {
    promise: 'an entry starts a shell and loads no vault',
    at: 'main/planted.ts',
    refused: [
      "import './vault/process.ts'",
      "import './cases/cases.store.ts'",
      "import '../renderer/client.ts'",
    ],
    allowed: ["import './shell/door.ts'", "import './disk.ts'", "import '../shared/contract.ts'"],
  },
  {
    promise: 'electron is not imported outside *.electron.ts',
    at: 'main/referrals/planted.ts',
    refused: [
      "import { app } from 'electron'",
      "import type { App } from 'electron'",
      "export { app } from 'electron/main'",
      "await import('electron')",
      "require('electron')",
    ],
  },
  {
    promise: 'beside the entry, only the types of electron are known',
    at: 'main/shell/electron/planted.ts',
    refused: [
      "import { app } from 'electron'",
      "import { type App } from 'electron'",
      "import 'electron/main'",
      "export { app } from 'electron'",
      "await import('electron')",
      "require('electron')",
    ],
    allowed: ["import type { App } from 'electron'", "type E = typeof import('electron')"],
  },
  {
    promise: 'a file named *.electron.ts imports electron',
    at: 'main/shell/electron/planted.electron.ts',
    refused: [],
    allowed: ["import { app } from 'electron'"],
  },
  {
    promise: 'the browser driver stays in the preview, the tests and the benchmark',
    at: 'main/shell/electron/driver.ts',
    refused: [
      "import 'playwright-core'",
      "import type { Page } from 'playwright-core'",
      "await import('@sparticuz/chromium')",
    ],
  },
  {
    promise: 'no network module is loaded anywhere, tests included',
    at: 'tests/faults/planted.ts',
    refused: [
      "import 'node:net'",
      "import 'net'",
      "import type { Server } from 'node:http'",
      "import 'https'",
      "import 'node:http2'",
      "export * from 'node:tls'",
      "import 'node:dgram'",
      "import 'node:dns/promises'",
      "await import('node:https')",
      "require('node:net')",
      "process.getBuiltinModule('node:net')",
    ],
    allowed: ["import 'node:fs'", "import './net.ts'", "import './https/x.ts'"],
  },
  {
    promise: 'nothing is fetched, sent or stored by the page itself',
    at: 'renderer/members/planted.ts',
    refused: [
      "fetch('x')",
      "window.fetch('x')",
      "globalThis.fetch('x')",
      "new WebSocket('wss://x')",
      "new window.WebSocket('wss://x')",
      'new XMLHttpRequest()',
      "new EventSource('x')",
      "navigator.sendBeacon('x')",
      'new RTCPeerConnection()',
      "localStorage.setItem('a', 'b')",
      "sessionStorage.getItem('a')",
      "indexedDB.open('a')",
    ],
  },
  {
    promise: 'SQL is written in stores',
    at: 'main/exchange/planted.ts',
    refused: [
      "db.run('DELETE FROM cases')",
      "db.all<Row>('SELECT 1')",
      "db.get('select 1')",
      "raw.exec('PRAGMA user_version=1')",
      "raw.prepare('INSERT INTO a VALUES (1)').run()",
      'db.run(`UPDATE a SET b = 1`)',
      'db.all(`\n    SELECT 1`)',
    ],
    allowed: ["map.get('selected')", "run('update-case')", 'pattern.exec(text)'],
  },
  {
    promise: 'a store writes SQL',
    at: 'main/exchange/planted.store.ts',
    refused: [],
    allowed: ["db.run('DELETE FROM cases')"],
  },
  {
    promise: 'the database is never copied out of its encryption',
    at: 'main/vault/copy.ts',
    refused: ["raw.backup('x')", 'vault.raw.serialize()', 'db.serialize()'],
    allowed: ['packet.serialize()', "wizard.backup('x')"],
  },
  {
    promise: 'nothing is written to a console in the product',
    at: 'main/members/planted.ts',
    refused: ["console.log('x')", "console.error('x')"],
  },
  {
    promise: 'the command-line reader may speak',
    at: 'main/exchange/planted.cli.ts',
    refused: [],
    allowed: ["console.log('x')"],
  },
]

/** The rules that are boundaries; the others may find what they like in these snippets. */
const boundaryRules = new Set([
  'plugin',
  'lint/style/noRestrictedImports',
  'lint/style/noRestrictedGlobals',
  'lint/suspicious/noConsole',
])

interface Diagnostic {
  readonly severity: string
  readonly category: string
  readonly location: { readonly path: string; readonly start: { readonly line: number } }
}

let folder = ''
let found: Diagnostic[] = []

/** All snippets of a boundary stand in one file: those refused first. */
const linesOf = ({ refused, allowed = [] }: Boundary): string[] => [...refused, ...allowed]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relais-boundaries-'))
  const config = JSON.parse(await readFile(join(projectFolder, 'biome.json'), 'utf8')) as object
  await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }))
  await cp(join(projectFolder, 'build/lint'), join(folder, 'build/lint'), { recursive: true })
  for (const boundary of boundaries) {
    const path = join(folder, boundary.at)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `${linesOf(boundary).join('\n')}\n`)
  }
  found = await diagnosticsIn(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function diagnosticsIn(cwd: string): Promise<Diagnostic[]> {
  const report = await promisify(execFile)(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd, maxBuffer: 2 ** 26 },
  ).catch((error: { stdout: string }) => error)
  const { diagnostics } = JSON.parse(report.stdout) as { diagnostics: Diagnostic[] }
  return diagnostics.filter(({ category }) => boundaryRules.has(category))
}

describe.each(boundaries)('$promise', ({ at, refused, allowed = [] }) => {
  const snippets = [...refused, ...allowed]
  const startOf = (index: number): number =>
    snippets.slice(0, index).flatMap((snippet) => snippet.split('\n')).length + 1
  const errorsFor = (index: number): Diagnostic[] =>
    found.filter(
      ({ location, severity }) =>
        location.path === at &&
        severity === 'error' &&
        location.start.line >= startOf(index) &&
        location.start.line < startOf(index + 1),
    )

  it.each(refused.map((snippet, index) => [snippet, index] as const))('refuses %s', (_snippet, index) => {
    expect(errorsFor(index)).not.toEqual([])
  })

  it.each(allowed.map((snippet, index) => [snippet, index + refused.length] as const))(
    'allows %s',
    (_snippet, index) => {
      expect(errorsFor(index)).toEqual([])
    },
  )
})
