import { describe, expect, it } from 'vitest'
import type { SectionName } from '../../shared/cases/sections.ts'
import type { In, Out } from '../../shared/contract.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)

const { page, button, heading, draftKept, visit, lockAndUnlock } = caseJourney(app)
const box = (name: string) => page().getByRole('checkbox', { name, exact: true })
const field = (name: string) => page().getByRole('textbox', { name, exact: true })
const choice = (name: string) => page().getByRole('combobox', { name, exact: true })
const hands = () => keyboard(app())

async function saveSection(id: string, section: In<'cases.saveSection'>['section']): Promise<void> {
  await app().call('cases.saveSection', { id, section, seen: [] })
}

async function savedBody(id: string, name: SectionName): Promise<Record<string, unknown> | undefined> {
  const { sections }: Out<'cases.get'> = await app().call('cases.get', { id })
  return sections.find((section) => section.name === name)?.body as Record<string, unknown> | undefined
}

/** A new case at one of its sections, nothing saved yet. */
async function begin(place: SectionName): Promise<string> {
  const id = crypto.randomUUID()
  await visit(`/cases/${id}/${place}`)
  await page().getByRole('heading', { level: 2 }).first().waitFor()
  return id
}

/** Chooses in a list by the first letters or, where one can't type, by going down to it. */
async function choose(name: string, term: string): Promise<void> {
  await hands().focusOn('combobox', name)
  await hands().press('ArrowDown')
  const option = page().getByRole('option', { name: term })
  await option.first().waitFor()
  const marked = page().locator('[role=option][data-combobox-selected]')
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await marked.count()) > 0 && (await marked.first().textContent())?.startsWith(term)) break
    await hands().press('ArrowDown')
  }
  await hands().press('Enter')
}

async function saveByKey(): Promise<void> {
  await hands().press('Control+s')
  await page().getByText('Section enregistrée').waitFor()
}

