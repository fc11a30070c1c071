import { networkInterfaces } from 'node:os'
import { addDays, dayOf } from '../../shared/dates.ts'
import { createVault, introduce, launchHeadless, openApp, testPassphrase } from '../support/app.ts'
import { consentTo } from '../support/consent.ts'

/**
 * A day of Relais in a process of its own, for a test to watch from outside: two people, a case, a packet sealed, saved,
 * opened and taken in, a lock, an unlock. Tells how it went, and which networks it saw.
 */
const caseId = crypto.randomUUID()
const browser = await launchHeadless()
const [a, b] = [await openApp(browser), await openApp(browser)]
await createVault(a)
await createVault(b, 'Autre membre fictif')
await introduce(a, b)
const section = { name: 'wishes', body: { wishes: 'Se reposer', safeContacts: '' } } as const
await a.call('cases.saveSection', { id: caseId, section, seen: [] })
await consentTo(a, caseId)
await a.page().reload()
await a.page().getByRole('link', { name: 'Nouvelle situation' }).first().click()
await a.page().getByLabel('Ce qu’elle souhaite').fill('Un mot tapé dans la page')

const [recipient] = (await a.call('members.list', {})).members
const choice = {
  caseId,
  sections: ['wishes' as const],
  stepIds: [],
  recipients: [recipient?.fingerprint ?? ''],
  purpose: 'committee_review',
}
const today = dayOf(Date.now())
const expiresOn = addDays(today, 30)
const { packetId } = await a.call('exchange.seal', { ...choice, expiresOn, jobId: crypto.randomUUID() })
await a.call('exchange.save', { packetId })
const { bytes } = await a.call('exchange.file', { packetId })
const received = await b.call('exchange.open', { bytes, jobId: crypto.randomUUID() })
await b.call('exchange.accept', { packetId: received.packetId })

await a.preview.application.lock()
await a.call('vault.unlock', { folder: a.vaultFolder, passphrase: testPassphrase })
const { total } = await b.call('cases.list', {})
await a.close()
await b.close()
await browser.close()
process.stdout.write(JSON.stringify({ taken: total, networks: Object.keys(networkInterfaces()) }))
