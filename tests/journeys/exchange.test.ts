import { open, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../renderer/i18n/catalogue.ts'
import { addDays } from '../../shared/dates.ts'
import { labelOf } from '../../shared/vocab/code-list.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import type { TestApp } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import {
  anneAndBerthe,
  give,
  goTo,
  isEmpty,
  newCase,
  openPacket,
  openVaultOf,
  wishes,
} from '../support/exchange.ts'
import { keyboard } from '../support/keyboard.ts'
import { befriendInApp, stranger, today } from '../support/stranger.ts'
import { handsOn, savedFile, term, word } from '../tour/hands.ts'

const browser = browserOfFile()

describe('a packet that is not as it should be', () => {
  it('is refused with its own sentence and a next step, and nothing of it is shown or kept', async () => {
    const berthe = await openVaultOf(browser(), 'Berthe Fictive')
    const other = await openVaultOf(browser(), 'Chloé Fictive')
    const known = stranger('Anne Fictive')
    const unverified = stranger('Diane Fictive')
    await befriendInApp(berthe, known)
    await befriendInApp(berthe, unverified, false)
    const good = await known.share(berthe, wishes)
    const middle = Math.floor(good.length / 2)
    const huge = join(berthe.folder, 'huge.relais')
    await (await open(huge, 'w')).close()
    await truncate(huge, 2 * 1024 ** 3)

    const refused: readonly [string, string | Uint8Array, MessageId][] = [
      ['an empty file', new Uint8Array(0), 'error.packet.empty_file'],
      ['a text file', Buffer.from('Bonjour, voici le dossier. '.repeat(40)), 'error.packet.not_a_packet'],
      ['half a packet', good.subarray(0, middle), 'error.packet.truncated'],
      ['one altered byte', good.with(middle, (good[middle] ?? 0) ^ 1), 'error.packet.altered'],
      ['another vault’s packet', await known.share(other, wishes), 'error.packet.not_for_me'],
      ['an expired one', await past(known, berthe), 'error.packet.expired'],
      ['a stranger’s', await stranger().share(berthe, wishes), 'error.packet.unknown_sender'],
      ['an unverified sender’s', await unverified.share(berthe, wishes), 'error.packet.unverified_sender'],
      ['a later program’s', laterVersion(good), 'error.packet.newer_version'],
      ['two gigabytes', huge, 'error.packet.too_large'],
    ]
    await goTo(berthe, '/packets')
    for (const [what, file, sentence] of refused) {
      await give(berthe, file)
      const notice = berthe
        .page()
        .getByRole('alert')
        .filter({ hasText: word(sentence) })
      await notice.waitFor()
      await eventually(() => notice.textContent(), what).toContain(word(`${sentence}.next` as MessageId))
      expect(await berthe.page().getByText(wishes).count(), what).toBe(0)
      const leadsToMembers = berthe.page().getByRole('link', { name: word('exchange.toMembers') })
      await eventually(() => leadsToMembers.count(), what).toBe(/sender/.test(sentence) ? 1 : 0)
    }
    await expectAccessible(berthe.page())
    expect(await isEmpty(berthe)).toBe(true)
    expect((await berthe.call('exchange.received', {})).packets).toEqual([])
    await give(berthe, good)
    await handsOn(berthe).see(wishes)
  })

  it('raises the alarm when it bears the number of another that was settled', async () => {
    const berthe = await openVaultOf(browser(), 'Berthe Fictive')
    const her = stranger('Anne Fictive')
    await befriendInApp(berthe, her)
    const packetId = 'ab'.repeat(16)
    await openPacket(berthe, await her.share(berthe, wishes, { packetId }))
    await handsOn(berthe).press(word('exchange.accept'))
    await handsOn(berthe).see(/^Vous avez accepté/)
    await openPacket(berthe, await her.share(berthe, 'Autre chose.', { packetId }))
    await handsOn(berthe).see(word('error.packet.id_reused'))
    expect(await berthe.page().getByText('Autre chose.').count()).toBe(0)
  })
})