describe('whom it is safe to reach', () => {
  it('is noted from the keyboard alone, and whom not to reach comes first to the eye', async () => {
    const id = await begin('wishes')
    await hands().focusOn('button', 'Ajouter un contact')
    await hands().press('Enter')
    await expectFocus(heading('Contact 1'))
    await choose('Qui', 'Amie ou ami')
    await expectFocus(choice('Qui'))
    await choose('Est-ce sûr ?', 'Sûr à certains moments')
    await hands().focusOn('textbox', 'À quels moments')
    await page().keyboard.type('En semaine')
    await hands().focusOn('button', 'Ajouter un contact')
    await hands().press('Enter')
    await expectFocus(heading('Contact 2'))
    // The fields of the first have the same names: one goes on from the heading of the second.
    await hands().press('Tab')
    await hands().press('ArrowDown')
    for (const key of ['p', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await hands().press(key)
    await hands().press('Enter')
    await expectAccessible(page())
    await saveByKey()
    const { contacts } = (await savedBody(id, 'wishes')) as { contacts: { who: string }[] }
    expect(contacts).toHaveLength(2)
  })

  it('shows the one that is not safe above the others, in words', async () => {
    const id = crypto.randomUUID()
    const contact = { means: ['phone_call'], when: '', note: '' }
    await saveSection(id, {
      name: 'wishes',
      body: {
        contacts: [
          { ...contact, id: crypto.randomUUID(), who: 'friend', safety: 'safe' },
          { ...contact, id: crypto.randomUUID(), who: 'partner', safety: 'not_safe' },
        ],
      },
    })
    await visit(`/cases/${id}/overview`)
    const lines = page().getByRole('listitem').filter({ hasText: 'Appel téléphonique' })
    await eventually(() => lines.first().innerText()).toContain('N’appelez pas, n’écrivez pas')
    expect(await lines.first().innerText()).toContain('Partenaire')
    await expectAccessible(page())
  })

  it('comes back whole when it was removed by mistake', async () => {
    const id = crypto.randomUUID()
    const contacts = ['friend', 'lawyer', 'school'].map((who) => ({
      id: crypto.randomUUID(),
      who,
      means: ['email'],
      safety: 'safe',
      when: '',
      note: `Note ${who}`,
    }))
    await saveSection(id, { name: 'wishes', body: { contacts } })
    await visit(`/cases/${id}/wishes`)
    await hands().focusOn('button', 'Enlever : Avocate ou avocat')
    await hands().press('Enter')
    await page().getByText('« Avocate ou avocat » a été enlevé.').waitFor()
    await expectFocus(button('Annuler'))
    await hands().press('Enter')
    await expectFocus(heading('Avocate ou avocat'))
    await saveByKey()
    expect(await savedBody(id, 'wishes')).toMatchObject({ contacts })
  })

  it('is not added twice by a double click, nor by asking again before it is filled', async () => {
    await begin('wishes')
    await button('Ajouter un contact').dblclick()
    await heading('Contact 1').waitFor()
    await hands().focusOn('button', 'Ajouter un contact')
    await hands().press('Enter')
    await expectFocus(heading('Contact 1'))
    expect(await heading('Contact 2').count()).toBe(0)
  })
})

describe('a save', () => {
  it('is one save, whether she double-clicks or presses Ctrl+S twice', async () => {
    const id = await begin('question')
    const me = (await app().call('members.me', {})).fingerprint
    const version = async () => (await app().call('cases.get', { id })).sections[0]?.version
    await field('Question').fill('Quel service ?')
    await button('Enregistrer').dblclick()
    await page().getByText('Section enregistrée').waitFor()
    expect(await version()).toEqual({ [me]: 1 })
    await field('Question').fill('Quel service, et où ?')
    await page().evaluate(() => {
      for (let press = 0; press < 2; press += 1) {
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 's', code: 'KeyS', ctrlKey: true, bubbles: true }),
        )
      }
    })
    await eventually(version).toEqual({ [me]: 2 })
    await page().getByText('Section enregistrée').waitFor()
    expect(await version()).toEqual({ [me]: 2 })
    expect((await app().call('cases.get', { id })).sections).toHaveLength(1)
  })

  it('while the words are still being put away leaves one text and no draft behind', async () => {
    const id = await begin('question')
    await field('Question').pressSequentially('Un service ?')
    await hands().press('Control+s')
    await page().getByText('Section enregistrée').waitFor()
    expect(await savedBody(id, 'question')).toEqual({ question: 'Un service ?' })
    const key = { caseId: id, form: 'question' } as const
    await eventually(async () => (await app().call('drafts.get', { key })).body).toBeNull()
  })
})

describe('the keyboard', () => {
  it('stays on the button that saves, pressed with a key or with the mouse', async () => {
    const id = await begin('question')
    await field('Question').fill('Quel service ?')
    await hands().focusOn('button', 'Enregistrer')
    await hands().press('Enter')
    await page().getByText('Section enregistrée').waitFor()
    await expectFocus(button('Enregistrer'))
    await field('Question').fill('Quel service, et où ?')
    await button('Enregistrer').click()
    await page().getByText('Section enregistrée').waitFor()
    await expectFocus(button('Enregistrer'))
    expect(await savedBody(id, 'question')).toEqual({ question: 'Quel service, et où ?' })
    await expectAccessible(page())
  })

  it('begins in the first field of a new case, and at the title of a case that there is', async () => {
    await visit('/cases')
    await heading('Situations').waitFor()
    await page().keyboard.press('Alt+n')
    await expectFocus(field('Ce qu’elle souhaite'))
    await page().keyboard.type('Dormir')
    await saveByKey()
    await expectFocus(field('Ce qu’elle souhaite'))
    await page()
      .getByRole('link', { name: /^Suite/ })
      .click()
    await expectFocus(heading('Profil'))
  })
})

