import { describe, expect, it } from 'vitest'
import { pageSize } from '../../shared/cases/cases.contract.ts'
import type { In } from '../../shared/contract.ts'
import { addDays, dayOf } from '../../shared/dates.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile, vaultOfEachTest } from '../support/browser.ts'
import { caseJourney } from '../support/case-journey.ts'
import { agreed } from '../support/consent.ts'
import { eventually, expectFocus } from '../support/eventually.ts'

const browser = browserOfFile()
const app = vaultOfEachTest(browser)

const { page, button, heading, visit, lockAndUnlock } = caseJourney(app)

async function saveSection(id: string, given: In<'cases.saveSection'>['section']): Promise<void> {
  await app().call('cases.saveSection', { id, section: given, seen: [] })
}

describe('the list of cases', () => {
  const ids = Array.from({ length: 6 }, () => crypto.randomUUID())
  const fill = async () => {
    const needs = ['Hébergement à Québec', 'Cœur malade', 'École', 'Français', 'Dentiste', 'Vêtements']
    for (const [index, id] of ids.entries()) {
      await saveSection(id, { name: 'summary', body: { needs: needs[index] ?? '' } })
    }
    await saveSection(ids[0] ?? '', { name: 'profile', body: { region: '03' } })
    await saveSection(ids[1] ?? '', { name: 'risk', body: { level: 'high' } })
    await app().call('cases.turn', { id: ids[5] ?? '', turn: { to: 'archived', reasons: ['needs_met'] } })
    await visit('/cases')
  }
  const lines = () => page().getByRole('rowheader').allTextContents()

  it('is searched without regard to accents or ligatures, and stays as it was left', async () => {
    await fill()
    await page().getByText('5 situations sur 6').waitFor()
    await page().keyboard.press('/')
    await page().keyboard.type('hebergement quebec')
    await page().getByText('1 situation sur 6').waitFor()
    await page().getByRole('rowheader').getByRole('link').click()
    await heading('Récit').waitFor()
    await page().getByRole('link', { name: 'Situations' }).first().click()
    await page().getByText('1 situation sur 6').waitFor()
    await eventually(() => page().getByRole('searchbox').inputValue()).toBe('hebergement quebec')
    expect(page().url()).not.toContain('quebec')
    await page().keyboard.press('Control+f')
    await page().keyboard.type('coeur')
    await page().getByText('1 situation sur 6').waitFor()
    await expectAccessible(page())
    await page().getByRole('searchbox').fill('zzz')
    await page().getByText('Rien ne correspond').waitFor()
    await expectAccessible(page())
    await button('Montrer toutes les situations').click()
    await page().getByText('6 situations sur 6').waitFor()
    // A lock forgets the words: the next person at this desk sees none of them.
    await page().getByRole('searchbox').fill('coeur')
    await lockAndUnlock()
    await eventually(() => page().getByRole('searchbox').inputValue()).toBe('')
  })

  it('is filtered by status and region', async () => {
    await fill()
    await button(/^Statut\s:/).click()
    await expectAccessible(page())
    await page().getByRole('checkbox', { name: 'Ouverte' }).uncheck()
    await page().getByRole('checkbox', { name: 'Archivée' }).check()
    await page().getByText('1 situation sur 6').waitFor()
    await page().keyboard.press('Escape')
    await button(/^Statut\s:/).click()
    await page().getByRole('checkbox', { name: 'Archivée' }).uncheck()
    await page().keyboard.press('Escape')
    await button(/^Région\s:/).click()
    await page().getByRole('checkbox', { name: 'Capitale-Nationale' }).check()
    await page().getByText('1 situation sur 6').waitFor()
  })

  it('is sorted by its headers, which say how', async () => {
    await fill()
    await page().getByText('5 situations sur 6').waitFor()
    const codes = (await lines()).toSorted()
    expect(codes).toHaveLength(5)
    const byCode = page().getByRole('columnheader', { name: 'Code' })
    await byCode.getByRole('button').click()
    await eventually(() => byCode.getAttribute('aria-sort')).toBe('ascending')
    await eventually(lines).toEqual(codes)
    await byCode.getByRole('button').click()
    await eventually(() => byCode.getAttribute('aria-sort')).toBe('descending')
    await eventually(lines).toEqual(codes.toReversed())
    await page().getByRole('columnheader', { name: 'Risque' }).getByRole('button').click()
    await eventually(() => page().getByRole('row').nth(1).textContent()).toContain('Élevé')
  })

  it('shows which case has a consent that ends soon or was withdrawn', async () => {
    await fill()
    const today = dayOf(Date.now())
    const items = [agreed({ endsOn: addDays(today, 3) })]
    await saveSection(ids[2] ?? '', { name: 'consents', body: { items } })
    await saveSection(ids[3] ?? '', { name: 'consents', body: { items: [agreed({ withdrawnOn: today })] } })
    await visit('/cases')
    await page().getByText('Consentement : fin dans 3 jours').waitFor()
    await page().getByText('Consentement retiré').waitFor()
    await expectAccessible(page())
  })

  it('shows a draft that waits', async () => {
    await fill()
    await visit(`/cases/${ids[2]}/question`)
    await page().getByLabel('Question', { exact: true }).fill('À finir')
    await page().getByRole('link', { name: 'Situations' }).first().click()
    await page().getByText('Brouillon en attente').waitFor()
  })

  it('renders a window of its rows, asks for pages in view only, and is walked with the arrow keys', async () => {
    const count = 300
    await page().evaluate(async (many) => {
      const { relais } = window as unknown as {
        relais: { 'cases.saveSection': (input: unknown) => Promise<unknown> }
      }
      for (let index = 0; index < many; index += 1) {
        await relais['cases.saveSection']({
          id: crypto.randomUUID(),
          section: { name: 'question', body: { question: `Question ${index}` } },
          seen: [],
        })
      }
    }, count)
    await visit('/cases')
    await page().getByText(`${count} situations sur ${count}`).waitFor()
    await eventually(() => page().getByRole('table').getAttribute('aria-rowcount')).toBe(String(count + 1))
    expect(await page().getByRole('rowheader').count()).toBeLessThan(60)

    await page().getByRole('rowheader').first().getByRole('link').focus()
    await page().keyboard.press('End')
    const last = page().locator(`tr[aria-rowindex="${count + 1}"] a`)
    await expectFocus(last)
    expect(count % pageSize).toBe(0)
    expect(await page().getByRole('rowheader').count()).toBeLessThan(60)
    await page().keyboard.press('ArrowUp')
    await page().keyboard.press('PageUp')
    const focused = page().locator(`tr[aria-rowindex="${count - 10}"] a`)
    await expectFocus(focused)
    await expectAccessible(page())
    // Coming back from a case, the list stands where it was.
    const code = await focused.textContent()
    await page().keyboard.press('Enter')
    await heading(code ?? '').waitFor()
    await page().goBack()
    await page()
      .getByRole('link', { name: code ?? '' })
      .waitFor()
    await eventually(() => page().evaluate(() => window.scrollY)).toBeGreaterThan(5000)
  })

  it('is come back to however soon a case is left that was just opened', async () => {
    await fill()
    const link = page().getByRole('rowheader').first().getByRole('link')
    const code = (await link.textContent()) ?? ''
    // As soon as its title stands, before the page is done with anything else.
    await page().evaluate((title) => {
      const watch = new MutationObserver(() => {
        if (document.querySelector('h1')?.textContent !== title) return
        watch.disconnect()
        Object.assign(window, { wentBack: true })
        history.back()
      })
      watch.observe(document.body, { childList: true, subtree: true, characterData: true })
    }, code)
    await link.click()
    await page().waitForFunction(() => (window as unknown as { wentBack?: true }).wentBack)
    await heading('Situations').waitFor()
    expect(await heading(code).count()).toBe(0)
  })
})
