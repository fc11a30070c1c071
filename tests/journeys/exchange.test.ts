import { open, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { MessageId } from '../../renderer/i18n/catalogue.ts'
import type { NamedSection } from '../../shared/cases/sections.ts'
import { addDays } from '../../shared/dates.ts'
import { refusalReasons } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { createVault, introduce, launchHeadless, openApp, type TestApp } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { changeBeneath } from '../support/beneath.ts'
import { keyboard } from '../support/keyboard.ts'
import { befriendInApp, stranger, today } from '../support/stranger.ts'
import { handsOn, savedFile, term, word } from '../tour/hands.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchHeadless()
})
afterAll(() => browser.close())

async function openVaultOf(name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<TestApp> {
  const app = await openApp(browser, { colorScheme })
  onTestFinished(async () => {
    expect(app.faults).toEqual([])
    await app.close()
  })
  await createVault(app, name)
  return app
}

/** Anne, who sends, and Berthe, who receives. */
async function anneAndBerthe(): Promise<{ anne: TestApp; berthe: TestApp }> {
  const anne = await openVaultOf('Anne Fictive')
  const berthe = await openVaultOf('Berthe Fictive')
  await introduce(anne, berthe)
  return { anne, berthe }
}

const wishes = 'Souhaite dormir en paix avant de décider.'
const kept = 'Ce récit ne doit jamais partir.'
const written: readonly NamedSection[] = [
  { name: 'wishes', body: { wishes, safeContacts: 'Le matin, par la travailleuse de milieu.' } },
  { name: 'summary', body: { context: kept, situation: kept, needs: kept } },
]

async function newCase(app: TestApp, sections = written): Promise<string> {
  const caseId = crypto.randomUUID()
  for (const section of sections) await app.call('cases.saveSection', { id: caseId, section, seen: [] })
  await app.call('referrals.save', {
    caseId,
    id: crypto.randomUUID(),
    details: { service: 'safe_housing', organisation: 'Maison fictive' },
  })
  return caseId
}

async function goTo(app: TestApp, place: string): Promise<void> {
  await app.page().evaluate((hash) => {
    location.hash = hash
  }, place)
  await app.page().reload()
  await app.page().locator('h1').waitFor()
}

/** Chooses Berthe, the wishes and the step, looks, seals and saves. Where the file is. */
async function send(app: TestApp, caseId: string): Promise<string> {
  const { press, tick, see } = handsOn(app)
  await goTo(app, `/cases/${caseId}/send`)
  await tick('Berthe Fictive')
  await tick(word('cases.section.wishes'))
  await tick(term(services, 'safe_housing'))
  await press(word('exchange.look'))
  await press(word('exchange.seal'))
  await press(word('exchange.save'))
  await see(word('exchange.saved'))
  return savedFile(app, '.relais')
}

async function give(app: TestApp, file: string | Uint8Array): Promise<void> {
  const input = app.page().locator('input[type=file]')
  await input.setInputFiles(
    typeof file === 'string' ? file : { name: 'paquet.relais', mimeType: '', buffer: Buffer.from(file) },
  )
}

/** Berthe opens the packet on a fresh page of packets. */
async function openPacket(app: TestApp, file: string | Uint8Array): Promise<void> {
  await goTo(app, '/packets')
  await give(app, file)
}

const sectionTexts = (page: Page): Promise<string[]> => page.locator('main section').allInnerTexts()
const isEmpty = async (app: TestApp): Promise<boolean> => (await app.call('cases.list', {})).all === 0

describe('sending a case', () => {
  it('shows exactly what leaves, and nothing else arrives', async () => {
    const { anne, berthe } = await anneAndBerthe()
    const caseId = await newCase(anne)
    const { press, tick, see } = handsOn(anne)
    await goTo(anne, `/cases/${caseId}/send`)
    const look = anne.page().getByRole('button', { name: word('exchange.look') })
    await see(word('exchange.recipients.label'))
    expect(await anne.page().getByRole('checkbox', { checked: true }).count()).toBe(0)
    expect(await look.isDisabled()).toBe(true)

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
    expect(
      await anne
        .page()
        .getByRole('button', { name: word('exchange.seal') })
        .count(),
    ).toBe(0)
    await look.click()
    await see(wishes)
    await see('Non choisi, ne partira pas : Récit.')
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
    const { anne, berthe } = await anneAndBerthe()
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
    const anne = await openVaultOf('Anne Fictive')
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
    const anne = await openVaultOf('Anne Fictive')
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
    expect(await anne.page().getByRole('checkbox', { checked: true }).count()).toBe(3)
    await handsOn(anne).press(word('exchange.chooseNone'))
    expect(await anne.page().getByRole('checkbox', { checked: true }).count()).toBe(0)
  })

  it('takes no date that is past or more than ninety days away', async () => {
    const { anne } = await anneAndBerthe()
    const caseId = await newCase(anne)
    await goTo(anne, `/cases/${caseId}/send`)
    await handsOn(anne).tick('Berthe Fictive')
    await handsOn(anne).tick(word('cases.section.wishes'))
    const date = anne.page().getByLabel(word('exchange.expiry.label'))
    const look = anne.page().getByRole('button', { name: word('exchange.look') })
    expect(await date.inputValue()).toBe(addDays(today(), 30))
    for (const [days, disabled] of [
      [-1, true],
      [90, false],
      [91, true],
      [0, false],
    ] as const) {
      await date.fill(addDays(today(), days))
      expect(await look.isDisabled()).toBe(disabled)
    }
  })

  it('reaches thirty recipients with one file, and tells them apart in the list', async () => {
    const anne = await openVaultOf('Anne Fictive')
    for (let at = 0; at < 30; at += 1)
      await befriendInApp(anne, stranger(`Membre fictive ${at}`, `Centre ${at}`))
    const caseId = await newCase(anne)
    await goTo(anne, `/cases/${caseId}/send`)
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

describe('receiving a packet', () => {
  it('keeps nothing before it is accepted, and forgets it when the page is left', async () => {
    const berthe = await openVaultOf('Berthe Fictive')
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

  it('answers the sender, whose list then says accepted, and shows a second opening as already settled', async () => {
    const { anne, berthe } = await anneAndBerthe()
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
    const { anne, berthe } = await anneAndBerthe()
    const caseId = await newCase(anne)
    const { code } = await anne.call('cases.get', { id: caseId })
    await openPacket(berthe, await send(anne, caseId))
    await handsOn(berthe).press(word('exchange.refuse'))
    const refuse = berthe.page().getByRole('button', { name: word('exchange.refuse.action') })
    expect(await refuse.isDisabled()).toBe(true)
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
    const { anne, berthe } = await anneAndBerthe()
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
    const berthe = await openVaultOf('Berthe Fictive')
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
    const berthe = await openVaultOf('Berthe Fictive')
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
    const { anne } = await anneAndBerthe()
    await send(anne, await newCase(anne))
    await changeBeneath(anne, `UPDATE sent_packets SET expires_on = '${addDays(today(), -1)}'`)
    await goTo(anne, '/packets')
    await anne.page().getByRole('tab', { name: 'Envoyés (1)' }).click()
    await handsOn(anne).see(/^Sans réponse, expiré le/)
  })
})

describe('a packet that is not as it should be', () => {
  it('is refused with its own sentence and a next step, and nothing of it is shown or kept', async () => {
    const berthe = await openVaultOf('Berthe Fictive')
    const other = await openVaultOf('Chloé Fictive')
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
      expect(await notice.textContent(), what).toContain(word(`${sentence}.next` as MessageId))
      expect(await berthe.page().getByText(wishes).count(), what).toBe(0)
      const leadsToMembers = await berthe
        .page()
        .getByRole('link', { name: word('exchange.toMembers') })
        .count()
      expect(leadsToMembers, what).toBe(/sender/.test(sentence) ? 1 : 0)
    }
    await expectAccessible(berthe.page())
    expect(await isEmpty(berthe)).toBe(true)
    expect((await berthe.call('exchange.received', {})).packets).toEqual([])
    await give(berthe, good)
    await handsOn(berthe).see(wishes)
  })

  it('raises the alarm when it bears the number of another that was settled', async () => {
    const berthe = await openVaultOf('Berthe Fictive')
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
    const { anne, berthe } = await anneAndBerthe()
    const caseId = await newCase(anne)
    await goTo(anne, `/cases/${caseId}/send`)
    const a = keyboard(anne)
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
    await b.focusOn('button', word('ui.chooseFile'))
    const choosing = berthe.page().waitForEvent('filechooser')
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
    const anne = await openVaultOf('Anne Fictive', 'dark')
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
