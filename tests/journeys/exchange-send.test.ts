import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import {
  anneAndBerthe,
  goTo,
  isEmpty,
  kept,
  newCase,
  openPacket,
  openVaultOf,
  purposeRadio,
  sectionTexts,
  send,
  wishes,
  written,
} from '../support/exchange.ts'
import { befriendInApp, stranger, today } from '../support/stranger.ts'
import { handsOn, savedFile, word } from '../tour/hands.ts'

const browser = browserOfFile()

describe('sending a case', () => {
  it('shows exactly what leaves, and nothing else arrives', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    const { press, tick, see } = handsOn(anne)
    await goTo(anne, `/cases/${caseId}/send`)
    const look = anne.page().getByRole('button', { name: word('exchange.look') })
    await see(word('exchange.recipients.label'))
    expect(await anne.page().getByRole('checkbox', { checked: true }).count()).toBe(0)
    await eventually(() => look.isDisabled()).toBe(true)

    await purposeRadio(anne, 'committee_review').check()
    await tick('Berthe Fictive')
    await tick(word('cases.section.summary'))
    await look.click()
    await see(kept)
    await press(word('exchange.look.back'))
    // What was looked at is no longer what is chosen: it has to be looked at again.
    await tick(word('cases.section.wishes'))
    await anne
      .page()
      .getByRole('checkbox', { name: word('cases.section.summary') })
      .uncheck()
    await anne
      .page()
      .getByRole('button', { name: word('exchange.seal') })
      .waitFor({ state: 'detached' })
    await look.click()
    await see(wishes)
    await see('Non choisi, ne partira pas : Récit, Consentements.')
    expect(await anne.page().getByText(kept).count()).toBe(0)
    const leaving = await sectionTexts(anne.page())
    await press(word('exchange.seal'))
    await press(word('exchange.save'))
    await see(word('exchange.saved'))
    const file = await savedFile(anne, '.relais')
    await see(file)

    await openPacket(berthe, file)
    await handsOn(berthe).see(wishes)
    expect(await sectionTexts(berthe.page())).toEqual(leaving)
    expect(await isEmpty(berthe)).toBe(true)
    await handsOn(berthe).press(word('exchange.accept'))
    await handsOn(berthe).see('Vous avez accepté le paquet envoyé par Anne Fictive')
    const arrived = await berthe.call('cases.get', { id: caseId })
    expect(arrived.sections.map(({ name }) => name)).toEqual(['wishes'])
    expect((await berthe.call('referrals.list', { caseId })).steps).toEqual([])
    expect(JSON.stringify(arrived)).not.toContain(kept)
  })

  it('leaves the case readable and not writable at its recipient, who cannot pass it on', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await openPacket(berthe, await send(anne, caseId))
    await handsOn(berthe).press(word('exchange.accept'))
    await berthe
      .page()
      .getByRole('link', { name: /^Ouvrir la situation/ })
      .click()
    await handsOn(berthe).see(wishes)
    const [wish] = written
    if (!wish) throw new Error('nothing written')
    await expect(berthe.call('cases.saveSection', { id: caseId, section: wish, seen: [] })).rejects.toThrow(
      'cases.not_owner',
    )
    await goTo(berthe, `/cases/${caseId}/send`)
    await handsOn(berthe).see(word('exchange.notMine.title'))
    await expectAccessible(berthe.page())
  })

  it('names those who cannot receive, why, and where that is mended', async () => {
    const anne = await openVaultOf(browser(), 'Anne Fictive')
    const caseId = await newCase(anne)
    await goTo(anne, `/cases/${caseId}/send`)
    await handsOn(anne).see(word('exchange.recipients.none'))
    await expectAccessible(anne.page())

    const past = stranger('Céline Fictive')
    await befriendInApp(anne, stranger('Diane Fictive'), false)
    await befriendInApp(anne, past)
    await changeBeneath(
      anne,
      `UPDATE members SET valid_until = '${addDays(today(), -1)}' WHERE fingerprint = '${past.fingerprint}'`,
    )
    await goTo(anne, `/cases/${caseId}/send`)
    const unready = anne.page().getByRole('listitem')
    await unready.filter({ hasText: 'Diane' }).getByText(word('members.trust.unverified')).waitFor()
    await unready
      .filter({ hasText: 'Céline' })
      .getByText(/^Expirée le/)
      .waitFor()
    expect(
      await anne
        .page()
        .getByRole('checkbox', { name: /Diane|Céline/ })
        .count(),
    ).toBe(0)
    await anne
      .page()
      .getByRole('link', { name: word('exchange.toMembers') })
      .click()
    await anne
      .page()
      .getByRole('heading', { name: word('members.title'), level: 1 })
      .waitFor()
  })

  it('has nothing to choose in an empty case, and chooses all of another at once', async () => {
    const anne = await openVaultOf(browser(), 'Anne Fictive')
    await befriendInApp(anne, stranger('Berthe Fictive'))
    const empty = crypto.randomUUID()
    await anne.call('cases.saveSection', {
      id: empty,
      section: { name: 'question', body: { question: '' } },
      seen: [],
    })
    await goTo(anne, `/cases/${empty}/send`)
    await handsOn(anne).see(word('exchange.content.none'))

    await goTo(anne, `/cases/${await newCase(anne)}/send`)
    await handsOn(anne).press(word('exchange.chooseAll'))
    await eventually(() => anne.page().getByRole('checkbox', { checked: true }).count()).toBe(4)
    await handsOn(anne).press(word('exchange.chooseNone'))
    await eventually(() => anne.page().getByRole('checkbox', { checked: true }).count()).toBe(0)
  })

  it('says which steps are still drafts, and counts the steps among what was sent', async () => {
    const { anne } = await anneAndBerthe(browser())
    await send(anne, await newCase(anne))
    await handsOn(anne).see(/^1 étape de ce paquet est encore un brouillon/)
    await expectAccessible(anne.page())
    await handsOn(anne).press(word('exchange.toPackets'))
    await anne.page().getByRole('tab', { name: 'Envoyés (1)' }).click()
    await handsOn(anne).see('Souhaits de la personne · 1 étape')
  })

  it('stops in the middle of sealing when she says so, and leaves no packet behind', async () => {
    const { anne } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    // Three bytes a letter: large enough that there is time to stop.
    const long = '€'.repeat(100_000)
    for (let at = 0; at < 20; at += 1)
      await anne.call('referrals.save', {
        caseId,
        id: crypto.randomUUID(),
        details: { service: 'legal_aid', note: long, outcome: long },
      })
    await goTo(anne, `/cases/${caseId}/send`)
    await purposeRadio(anne, 'committee_review').check()
    await handsOn(anne).tick('Berthe Fictive')
    await handsOn(anne).press(word('exchange.chooseAll'))
    await handsOn(anne).press(word('exchange.look'))
    await handsOn(anne).see(word('exchange.look.title'))
    // Faster than hands that reach it from outside: sealing takes about a second.
    await anne.page().evaluate((cancel) => {
      new MutationObserver((_, observer) => {
        const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === cancel)
        if (!button) return
        observer.disconnect()
        document.body.dataset.stopped = 'true'
        button.click()
      }).observe(document.body, { childList: true, subtree: true })
    }, word('exchange.cancel'))
    await handsOn(anne).press(word('exchange.seal'))
    await anne.page().locator('body[data-stopped]').waitFor()
    await anne
      .page()
      .getByRole('button', { name: word('exchange.seal'), disabled: false })
      .waitFor()
    expect(await anne.page().getByRole('alert').count()).toBe(0)
    expect((await anne.call('exchange.sent', {})).packets).toEqual([])
  })

  it('takes no date that is past or more than ninety days away', async () => {
    const { anne } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await goTo(anne, `/cases/${caseId}/send`)
    await purposeRadio(anne, 'committee_review').check()
    await handsOn(anne).tick('Berthe Fictive')
    await handsOn(anne).tick(word('cases.section.wishes'))
    const date = anne.page().getByLabel(word('exchange.expiry.label'))
    const look = anne.page().getByRole('button', { name: word('exchange.look') })
    await eventually(() => date.inputValue()).toBe(addDays(today(), 30))
    for (const [days, disabled] of [
      [-1, true],
      [90, false],
      [91, true],
      [0, false],
    ] as const) {
      await date.fill(addDays(today(), days))
      await eventually(() => look.isDisabled()).toBe(disabled)
    }
  })

  it('reaches thirty recipients with one file, and tells them apart in the list', async () => {
    const anne = await openVaultOf(browser(), 'Anne Fictive')
    for (let at = 0; at < 30; at += 1)
      await befriendInApp(anne, stranger(`Membre fictive ${at}`, `Centre ${at}`))
    const caseId = await newCase(anne)
    await goTo(anne, `/cases/${caseId}/send`)
    await purposeRadio(anne, 'committee_review').check()
    await handsOn(anne).write(word('members.search'), 'centre 17')
    await handsOn(anne).tick('Membre fictive 17')
    await handsOn(anne).write(word('members.search'), '')
    await handsOn(anne).see('1 personne choisie')
    await anne
      .page()
      .getByRole('button', { name: word('exchange.chooseAll') })
      .first()
      .click()
    await handsOn(anne).see('30 personnes choisies')
    await handsOn(anne).tick(word('cases.section.wishes'))
    await handsOn(anne).press(word('exchange.look'))
    await expectAccessible(anne.page())
    await handsOn(anne).press(word('exchange.seal'))
    await handsOn(anne).see(word('exchange.sealed.title'))
    await goTo(anne, '/packets')
    await anne.page().getByRole('tab', { name: 'Envoyés (1)' }).click()
    await handsOn(anne).see(word('exchange.unsaved'))
    await anne.page().getByText('30 destinataires : aucun accepté, aucun refus').click()
    await handsOn(anne).see('Membre fictive 29')
    await expectAccessible(anne.page())
  })
})
