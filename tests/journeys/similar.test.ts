import { expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { keyboard } from '../support/keyboard.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)
const { page, heading, visit } = caseJourney(app)
const seen = (text: string | RegExp) => page().getByText(text).first().waitFor()

const profile = { gender: 'woman', ageBand: 'from_18_to_23', region: '06', periodFrom: '2025-01' }

async function newCase(wishes: string): Promise<{ id: string; code: string }> {
  const id = crypto.randomUUID()
  await app().call('cases.saveSection', { id, section: { name: 'profile', body: profile }, seen: [] })
  const section = { name: 'wishes', body: { wishes } } as const
  return { id, ...(await app().call('cases.saveSection', { id, section, seen: [] })) }
}

it('shows two cases that look alike side by side, and points them out no more once they are told apart', async () => {
  const [one, other] = [await newCase('Dormir en paix'), await newCase('Revoir sa sœur')]
  const { focusOn, press } = keyboard(app())
  await visit(`/cases/${one.id}/profile`)
  await seen('Une autre situation a le même profil')
  await seen(/^En commun\s: le genre, la tranche d’âge, la région et une période qui se recoupe\./)
  await expectAccessible(page())
  await focusOn('link', `Comparer avec ${other.code}`)
  await press('Enter')
  await heading('Comparer deux situations').waitFor()
  await seen('Dormir en paix')
  await seen('Revoir sa sœur')
  await page()
    .getByRole('link', { name: `C’est la même : fermer ${other.code}` })
    .waitFor()
  await expectAccessible(page())
  await focusOn('button', 'Ce n’est pas la même situation')
  await press('Enter')
  await seen(/^C’est noté/)
  await heading('Profil').waitFor()
  expect(await page().getByText('a le même profil').count()).toBe(0)
  expect((await app().call('cases.similar', { id: other.id })).cases).toEqual([])
})

it('says nothing where nothing looks alike, and merges nothing where something does', async () => {
  const [one, other] = [await newCase('Dormir en paix'), await newCase('Revoir sa sœur')]
  await visit(`/cases/${one.id}/overview`)
  await seen('Une autre situation a le même profil')
  const sections = async (id: string) => (await app().call('cases.get', { id })).sections
  expect(JSON.stringify(await sections(one.id))).not.toContain('Revoir')
  expect(JSON.stringify(await sections(other.id))).not.toContain('Dormir')
  const id = crypto.randomUUID()
  await app().call('cases.saveSection', {
    id,
    section: { name: 'profile', body: { ...profile, gender: 'unknown' } },
    seen: [],
  })
  await visit(`/cases/${id}/overview`)
  await heading('Profil').waitFor()
  expect(await page().getByText('même profil').count()).toBe(0)
})
