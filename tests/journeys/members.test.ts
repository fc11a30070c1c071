import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../renderer/i18n/catalogue.ts'
import { addDays } from '../../shared/dates.ts'
import { decodeCard } from '../../shared/members/card.ts'
import { cardFileLimit } from '../../shared/members/members.contract.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { browserOfFile } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { keyboard } from '../support/keyboard.ts'
import { offerCard, openMembers, showMembers, wordsOf } from '../support/members.ts'
import { befriendInApp, stranger, today } from '../support/stranger.ts'
import { handsOn, savedFile, word } from '../tour/hands.ts'

const browser = browserOfFile()

describe('a card', () => {
  it('goes from one screen to the other, and both read the same twelve words', async () => {
    const anne = await openMembers(browser(), 'Anne Fictive')
    const berthe = await openMembers(browser(), 'Berthe Fictive')

    await handsOn(anne).press(word('members.mine.save'))
    await handsOn(anne).see(word('members.mine.saved'))
    const saved = await savedFile(anne, '.relais-card')
    await handsOn(anne).see(saved)

    await offerCard(berthe, await readFile(saved))
    await handsOn(berthe).see(word('members.effect.new'))
    const label = 'Les douze mots de la carte : Anne Fictive'
    expect(await wordsOf(berthe, label)).toEqual(await wordsOf(anne, word('members.mine.words')))
    await handsOn(berthe).confirm(word('members.add.new'))
    await handsOn(berthe).see(word('members.trust.unverified'))

    await handsOn(berthe).press(word('members.verify'))
    expect(await wordsOf(berthe, label)).toHaveLength(12)
    await handsOn(berthe).confirm(word('members.verify.done'))
    await handsOn(berthe).see(word('members.trust.verified'))
    const { members } = await berthe.call('members.list', {})
    expect(members).toMatchObject([{ name: 'Anne Fictive', trust: 'verified', verifiedOn: today() }])
  })

  it('shows a code to scan that says what the file says, with words for those who cannot see it', async () => {
    const app = await openMembers(browser(), 'Anne Fictive')
    const code = app
      .page()
      .getByRole('img', { name: /Code QR de ma carte \(Anne Fictive, Organisme fictif\)/ })
    expect(await code.locator('path').getAttribute('d')).toMatch(/^M4 4h1v1h-1z/)
    await expectAccessible(app.page())
  })

  it('can be read in the language of the other screen', async () => {
    const app = await openMembers(browser())
    const her = stranger('Chloé Fictive')
    await befriendInApp(app, her, false)
    await showMembers(app)
    await handsOn(app).press(word('members.verify'))
    await app.page().getByText('English').click()
    const { members } = await app.call('members.list', {})
    const shown = () => wordsOf(app, 'Les douze mots de la carte : Chloé Fictive')
    await eventually(async () => (await shown()).map((text) => text.replace(/^\d+\.\s/, ''))).toEqual(
      members[0]?.words.en,
    )
  })
})

describe('a card that is not as it should be', () => {
  const her = stranger('Diane Fictive')
  const good = her.card()
  const changed = (at: number, value: number): Uint8Array => good.with(at, value)
  const weak = (): Uint8Array => {
    const key = decodeCard(good, { today: today() }).boxPublicKey
    const at = Buffer.from(good).indexOf(key)
    return Uint8Array.from(good).fill(0, at, at + key.length)
  }
  const cases: readonly [string, () => Uint8Array, MessageId][] = [
    ['an empty file', () => new Uint8Array(0), 'error.members.card_malformed'],
    ['a text file', () => Buffer.from('Bonjour'), 'error.members.card_malformed'],
    ['half a card', () => good.subarray(0, 150), 'error.members.card_malformed'],
    ['a file too large', () => new Uint8Array(cardFileLimit + 1), 'error.members.card_malformed'],
    [
      'an altered signature',
      () => changed(good.length - 1, (good.at(-1) ?? 0) ^ 1),
      'error.members.card_bad_signature',
    ],
    ['a weak key', weak, 'error.members.card_weak_key'],
    ['a later version', () => changed(13, 2), 'error.members.card_newer_version'],
    [
      'a date that is past',
      () => her.card({ validUntil: addDays(today(), -1) }),
      'error.members.card_expired',
    ],
  ]

  it('is refused with its own sentence and a next step, and can be followed by a good one', async () => {
    const app = await openMembers(browser())
    for (const [what, card, sentence] of cases) {
      await offerCard(app, card())
      const notice = app
        .page()
        .getByRole('alert')
        .filter({ hasText: word(sentence) })
      await notice.waitFor()
      await eventually(() => notice.textContent(), what).toContain(word(`${sentence}.next` as MessageId))
    }
    await expectAccessible(app.page())
    await offerCard(app, (await app.call('members.cardFile', {})).bytes)
    await handsOn(app).see(word('error.members.card_is_mine'))
    expect((await app.call('members.list', {})).members).toEqual([])

    await offerCard(app, good)
    await handsOn(app).see(word('members.effect.new'))
    await app
      .page()
      .getByRole('dialog')
      .getByRole('alert')
      .filter({ hasText: word('error.members.card_is_mine') })
      .waitFor({ state: 'detached' })
  })
})

