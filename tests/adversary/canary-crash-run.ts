import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { createVault, launchHeadless, openApp } from '../support/app.ts'
import { processTree } from './process-tree.ts'

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

process.kill(app.preview.vaultPid(), 'SIGSEGV')
for (const pid of processTree(process.pid).slice(1).reverse()) {
  try {
    process.kill(pid, 'SIGSEGV')
  } catch {
    // Gone with the one before.
  }
}
process.kill(process.pid, 'SIGSEGV')
