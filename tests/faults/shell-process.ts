import { launchHeadless, openApp, testPassphrase } from '../support/app.ts'

/**
 * A whole Relais in a process of its own, for a test to kill: opens the vault in the folder given, types into a draft,
 * and once that is kept tells the process ids.
 */
const [folder = '', vaultFolder = '', draft = ''] = process.argv.slice(2)
const browser = await launchHeadless()
const app = await openApp(browser, { dataFolder: folder })
await app.call('vault.unlock', { folder: vaultFolder, passphrase: testPassphrase })
const { key, body } = JSON.parse(draft)
await app.call('drafts.put', { key, body })
const kept = await app.call('drafts.get', { key })
process.send?.({ vaultPid: app.preview.vaultPid(), kept: kept.body })
