// Plain JavaScript on purpose: an older Node must be able to read this far and say what it misses.

import nodeModule from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const needed = 24
if (Number.parseInt(process.versions.node, 10) < needed) {
  process.stderr.write(
    `Relais demande Node ${needed} (ici : ${process.versions.node}). « npm ci » l’apporte sous Linux et Windows ; sur macOS, installez-le. Puis relancez la commande.\n` +
      `Relais needs Node ${needed} (here: ${process.versions.node}). “npm ci” brings it on Linux and Windows; on macOS, install it. Then run the command again.\n`,
  )
  process.exit(1)
}

// No core dumps: what a crashed process leaves on disk would hold words that the vault keeps encrypted. A limit can only be
// set by a shell and then lasts for a whole family, so that this process becomes one and then itself again: with it the
// vault process, Electron or Chromium are limited too, and none can lift it. Windows has no such limit (docs/packaging.md).
// The tests are left without it: they show what happens with the limit, and that it would be seen without.
const mark = 'RELAIS_CORE_DUMPS'
const isTests = process.argv[2] === 'build/test.ts'
if (process.platform !== 'win32' && process.env[mark] !== 'off' && !isTests) {
  // Nor a debugger at a signal: any program of the same person could then connect to this process.
  const again = [process.execPath, '--disable-sigusr1', ...process.execArgv, ...process.argv.slice(1)]
  process.execve('/bin/sh', ['sh', '-c', 'ulimit -c 0; exec "$0" "$@"', ...again], {
    ...process.env,
    [mark]: 'off',
  })
}

// Types are stripped at each start; remembering the result halves the time the packet reader takes to answer.
nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)))

const [node, , script, ...rest] = process.argv
process.argv = [node, resolve(script), ...rest]
await import(pathToFileURL(resolve(script)).href)
