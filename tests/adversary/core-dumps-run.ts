import { readFileSync } from 'node:fs'
import { createVault, launchHeadless, openApp } from '../support/app.ts'
import { processTree } from './process-tree.ts'

/**
 * Opens Relais in the packaged Chromium with a vault, and tells the limits of every process of it.
 * `node build/node24.mjs tests/adversary/core-dumps-run.ts`, as `npm start` starts its own script
 */
const browser = await launchHeadless()
const app = await openApp(browser)
await createVault(app)
const limits = processTree(process.pid).map((pid) => {
  const line = /^Max core file size +(\S+) +(\S+)/m.exec(readFileSync(`/proc/${pid}/limits`, 'latin1'))
  return {
    pid,
    program: readFileSync(`/proc/${pid}/comm`, 'latin1').trim(),
    soft: line?.[1],
    hard: line?.[2],
  }
})
process.stdout.write(JSON.stringify({ shell: process.pid, vault: app.preview.vaultPid(), limits }))
await app.close()
await browser.close()
