import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StandInElectron } from './electron-stand-in.ts'

/**
 * Runs a built desktop app under plain Node, with a stand-in where it imports `electron`, and tells what came of it.
 * `node electron-run.ts <app folder> <user data folder>`
 */
const [, , appFolder = '', userData = ''] = process.argv

const standIn = new StandInElectron(userData, { isPackaged: true })
Object.assign(globalThis, { standInElectron: standIn.electron })

const names = Object.keys(standIn.electron)
const standInModule = `data:text/javascript,${encodeURIComponent(
  names.map((name) => `export const ${name} = globalThis.standInElectron.${name}`).join('\n'),
)}`
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standInModule, shortCircuit: true } : next(specifier, context),
})

await import(pathToFileURL(join(appFolder, 'out/main/index.electron.js')).href)
const window = await standIn.ready()
const vaultFolder = join(userData, 'vault')
const passphrase = 'tambour violet quatorze nuages lents'
const created = await standIn.call('vault.create', {
  folder: vaultFolder,
  passphrase,
  identity: { name: 'Membre fictive', organisation: 'Organisme fictif', sector: 'community' },
})
await standIn.call('vault.lock', {})
while (!standIn.story.includes('renderer ends')) await new Promise((resolve) => setTimeout(resolve, 20))
const unlocked = await standIn.call('vault.unlock', { folder: vaultFolder, passphrase })
const page = standIn.ownSession.handled.get('relais')?.(new Request('relais://app/'))
window.emit('close', { preventDefault: () => undefined })
while (!standIn.story.includes('quit')) await new Promise((resolve) => setTimeout(resolve, 20))

process.stdout.write(
  JSON.stringify({ created, unlocked, page: page?.status, options: window.options, story: standIn.story }),
)
process.exit(0)
