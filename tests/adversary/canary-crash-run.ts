import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createVault, launchHeadless, openApp } from '../support/app.ts'
import { hasEnded, processTree } from './process-tree.ts'

/** A whole Relais with words in a case and in a form, of which every process then crashes; this one last. */
const { folder, saved, typed }: { folder: string; saved: string; typed: string } = JSON.parse(
  await text(process.stdin),
)
const browser = await launchHeadless()
const app = await openApp(browser, { dataFolder: join(folder, 'data') })
await createVault(app)
const section = { name: 'wishes', body: { wishes: saved } } as const
await app.call('cases.saveSection', { id: crypto.randomUUID(), section, seen: [] })
await app.page().getByRole('link', { name: 'Nouvelle situation' }).first().click()
await app.page().getByLabel('Ce qu’elle souhaite').fill(typed)

const others = processTree(process.pid).slice(1).reverse()
process.kill(app.preview.vaultPid(), 'SIGSEGV')
for (const pid of others) {
  try {
    process.kill(pid, 'SIGSEGV')
  } catch {
    // Gone with the one before.
  }
}
// All dumps may go into one file, and the last to be begun stays. Waited for without giving way: nothing here may answer
// the end of the others.
const clock = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
while (!others.every(hasEnded)) Atomics.wait(clock, 0, 0, 10)
process.kill(process.pid, 'SIGSEGV')
