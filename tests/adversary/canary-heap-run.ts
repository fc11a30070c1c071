import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { getHeapSnapshot } from 'node:v8'
import { launchHeadless, openApp } from '../support/app.ts'

/**
 * A shell in a process of its own, for a test to look into: words are typed and saved, the vault locks, and what the shell and
 * the window still hold is written down. The words come in as base64 and are put together in the page alone, so that this
 * process meets them only where the app passes them on.
 */
const { folder, words }: { folder: string; words: string[] } = JSON.parse(await text(process.stdin))
const browser = await launchHeadless()
const app = await openApp(browser, { dataFolder: join(folder, 'data') })

async function snapshotOfShell(name: string): Promise<void> {
  const out = createWriteStream(join(folder, name))
  await finished(getHeapSnapshot().pipe(out))
}

async function snapshotOfPage(name: string): Promise<void> {
  const session = await app.preview.context.newCDPSession(app.page())
  const out = createWriteStream(join(folder, name))
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => out.write(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot')
  out.end()
  await once(out, 'finish')
  await session.detach()
}

await app.page().evaluate(
  async ([encoded, vaultFolder, id]) => {
    const [passphrase = '', saved = '', draft = '', searched = ''] = encoded.map((word) => atob(word))
    const { relais } = globalThis as unknown as {
      relais: Record<string, (input: unknown) => Promise<{ ok: boolean }>>
    }
    const call = async (channel: string, input: unknown): Promise<void> => {
      if (!(await relais[channel]?.(input))?.ok) throw new Error(channel)
    }
    const identity = { name: 'Membre fictive', organisation: 'Organisme fictif', sector: 'community' }
    const sentence = `${passphrase} nuages lents et tambours`
    await call('vault.create', { folder: vaultFolder, passphrase: sentence, identity })
    const section = { name: 'wishes', body: { wishes: saved } }
    await call('cases.saveSection', { id, section, seen: [] })
    await call('drafts.put', {
      key: { caseId: id, form: 'summary' },
      body: JSON.stringify({ situation: draft }),
    })
    await call('cases.list', { words: searched })
  },
  [words, app.vaultFolder, crypto.randomUUID()] as const,
)
await app.page().goto('https://relais.invalid/#/cases')
await app.page().reload()
await app
  .page()
  .getByLabel('Chercher dans les situations')
  .evaluate((field, word) => {
    // As the browser itself sets what is typed; the framework listens for the event.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, atob(word ?? ''))
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, words[4])
await snapshotOfPage('window, open')

const held = { word: Buffer.from(words[5] ?? '', 'base64').toString() }
await snapshotOfShell('shell, with a word of its own')
held.word = ''

const vault = app.preview.vaultPid()
const next = app.nextPage()
await app.preview.application.lock()
await next
await snapshotOfPage('window, locked')
await snapshotOfShell('shell, locked')
process.stdout.write(JSON.stringify({ shell: process.pid, vault }))
// The test looks at this process before it lets it go.
const stay = setInterval(() => undefined, 60_000)
await once(process, 'SIGUSR2')
clearInterval(stay)
await app.close()
await browser.close()
