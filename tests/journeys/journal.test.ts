import { describe, expect, it } from 'vitest'
import { catalogue } from '../../renderer/i18n/catalogue.ts'
import type { In } from '../../shared/contract.ts'
import type { TestApp } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { handsOn, word } from '../tour/hands.ts'

const app = vaultOfEachTest(browserOfFile())
const newId = (): string => crypto.randomUUID()

/** A case with words in two sections, written through the contract. @returns its id and its code */
async function caseOf(of: TestApp): Promise<{ id: string; code: string }> {
  const id = newId()
  const section = { name: 'wishes', body: { wishes: 'dormir', safeContacts: 'le matin' } } as const
  const { code } = await of.call('cases.saveSection', { id, section, seen: [] })
  await of.call('cases.saveSection', {
    id,
    section: { name: 'profile', body: { region: '06' } },
    seen: [],
  })
  return { id, code }
}

async function openJournal(of: TestApp): Promise<void> {
  await of.page().reload()
  await handsOn(of).press(word('app.nav.journal'))
  await of
    .page()
    .getByRole('heading', { level: 1, name: word('journal.title') })
    .waitFor()
}

/** The lines on the screen, newest first, each as its words. */
const lines = (of: TestApp): Promise<string[]> =>
  of.page().getByRole('table').locator('tbody tr').allInnerTexts()

const closing: In<'cases.turn'>['turn'] = { to: 'closed', reasons: ['needs_met'] }
const reopening: In<'cases.turn'>['turn'] = { to: 'open', note: 'note fictive' }

const statuses = async (of: TestApp, id: string, times: number): Promise<void> => {
  for (let n = 0; n < times; n += 1) {
    await of.call('cases.turn', { id, turn: n % 2 === 0 ? closing : reopening })
  }
}

describe('the journal', () => {
  it('says who did what, to which case and which fields, and never what was written', async () => {
    const { code } = await caseOf(app())
    await openJournal(app())
    await handsOn(app()).see(word('journal.action.cases.created'))
    const text = (await lines(app())).join('\n')
    expect(text).toContain(code)
    expect(text).toContain(word('journal.me'))
    expect(text).toContain(word('cases.section.wishes'))
    expect(text).toContain(`${word('cases.wishes.wishes')}, ${word('cases.wishes.safeContacts')}`)
    expect(text).toContain(word('cases.profile.region'))
    expect(text).not.toContain('dormir')
    expect(text).not.toContain('le matin')
    await expectAccessible(app().page())
  })

  it('is narrowed to one topic, to some days, and opened again by one press', async () => {
    await caseOf(app())
    await openJournal(app())
    const topic = app().page().getByLabel(word('journal.filter.topic'))
    await topic.selectOption({ label: word('journal.topic.vault') })
    await eventually(() => lines(app())).toEqual([
      expect.stringContaining(word('journal.action.vault.created')),
    ])
    await app().page().getByLabel(word('journal.filter.to')).fill('2020-01-01')
    await handsOn(app()).see(word('journal.empty.title'))
    await expectAccessible(app().page())
    await handsOn(app()).press(word('journal.empty.action'))
    await eventually(async () => (await lines(app())).length).toBeGreaterThan(3)
  })

  it('of one case is reached from the case, and leads back to it', async () => {
    const one = await caseOf(app())
    const other = await caseOf(app())
    await app().page().goto('https://relais.invalid/#/cases')
    await app().page().reload()
    await handsOn(app()).press(one.code)
    await handsOn(app()).press(word('journal.ofCase'))
    await handsOn(app()).see(`Seulement la situation ${one.code}`)
    const ofAnother = (line: string): boolean => !line.includes(one.code)
    // As long as its own lines are on their way, there are none or everyone's.
    await eventually(async () => (await lines(app())).map(ofAnother)).not.toContain(true)
    await eventually(async () => (await lines(app())).length).toBeGreaterThanOrEqual(3)
    expect((await lines(app())).filter(ofAnother)).toEqual([])
    await expectAccessible(app().page())
    await handsOn(app()).press(word('journal.filter.clearCase'))
    await eventually(async () => (await lines(app())).join('\n')).toContain(other.code)
    await app()
      .page()
      .getByRole('link', { name: `Seulement les lignes de ${other.code}` })
      .first()
      .click()
    await handsOn(app()).see(`Seulement la situation ${other.code}`)
    await handsOn(app()).press(word('journal.filter.openCase'))
    await app().page().getByRole('heading', { level: 1, name: other.code }).waitFor()
  })

  it('goes further back a hundred lines at a time', async () => {
    const { id } = await caseOf(app())
    await statuses(app(), id, 120)
    await openJournal(app())
    await eventually(() => lines(app())).toHaveLength(100)
    await handsOn(app()).press(word('journal.older'))
    await eventually(async () => (await lines(app())).at(-1)).toContain(word('journal.action.vault.created'))
    await app()
      .page()
      .getByRole('button', { name: word('journal.older') })
      .waitFor({ state: 'detached' })
  })

  it('is verified with the keyboard alone, and says that it is whole', async () => {
    await caseOf(app())
    await openJournal(app())
    const hands = keyboard(app())
    await hands.focusOn('button', word('journal.verify'))
    await hands.press('Enter')
    await handsOn(app()).see(/Le journal est entier/)
    await handsOn(app()).see(word('journal.verify.noHeads'))
    // The verification is a line of its own.
    await handsOn(app()).see(word('journal.action.journal.verified'))
    await expectAccessible(app().page())
  })

  it('that was changed outside Relais is told by the line, calmly, with what to do', async () => {
    const { id } = await caseOf(app())
    await statuses(app(), id, 5)
    await changeBeneath(app(), 'DROP TRIGGER journal_is_not_changed')
    await changeBeneath(app(), "UPDATE journal SET action = 'cases.viewed' WHERE seq = 4")
    await openJournal(app())
    await handsOn(app()).press(word('journal.verify'))
    await handsOn(app()).see('La ligne 4 ne suit pas celle d’avant.')
    await handsOn(app()).see(word('journal.verify.broken.next'))
    await expectAccessible(app().page())
  })

  it('says all of that in English', async () => {
    await caseOf(app())
    await app().call('app.setPreferences', { locale: 'en' })
    await app().page().reload()
    await handsOn(app()).press(catalogue.en['app.nav.journal'])
    await handsOn(app()).see(catalogue.en['journal.action.cases.created'])
    await handsOn(app()).press(catalogue.en['journal.verify'])
    await handsOn(app()).see(/The journal is whole/)
  })
})