describe('a draft that is given up', () => {
  it('is had back at one press, and only until something else is typed', async () => {
    const id = await begin('question')
    await field('Question').fill('Quel service ?')
    await saveByKey()
    await field('Question').fill('Une tout autre question')
    await draftKept()
    await hands().focusOn('button', 'Abandonner')
    await hands().press('Enter')
    await expectFocus(heading('Question au comité'))
    await page().getByText('Le brouillon est abandonné.').waitFor()
    await eventually(() => field('Question').inputValue()).toBe('Quel service ?')
    await expectAccessible(page())
    await hands().press('Tab')
    await expectFocus(button('Reprendre'))
    await hands().press('Enter')
    await expectFocus(heading('Question au comité'))
    await eventually(() => field('Question').inputValue()).toBe('Une tout autre question')
    await draftKept()
    expect(await button('Reprendre').count()).toBe(0)

    await button('Abandonner').click()
    await button('Reprendre').waitFor()
    await field('Question').fill('Encore autre chose')
    await eventually(() => button('Reprendre').count()).toBe(0)
    await saveByKey()
    expect(await savedBody(id, 'question')).toEqual({ question: 'Encore autre chose' })
  })
})

describe('a code that the list does not have', () => {
  it('stays through a save of something else, and goes only when she unticks it', async () => {
    const id = crypto.randomUUID()
    await saveSection(id, { name: 'risk', body: { factors: ['debt'] } })
    await changeBeneath(
      app(),
      `UPDATE case_sections SET body = json_set(body, '$.factors', json('["debt","from_later"]'), '$.level', 'from_later')`,
    )
    await visit(`/cases/${id}/risk`)
    await eventually(() => box('from_later (hors liste)').isChecked()).toBe(true)
    await eventually(() => choice('Niveau de risque').inputValue()).toBe('from_later (hors liste)')
    await expectAccessible(page())
    await hands().focusOn('checkbox', 'Isolement')
    await hands().press('Space')
    await saveByKey()
    expect(await savedBody(id, 'risk')).toMatchObject({
      factors: ['debt', 'from_later', 'isolation'],
      level: 'from_later',
    })
    await hands().focusOn('checkbox', 'from_later (hors liste)')
    await hands().press('Space')
    await saveByKey()
    expect(await savedBody(id, 'risk')).toMatchObject({ factors: ['debt', 'isolation'] })
  })
})

describe('stepping back within an edit', () => {
  const undo = () => button('Annuler la dernière modification')

  it('takes back a box with Ctrl+Z, and gives it again', async () => {
    await begin('trafficking')
    await hands().focusOn('checkbox', 'Recrutement')
    await hands().press('Space')
    await hands().focusOn('checkbox', 'Transfert')
    await hands().press('Space')
    await hands().press('Control+z')
    await page().getByText('Annulé : Actes').waitFor()
    expect(await box('Transfert').isChecked()).toBe(false)
    expect(await box('Recrutement').isChecked()).toBe(true)
    await expectFocus(box('Transfert'))
    await hands().press('Control+y')
    await eventually(() => box('Transfert').isChecked()).toBe(true)
    await hands().focusOn('button', 'Annuler la dernière modification')
    await hands().press('Enter')
    await hands().press('Enter')
    await eventually(() => box('Recrutement').isChecked()).toBe(false)
    // The button has nothing more to take back, and keeps the focus all the same.
    await expectFocus(undo())
    await expectAccessible(page())
  })

  it('leaves what is typed to the browser’s own undoing, and the boxes alone', async () => {
    await begin('risk')
    await hands().focusOn('checkbox', 'Isolement')
    await hands().press('Space')
    await hands().focusOn('textbox', 'Pourquoi ce niveau')
    await page().keyboard.type('Seule')
    await hands().press('Control+z')
    await eventually(() => field('Pourquoi ce niveau').inputValue()).toBe('Seul')
    expect(await box('Isolement').isChecked()).toBe(true)
  })

  it('is over with the save, and with a lock: no earlier wording stays anywhere', async () => {
    const id = await begin('question')
    await field('Question').pressSequentially('Un mot')
    await undo().waitFor()
    await saveByKey()
    await eventually(() => undo().getAttribute('aria-disabled')).toBe('true')
    await field('Question').pressSequentially(' de plus')
    await draftKept()
    await lockAndUnlock()
    await eventually(() => field('Question').inputValue()).toBe('Un mot de plus')
    expect(await undo().count()).toBe(0)
    const draft = await app().call('drafts.get', { key: { caseId: id, form: 'question' } })
    expect(Object.keys(JSON.parse(draft.body ?? '{}')).sort()).toEqual(['body', 'seen'])
  })
})
