import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/dates.ts'
import { refusalReasons } from '../../shared/vocab/referral.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile } from '../support/browser.ts'
import { eventually, expectFocus } from '../support/eventually.ts'
import {
  anneAndBerthe,
  give,
  goTo,
  isEmpty,
  newCase,
  openPacket,
  openVaultOf,
  send,
  wishes,
} from '../support/exchange.ts'
import { befriendInApp, stranger, today } from '../support/stranger.ts'
import { handsOn, savedFile, term, word } from '../tour/hands.ts'

const browser = browserOfFile()

describe('receiving a packet', () => {
  it('keeps nothing before it is accepted, and forgets it when the page is left', async () => {
    const berthe = await openVaultOf(browser(), 'Berthe Fictive')
    const her = stranger('Anne Fictive')
    await befriendInApp(berthe, her)
    const packetId = '5eed'.repeat(8)
    await openPacket(berthe, await her.share(berthe, wishes, { packetId }))
    await handsOn(berthe).see(word('exchange.effect.new'))
    await handsOn(berthe).see(wishes)
    expect(await isEmpty(berthe)).toBe(true)
    expect((await berthe.call('exchange.received', {})).packets).toEqual([])
    await handsOn(berthe).press(word('app.nav.members'))
    await berthe.page().getByText(wishes).waitFor({ state: 'detached' })
    await expect(berthe.call('exchange.accept', { packetId })).rejects.toThrow('packet.not_found')
    expect(await isEmpty(berthe)).toBe(true)
  })

  it('waits for the file at the button, for whoever asks the palette to open a packet', async () => {
    const berthe = await openVaultOf(browser(), 'Berthe Fictive')
    const choose = berthe.page().getByRole('button', { name: word('ui.chooseFile') })
    await berthe.page().locator('h1').waitFor()
    await berthe.page().keyboard.press('ControlOrMeta+k')
    await berthe
      .page()
      .getByRole('combobox', { name: word('app.palette.title') })
      .fill('ouvrir')
    await berthe.page().keyboard.press('Enter')
    await choose.waitFor()
    await expectFocus(choose)
  })

  it('says in the list whose case it is, also once her card was taken out', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    await openPacket(berthe, await send(anne, await newCase(anne)))
    await handsOn(berthe).press(word('exchange.accept'))
    await handsOn(berthe).press(word('cases.title'))
    await handsOn(berthe).see('De la part de\u00a0: Anne Fictive')
    const { fingerprint } = await anne.call('members.me', {})
    await berthe.call('members.remove', { fingerprint })
    await goTo(berthe, '/cases')
    await handsOn(berthe).see(`De la part de\u00a0: ${word('members.noCard')}`)
    await berthe.page().getByRole('table').getByRole('link').click()
    await handsOn(berthe).see(`Responsable\u00a0: ${word('members.noCard')}`)
    await expectAccessible(berthe.page())
  })

  it('answers the sender, whose list then says accepted, and shows a second opening as already settled', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const file = await send(anne, await newCase(anne))
    await openPacket(berthe, file)
    await handsOn(berthe).press(word('exchange.accept'))
    await handsOn(berthe).press(word('exchange.saveAnswer'))
    await handsOn(berthe).see(word('exchange.saved'))
    await expectAccessible(berthe.page())
    await handsOn(berthe).press(word('exchange.backToPackets'))

    await give(berthe, file)
    await handsOn(berthe).see(word('exchange.again.title'))
    for (const name of ['exchange.accept', 'exchange.refuse'] as const) {
      expect(
        await berthe
          .page()
          .getByRole('button', { name: word(name) })
          .count(),
      ).toBe(0)
    }
    expect((await berthe.call('exchange.received', {})).packets).toHaveLength(1)
    await expectAccessible(berthe.page())

    const answer = await savedFile(berthe, '.relais')
    await openPacket(anne, answer)
    await handsOn(anne).see(/^Berthe Fictive a accepté votre paquet sur/)
    await expectAccessible(anne.page())
    await handsOn(anne).press(word('exchange.answer.note'))
    await anne
      .page()
      .getByRole('tabpanel')
      .getByText(/^Accepté le/)
      .waitFor()
    await give(anne, answer)
    await handsOn(anne).see(word('exchange.again.title'))
  })

  it('refused, says why to the sender and keeps nothing, not even the code of the case', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    const { code } = await anne.call('cases.get', { id: caseId })
    await openPacket(berthe, await send(anne, caseId))
    await handsOn(berthe).press(word('exchange.refuse'))
    const refuse = berthe.page().getByRole('button', { name: word('exchange.refuse.action') })
    await eventually(() => refuse.isDisabled()).toBe(true)
    await expectAccessible(berthe.page())
    await handsOn(berthe).pick(word('exchange.refuse.reason'), term(refusalReasons, 'waiting_list'))
    await refuse.click()
    await handsOn(berthe).see(word('exchange.settled.nothingKept'))
    expect(await isEmpty(berthe)).toBe(true)
    expect(JSON.stringify(await berthe.call('exchange.received', {}))).not.toContain(code)
    await handsOn(berthe).press(word('exchange.saveAnswer'))
    await handsOn(berthe).see(word('exchange.saved'))
    await handsOn(berthe).press(word('exchange.backToPackets'))
    await handsOn(berthe).see(word('exchange.noContent'))
    expect(await berthe.page().getByText(code).count()).toBe(0)

    await openPacket(anne, await savedFile(berthe, '.relais'))
    await handsOn(anne).see(`Berthe Fictive a refusé votre paquet sur ${code}.`)
    await handsOn(anne).press(word('exchange.answer.note'))
    await anne
      .page()
      .getByRole('tabpanel')
      .getByText(/^Refusé le/)
      .waitFor()
    await handsOn(anne).see('Raison : Liste d’attente trop longue')
  })

  it('says when there is news, and when there is none', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await openPacket(berthe, await send(anne, caseId))
    await handsOn(berthe).press(word('exchange.accept'))
    await handsOn(berthe).see(/^Vous avez accepté/)
    await openPacket(berthe, await send(anne, caseId))
    await handsOn(berthe).see(word('exchange.effect.nothingNew'))

    const { sections } = await anne.call('cases.get', { id: caseId })
    const seen = sections.filter(({ name }) => name === 'wishes').map(({ version }) => version)
    await anne.call('cases.saveSection', {
      id: caseId,
      section: { name: 'wishes', body: { wishes: 'A décidé.', safeContacts: '' } },
      seen,
    })
    await openPacket(berthe, await send(anne, caseId))
    await handsOn(berthe).see(word('exchange.effect.update'))
    await handsOn(berthe).press(word('exchange.accept'))
    await handsOn(berthe).see(/^Vous avez accepté/)
    expect(JSON.stringify(await berthe.call('cases.get', { id: caseId }))).toContain('A décidé.')
  })

  it('takes a file dropped anywhere on the page', async () => {
    const berthe = await openVaultOf(browser(), 'Berthe Fictive')
    const her = stranger('Anne Fictive')
    await befriendInApp(berthe, her)
    await goTo(berthe, '/packets')
    const bytes = [...(await her.share(berthe, wishes))]
    await berthe.page().evaluate((content) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([new Uint8Array(content)], 'paquet.relais'))
      const target = document.querySelector('h1')
      target?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
    }, bytes)
    await handsOn(berthe).see(wishes)
  })

  it('of many megabytes, shows its progress and can be stopped, and nothing is kept', async () => {
    const berthe = await openVaultOf(browser(), 'Berthe Fictive')
    const her = stranger('Anne Fictive')
    await befriendInApp(berthe, her)
    const path = join(berthe.folder, 'long.relais')
    await writeFile(path, await her.share(berthe, wishes, { padTo: 40 * 1024 * 1024 }))
    await openPacket(berthe, path)
    await berthe
      .page()
      .getByRole('progressbar', { name: word('exchange.opening') })
      .waitFor()
    await handsOn(berthe).press(word('exchange.cancel'))
    await berthe.page().getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await berthe.page().getByRole('alert').count()).toBe(0)
    expect(await berthe.page().getByText(wishes).count()).toBe(0)
    await give(berthe, await her.share(berthe, wishes))
    await handsOn(berthe).see(wishes)
  })

  it('unanswered past its date, is shown as such to the sender', async () => {
    const { anne } = await anneAndBerthe(browser())
    await send(anne, await newCase(anne))
    await changeBeneath(anne, `UPDATE sent_packets SET expires_on = '${addDays(today(), -1)}'`)
    await goTo(anne, '/packets')
    await anne.page().getByRole('tab', { name: 'Envoyés (1)' }).click()
    await handsOn(anne).see(/^Sans réponse, expiré le/)
  })
})