describe('the pages of packets', () => {
  it('are worked from the keyboard alone, from choosing to accepting', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await goTo(anne, `/cases/${caseId}/send`)
    const a = keyboard(anne)
    await a.focusOn('radio', term(consentPurposes, 'committee_review'))
    await a.press('Space')
    await a.focusOn('checkbox', 'Berthe Fictive')
    await a.press('Space')
    await a.focusOn('checkbox', word('cases.section.wishes'))
    await a.press('Space')
    for (const name of ['exchange.look', 'exchange.seal', 'exchange.save'] as const) {
      await a.focusOn('button', word(name))
      await a.press('Enter')
    }
    await handsOn(anne).see(word('exchange.saved'))

    await goTo(berthe, '/packets')
    const b = keyboard(berthe)
    const choosing = berthe.page().waitForEvent('filechooser')
    await b.focusOn('button', word('ui.chooseFile'))
    await b.press('Enter')
    await (await choosing).setFiles(await savedFile(anne, '.relais'))
    await handsOn(berthe).see(wishes)
    await b.focusOn('button', word('exchange.refuse'))
    await b.press('Enter')
    await b.focusOn('button', word('exchange.cancel'))
    await b.press('Enter')
    await b.focusOn('button', word('exchange.accept'))
    await b.press('Enter')
    await handsOn(berthe).see(/^Vous avez accepté/)
    await b.focusOn('button', word('exchange.saveAnswer'))
    await b.press('Enter')
    await handsOn(berthe).see(word('exchange.saved'))
  })

  it('have nothing for axe to say, in the dark, in English, on any of their screens', async () => {
    const anne = await openVaultOf(browser(), 'Anne Fictive', 'dark')
    await anne.call('app.setPreferences', { locale: 'en' })
    await befriendInApp(anne, stranger('Berthe Fictive'))
    await befriendInApp(anne, stranger('Diane Fictive'), false)
    const page = anne.page()
    const press = (name: string) => page.getByRole('button', { name }).click()
    const her = stranger('Chloé Fictive')
    await befriendInApp(anne, her)

    await goTo(anne, '/packets')
    await page.getByText('No packet received').waitFor()
    await expectAccessible(page)
    await page.getByRole('tab', { name: 'Sent (0)' }).click()
    await expectAccessible(page)
    await give(anne, await her.share(anne, wishes))
    await page.getByText(wishes).waitFor()
    await expectAccessible(page)
    await press('Refuse…')
    await expectAccessible(page)
    await press('Cancel')
    await press('Accept')
    await page.getByText(/^You accepted/).waitFor()
    await expectAccessible(page)

    await goTo(anne, `/cases/${await newCase(anne)}/send`)
    await page.getByRole('radio', { name: labelOf(consentPurposes, 'committee_review', 'en') }).check()
    await page.getByRole('checkbox', { name: 'Berthe Fictive' }).check()
    await page.getByRole('checkbox', { name: 'The person’s wishes' }).check()
    await expectAccessible(page)
    await press('See what will leave')
    await page.getByText(wishes).waitFor()
    await expectAccessible(page)
    await press('Seal the packet')
    await press('Save the packet file')
    await page.getByText('File saved:').waitFor()
    await expectAccessible(page)
    await goTo(anne, '/packets')
    await page.getByText('Answer not saved yet').waitFor()
    await expectAccessible(page)
    await page.getByRole('tab', { name: 'Sent (1)' }).click()
    await expectAccessible(page)
  })
})

const past = (who: ReturnType<typeof stranger>, to: TestApp): Promise<Uint8Array> =>
  who.share(to, wishes, { created: addDays(today(), -31), expires: addDays(today(), -1) })

/** The header as another version of the format announces it: its first number is the major version. */
function laterVersion(packet: Uint8Array): Uint8Array {
  const name = Buffer.from(packet).indexOf('saltpack')
  // After the name: an array of two small numbers, major then minor.
  return packet.with(name + 'saltpack'.length + 1, 3)
}