describe('a card of somebody known', () => {
  it('renewed, keeps what was verified', async () => {
    const app = await openMembers(browser())
    const her = stranger('Ève Fictive')
    await befriendInApp(app, her)
    await offerCard(app, her.card({ validFrom: today(), validUntil: addDays(today(), 365) }))
    await handsOn(app).see(word('members.effect.renewal'))
    await handsOn(app).confirm(word('members.add.renewal'))
    await handsOn(app).see(word('members.trust.verified'))
    const { members } = await app.call('members.list', {})
    expect(members).toMatchObject([{ trust: 'verified', validUntil: addDays(today(), 365) }])
  })

  it('taken already, leaves nothing to add', async () => {
    const app = await openMembers(browser())
    const her = stranger()
    await befriendInApp(app, her)
    await offerCard(app, her.card())
    await handsOn(app).see(word('members.effect.known'))
    expect(
      await app
        .page()
        .getByRole('dialog')
        .getByRole('button', { name: word('members.add.new'), exact: true })
        .count(),
    ).toBe(0)
  })

  it('under another key, warns before it is added, and then is not trusted', async () => {
    const app = await openMembers(browser())
    await befriendInApp(app, stranger('Flore Fictive'))
    await offerCard(app, stranger('Flore Fictive').card())
    await handsOn(app).see(word('members.effect.sameName'))
    await expectAccessible(app.page())
    await handsOn(app).confirm(word('members.add.sameName'))
    await handsOn(app).see(word('members.trust.unverified'))
    const { members } = await app.call('members.list', {})
    expect(members.map(({ trust }) => trust).toSorted()).toEqual(['unverified', 'verified'])
  })

  it('is removed only once that is confirmed', async () => {
    const app = await openMembers(browser())
    await befriendInApp(app, stranger('Gisèle Fictive'))
    await showMembers(app)
    const bin = app.page().getByRole('button', { name: `${word('members.remove.action')} : Gisèle Fictive` })
    await bin.click()
    await handsOn(app).see(word('members.remove.text'))
    await expectAccessible(app.page())
    await app.page().keyboard.press('Escape')
    expect((await app.call('members.list', {})).members).toHaveLength(1)
    await bin.click()
    await handsOn(app).confirm(word('members.remove.action'))
    await handsOn(app).see(word('members.empty.title'))
    expect((await app.call('members.list', {})).members).toEqual([])
  })

  it('past its date, is shown as such with what to ask for', async () => {
    const app = await openMembers(browser())
    await befriendInApp(app, stranger('Huguette Fictive'))
    await changeBeneath(app, `UPDATE members SET valid_until = '${addDays(today(), -1)}'`)
    await handsOn(app).see(/^Expirée le/)
    await handsOn(app).see(new RegExp(word('members.expired.next')))
    await expectAccessible(app.page())
  })
})

describe('the members page', () => {
  it('does not take a verification that has not happened yet', async () => {
    const app = await openMembers(browser())
    await befriendInApp(app, stranger('Inès Fictive'), false)
    await showMembers(app)
    await handsOn(app).press(word('members.verify'))
    const dialog = app.page().getByRole('dialog')
    await dialog.getByLabel(word('members.verify.on')).fill(addDays(today(), 1))
    await dialog.getByRole('button', { name: word('members.verify.done'), disabled: true }).waitFor()
  })

  it('finds one colleague among thirty, accents and case aside', async () => {
    const app = await openMembers(browser())
    const names = ['Andrée', 'Béatrice', 'Émilie']
    for (let at = 0; at < 30; at += 1) {
      await befriendInApp(
        app,
        stranger(`${names[at % 3]} Fictive ${at}`, `Centre fictif ${at}`),
        at % 2 === 0,
      )
    }
    await showMembers(app)
    await handsOn(app).see('30 collègues')
    await expectAccessible(app.page())
    await handsOn(app).write(word('members.search'), 'emilie 29')
    await app.page().getByText('Andrée Fictive 0').waitFor({ state: 'detached' })
    await eventually(() => app.page().getByText('Centre fictif').allInnerTexts()).toEqual([
      'Centre fictif 29',
    ])
    await handsOn(app).write(word('members.search'), 'personne')
    await handsOn(app).see(word('members.noneFound'))
  })

  it('is worked from the keyboard alone, from the file to the verification', async () => {
    const app = await openMembers(browser())
    const page = app.page()
    const her = stranger('Jeanne Fictive')
    const { focusOn, press } = keyboard(app)
    await focusOn('button', word('members.add'))
    await press('Enter')
    await page.getByRole('dialog').locator(':focus').waitFor()
    const choosing = page.waitForEvent('filechooser')
    await focusOn('button', word('ui.chooseFile'))
    await press('Enter')
    await (await choosing).setFiles({
      name: 'carte.relais-card',
      mimeType: '',
      buffer: Buffer.from(her.card()),
    })
    await handsOn(app).see(word('members.effect.new'))
    await focusOn('button', word('members.add.new'))
    await press('Enter')
    await handsOn(app).see(word('members.trust.unverified'))
    await focusOn('button', `${word('members.verify')} : Jeanne Fictive`)
    await press('Enter')
    await page.getByRole('dialog').locator(':focus').waitFor()
    await focusOn('button', word('members.verify.done'))
    await press('Enter')
    await handsOn(app).see(word('members.trust.verified'))
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing for axe to say, in the ${colorScheme}, in English, on any of its screens`, async () => {
      const app = await openMembers(browser(), 'Anne Fictive', colorScheme)
      await app.call('app.setPreferences', { locale: 'en' })
      await app.page().reload()
      await app.page().getByRole('heading', { name: 'No colleague’s card yet' }).waitFor()
      await expectAccessible(app.page())
      const her = stranger('Karine Fictive')
      await app.page().getByRole('button', { name: 'Add a card' }).click()
      await expectAccessible(app.page())
      await offerCard(app, her.card())
      await app.page().getByRole('button', { name: 'Add', exact: true }).click()
      await app.page().getByText('Card to be verified').first().waitFor()
      await expectAccessible(app.page())
      await app
        .page()
        .getByRole('button', { name: /Verify in person/ })
        .click()
      await app
        .page()
        .getByText(/My twelve words, for/)
        .click()
      await expectAccessible(app.page())
    })
  }
})
