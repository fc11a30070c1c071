import type { Browser, Locator, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { type NamedSection, sections as sectionSchemas } from '../../shared/cases/sections.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import { services } from '../../shared/vocab/services.ts'
import { handsOn, savedFile, term, word } from '../tour/hands.ts'
import { createVault, introduce, openApp, type TestApp } from './app.ts'
import { consentTo } from './consent.ts'

/** A vault of a new app, whose pages must raise no fault until the test ends. */
export async function openVaultOf(
  browser: Browser,
  name: string,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<TestApp> {
  const app = await openApp(browser, { colorScheme })
  onTestFinished(async () => {
    expect(app.faults).toEqual([])
    await app.close()
  })
  await createVault(app, name)
  return app
}

/** Anne, who sends, and Berthe, who receives. */
export async function anneAndBerthe(browser: Browser): Promise<{ anne: TestApp; berthe: TestApp }> {
  const anne = await openVaultOf(browser, 'Anne Fictive')
  const berthe = await openVaultOf(browser, 'Berthe Fictive')
  await introduce(anne, berthe)
  return { anne, berthe }
}

export const wishes = 'Souhaite dormir en paix avant de décider.'
export const kept = 'Ce récit ne doit jamais partir.'
export const written: readonly NamedSection[] = [
  {
    name: 'wishes',
    body: sectionSchemas.wishes.parse({ wishes, safeContacts: 'Le matin, par la travailleuse de milieu.' }),
  },
  { name: 'summary', body: { context: kept, situation: kept, needs: kept } },
]

/** A case with one step, which its consents let go to whoever needs it. */
export async function newCase(app: TestApp, sections = written): Promise<string> {
  const caseId = crypto.randomUUID()
  for (const section of sections) await app.call('cases.saveSection', { id: caseId, section, seen: [] })
  await app.call('referrals.save', {
    caseId,
    id: crypto.randomUUID(),
    details: { service: 'safe_housing', organisation: 'Maison fictive' },
  })
  await consentTo(app, caseId)
  return caseId
}

/** The box of one purpose on the page to send from. */
export const purposeRadio = (app: TestApp, code: keyof typeof consentPurposes): Locator =>
  app.page().getByRole('radio', { name: term(consentPurposes, code) })

export async function goTo(app: TestApp, place: string): Promise<void> {
  await app.page().evaluate((hash) => {
    location.hash = hash
  }, place)
  await app.page().reload()
  await app.page().locator('h1').waitFor()
}

/** Says what for, chooses Berthe, the wishes and the step, looks, seals and saves. Where the file is. */
export async function send(app: TestApp, caseId: string): Promise<string> {
  const { press, tick, see } = handsOn(app)
  await goTo(app, `/cases/${caseId}/send`)
  await purposeRadio(app, 'committee_review').check()
  await tick('Berthe Fictive')
  await tick(word('cases.section.wishes'))
  await tick(term(services, 'safe_housing'))
  await press(word('exchange.look'))
  await press(word('exchange.seal'))
  await press(word('exchange.save'))
  await see(word('exchange.saved'))
  return savedFile(app, '.relais')
}

export async function give(app: TestApp, file: string | Uint8Array): Promise<void> {
  const input = app.page().locator('input[type=file]')
  await input.setInputFiles(
    typeof file === 'string' ? file : { name: 'paquet.relais', mimeType: '', buffer: Buffer.from(file) },
  )
}

/** On a fresh page of packets. */
export async function openPacket(app: TestApp, file: string | Uint8Array): Promise<void> {
  await goTo(app, '/packets')
  await give(app, file)
}

export const sectionTexts = (page: Page): Promise<string[]> => page.locator('main section').allInnerTexts()
export const isEmpty = async (app: TestApp): Promise<boolean> => (await app.call('cases.list', {})).all === 0
