import { execFile } from 'node:child_process'
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { type FuseConfig, FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { buildDesktop } from '../../build/desktop.ts'
import { projectFolder } from '../../build/run.ts'

/** electron-builder names processors its own way; the tests package for the one they run on. */
export const isLinux = process.platform === 'linux'

/** Whatever would still be fetched is asked of a port where nobody listens. */
const noDownloads = {
  ELECTRON_MIRROR: 'http://127.0.0.1:1/',
  ELECTRON_BUILDER_BINARIES_MIRROR: 'http://127.0.0.1:1/',
  HTTPS_PROXY: 'http://127.0.0.1:1',
  HTTP_PROXY: 'http://127.0.0.1:1',
  NO_PROXY: '',
}

/** Written by Electron's build before its fuses; a version, their number, and a digit for each follow. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A program that tells how it was started, with Electron 45's nine fuses, each as Electron does not want it in the end. */
export function standInProgram(fuses = '101100110'): Buffer {
  const script = `#!/bin/sh\nprintf '%s\\n' "$(ulimit -c)" "$(ulimit -H -c)" "$@"\nexit\n# ${fuseSentinel}`
  return Buffer.concat([Buffer.from(script), Buffer.from([1, fuses.length]), Buffer.from(`${fuses}end`)])
}

/** The least that the packager needs of an Electron runtime. */
async function standInRuntime(path: string): Promise<string> {
  await mkdir(join(path, 'resources'), { recursive: true })
  await mkdir(join(path, 'locales'))
  await writeFile(join(path, 'electron'), standInProgram())
  await chmod(join(path, 'electron'), 0o755)
  for (const notice of ['LICENSE', 'LICENSES.chromium.html']) await writeFile(join(path, notice), notice)
  for (const locale of ['de', 'en-US', 'fr']) await writeFile(join(path, 'locales', `${locale}.pak`), '')
  return path
}

interface Packaged {
  readonly resources: string
  /** The paths in the archive. */
  readonly listing: readonly string[]
}

/** Packages the bundles in `out` below a folder, whose name may have spaces. */
export async function packageApp(folder: string): Promise<Packaged> {
  // Elsewhere: the tests of the pages are reading `out/renderer`. What it is made of is written down all the same.
  await buildDesktop(['renderer'], join(folder, 'page'))
  const electronDist = await standInRuntime(join(folder, 'electron'))
  const output = join(folder, 'dist folder')
  await promisify(execFile)(
    process.execPath,
    [
      join(projectFolder, 'node_modules/electron-builder/cli.js'),
      '--linux',
      'dir',
      '--publish=never',
      `-c.electronDist=${electronDist}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: projectFolder, env: { ...process.env, ...noDownloads } },
  ).catch(({ message, stdout }) => {
    // The packager says there what is wrong.
    throw new Error(`${message}\n${stdout}`)
  })
  const [unpacked = ''] = (await readdir(output)).filter((name) => name.endsWith('unpacked'))
  const resources = join(output, unpacked, 'resources')
  const paths = listPackage(join(resources, 'app.asar'), { isPack: false })
  return { resources, listing: paths.map((path) => path.slice(1)) }
}

/** What is chosen for each of the nine, said once more than in the build. */
export const chosenFuses = {
  version: '1',
  RunAsNode: FuseState.DISABLE,
  EnableCookieEncryption: FuseState.ENABLE,
  EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
  EnableNodeCliInspectArguments: FuseState.DISABLE,
  EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
  OnlyLoadAppFromAsar: FuseState.ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
  GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
  WasmTrapHandlers: FuseState.ENABLE,
}

/** The fuses of a program, by name. */
export async function fusesOf(program: string): Promise<Record<string, unknown>> {
  const { version, ...fuses } = (await getCurrentFuseWire(program)) as FuseConfig<FuseState | undefined>
  const named = Object.entries(fuses).map(([fuse, state]) => [FuseV1Options[Number(fuse)], state])
  return { version, ...Object.fromEntries(named) }
}
