import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Runs a command of the system that not every machine has, or lets be used. */
export const runCommand = (command: string, ...rest: string[]): void =>
  void execFileSync(command, rest, { stdio: 'ignore' })

/** Whether a command can be run to its end on this machine. */
function works(command: string, ...rest: string[]): boolean {
  try {
    runCommand(command, ...rest)
    return true
  } catch {
    return false
  }
}

/** Whether this machine lets a test watch the system calls of its own children. */
export const hasStrace = works('strace', '-f', '-xx', '-e', 'trace=fsync', 'true')

/** Whether strace may also take hold of a process that it did not start: some systems keep that to a parent or to root. */
export const canAttach =
  hasStrace &&
  works(
    'sh',
    '-c',
    `sleep 60 & sibling=$!
    strace -e trace=none -p $sibling 2>&1 | { read -r said; kill -9 $sibling; case $said in *attached*) ;; *) exit 1 ;; esac }`,
  )

/** Puts a file system of so many KiB, in memory, where a folder is. */
export const mountMemory = (folder: string, kibibytes: number): void =>
  runCommand('mount', '-t', 'tmpfs', '-o', `size=${kibibytes}k,mode=700`, 'relais-test', folder)

/** Takes it away at once, whoever still has files of it open. */
export const unmount = (folder: string): void => runCommand('umount', '--lazy', folder)

/** Whether this machine lets a test make a disk of its own: root may, unless a container forbids it. */
export const canMount = process.platform === 'linux' && mountsInMemory()

function mountsInMemory(): boolean {
  // Two workers ask at the same time.
  const folder = mkdtempSync(join(tmpdir(), 'relais-mount-probe-'))
  try {
    mountMemory(folder, 64)
    unmount(folder)
    return true
  } catch {
    return false
  } finally {
    // An empty folder that stays behind is no reason to fail.
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {}
  }
}

/** What makes the command after it one of another user of this computer, who owns nothing. */
export const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'] as const

/** Whether a test may be that user, and that user start this Node with this checkout and reach a test’s folders. */
export const canBeNobody =
  process.platform === 'linux' &&
  works(
    ...asNobody,
    process.execPath,
    '--eval',
    'const { accessSync } = require("node:fs"); accessSync(process.argv[1], 4); accessSync(process.argv[2], 1)',
    fileURLToPath(new URL('../../main/vault/process.ts', import.meta.url)),
    tmpdir(),
  )

/** What starts a command in a network namespace without any network, or null where that is not allowed. */
export const withoutNetwork: readonly string[] | null =
  [
    ['unshare', '--net'],
    ['unshare', '--user', '--map-root-user', '--net'],
  ].find(([command = '', ...rest]) => works(command, ...rest, 'true')) ?? null
