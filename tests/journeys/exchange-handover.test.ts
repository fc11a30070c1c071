import { describe, expect, it } from 'vitest'
import { catalogue } from '../../renderer/i18n/catalogue.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import type { TestApp } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { browserOfFile } from '../support/browser.ts'
import { agreed, consentTo } from '../support/consent.ts'
import { anneAndBerthe, goTo, isEmpty, newCase, openPacket, wishes } from '../support/exchange.ts'
import { keyboard } from '../support/keyboard.ts'
import { today } from '../support/stranger.ts'
import { handsOn, savedFile, term, word } from '../tour/hands.ts'

const browser = browserOfFile()

type Sentence = Parameters<typeof word>[0]

/** A sentence with its places filled. */
const said = (id: Sentence, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, value),
    catalogue.fr[id],
  )

async function agreeToHandOver(app: TestApp, caseId: string): Promise<void> {
  const { members } = await app.call('members.list', {})
  await consentTo(app, caseId, [
    agreed({ purpose: 'coordination', members: members.map(({ fingerprint }) => fingerprint) }),
  ])
}

const enter = async (app: TestApp, role: 'button' | 'link', name: string): Promise<void> => {
  await keyboard(app).focusOn(role, name)
  await keyboard(app).press('Enter')
}

/** From the page of the hand-over to its file, with the keyboard alone. */
async function handOver(app: TestApp, caseId: string): Promise<string> {
  await goTo(app, `/cases/${caseId}/hand-over`)
  await keyboard(app).focusOn('radio', 'Berthe Fictive')
  await keyboard(app).press('Space')
  await enter(app, 'button', word('exchange.handover.look'))
  await handsOn(app).see(wishes)
  await enter(app, 'button', word('exchange.handover.seal'))
  await handsOn(app).see(word('exchange.handover.sealed'))
  await enter(app, 'button', word('exchange.save'))
  await handsOn(app).see(word('exchange.saved'))
  return savedFile(app, '.relais')
}

/** What became of the packet just settled, to be handed back. */
async function saveAnswer(app: TestApp): Promise<string> {
  await enter(app, 'button', word('exchange.saveAnswer'))
  await handsOn(app).see(word('exchange.saved'))
  return savedFile(app, '.relais')
}

async function noteAnswer(app: TestApp, file: string): Promise<void> {
  await openPacket(app, file)
  await handsOn(app).see(said('exchange.answer.title', { name: 'Berthe Fictive' }))
}

describe('a case that changes hands', () => {
  it('is read and sealed by one, taken by the other, and stays with the first as a copy', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await agreeToHandOver(anne, caseId)
    const { code } = await anne.call('cases.get', { id: caseId })
    await goTo(anne, `/cases/${caseId}/send`)
    await enter(anne, 'link', word('exchange.handover.go'))
    await handsOn(anne).see(word('exchange.handover.giving'))
    await expectAccessible(anne.page())
    const file = await handOver(anne, caseId)
    await expectAccessible(anne.page())
    await goTo(anne, `/cases/${caseId}/send`)
    await handsOn(anne).see(word('exchange.onItsWay.title'))

    await openPacket(berthe, file)
    await handsOn(berthe).see(said('exchange.handover.taking', { name: 'Anne Fictive' }))
    await handsOn(berthe).see(wishes)
    expect(await isEmpty(berthe)).toBe(true)
    await expectAccessible(berthe.page())
    await enter(berthe, 'button', word('exchange.handover.accept'))
    await handsOn(berthe).see(word('exchange.settled.takenOver'))
    const answer = await saveAnswer(berthe)
    expect(await berthe.call('cases.get', { id: caseId })).toMatchObject({
      owner: { me: true },
      status: 'open',
    })

    await noteAnswer(anne, answer)
    await handsOn(anne).see(said('exchange.answer.hand-over.accepted', { name: 'Berthe Fictive', code }))
    await expectAccessible(anne.page())
    await enter(anne, 'button', word('exchange.answer.note'))
    await handsOn(anne).see(word('exchange.kind.hand-over'))
    await expectAccessible(anne.page())
    expect(await anne.call('cases.get', { id: caseId })).toMatchObject({
      owner: { me: false },
      status: 'transferred',
      handover: null,
    })
    await goTo(anne, `/cases/${caseId}`)
    await handsOn(anne).see(wishes)
  })

  it('waits for words that were begun, and leads to where they are', async () => {
    const { anne } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await agreeToHandOver(anne, caseId)
    const key = { caseId, form: 'risk' as const }
    await anne.call('drafts.put', { key, body: '{"precautions":"mots commencés"}' })
    await goTo(anne, `/cases/${caseId}/hand-over`)
    await keyboard(anne).focusOn('radio', 'Berthe Fictive')
    await keyboard(anne).press('Space')
    await handsOn(anne).see(word('error.packet.drafts_waiting'))
    await expectAccessible(anne.page())
    const look = anne.page().getByRole('button', { name: word('exchange.handover.look') })
    expect(await look.isDisabled()).toBe(true)
    await enter(anne, 'link', word('cases.section.risk'))
    await anne.page().waitForURL(new RegExp(`/cases/${caseId}/risk$`))
    await anne.call('drafts.discard', { key })
    await handOver(anne, caseId)
  })

  it('is hers again after a refusal, of which the colleague keeps nothing', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await agreeToHandOver(anne, caseId)
    await openPacket(berthe, await handOver(anne, caseId))
    await handsOn(berthe).see(wishes)
    const { packetId } = (await anne.call('exchange.sent', {})).packets[0] ?? { packetId: '' }
    const { answerPacketId } = await berthe.call('exchange.refuse', { packetId, reason: 'no_capacity' })
    const answer = await berthe.call('exchange.file', { packetId: answerPacketId ?? '' })
    expect(await isEmpty(berthe)).toBe(true)
    await openPacket(anne, answer.bytes)
    await handsOn(anne).see(word('exchange.answer.hand-over.refused.text'))
    await enter(anne, 'button', word('exchange.answer.note'))
    await handsOn(anne).see(/^Refusé le/)
    expect(await anne.call('cases.get', { id: caseId })).toMatchObject({
      owner: { me: true },
      handover: null,
    })
  })

  it('and was called off says to whom it came too late, and what to do', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await agreeToHandOver(anne, caseId)
    const file = await handOver(anne, caseId)
    await anne.call('exchange.callOffHandover', { caseId })
    await openPacket(berthe, file)
    await enter(berthe, 'button', word('exchange.handover.accept'))
    await noteAnswer(anne, await saveAnswer(berthe))
    await handsOn(anne).see(/^Vous aviez annulé cette remise\. Rien n’est perdu/)
    await expectAccessible(anne.page())
    await enter(anne, 'button', word('exchange.answer.note'))
    expect(await anne.call('cases.get', { id: caseId })).toMatchObject({ owner: { me: true } })
  })
})

describe('a packet without a consent', () => {
  it('can’t be looked at nor sealed, says why and for whom, and leads to where that is mended', async () => {
    const { anne } = await anneAndBerthe(browser())
    const caseId = await newCase(anne)
    await consentTo(anne, caseId, [])
    await goTo(anne, `/cases/${caseId}/send`)
    const { focusOn, press } = keyboard(anne)
    const choose = async (): Promise<void> => {
      await focusOn('radio', term(consentPurposes, 'committee_review'))
      await press('Space')
      await focusOn('checkbox', 'Berthe Fictive')
      await press('Space')
    }
    await choose()
    await handsOn(anne).see(word('consent.gap.missing'))
    await handsOn(anne).see(said('consent.gap.title', { name: 'Berthe Fictive' }))
    await expectAccessible(anne.page())
    const look = anne.page().getByRole('button', { name: word('exchange.look') })
    expect(await look.isDisabled()).toBe(true)
    await enter(anne, 'link', word('consent.gap.go'))
    await anne.page().waitForURL(new RegExp(`/cases/${caseId}/consents$`))

    await consentTo(anne, caseId, [agreed({ sections: ['wishes'] })])
    await goTo(anne, `/cases/${caseId}/send`)
    await choose()
    await handsOn(anne).see(said('exchange.section.uncovered', { names: 'Berthe Fictive' }))
    const story = anne.page().getByRole('checkbox', { name: word('cases.section.summary') })
    expect(await story.isDisabled()).toBe(true)
    await expectAccessible(anne.page())
    await focusOn('checkbox', word('cases.section.wishes'))
    await press('Space')
    await enter(anne, 'button', word('exchange.look'))
    await handsOn(anne).see(wishes)
    await enter(anne, 'button', word('exchange.seal'))
    await handsOn(anne).see(word('exchange.sealed.title'))
  })
})

describe('a directory of services in a packet', () => {
  it('is looked at before it is taken in, and what changed is told by organisation', async () => {
    const { anne, berthe } = await anneAndBerthe(browser())
    for (const organisation of ['Maison fictive', 'Clinique fictive'])
      await anne.call('directory.save', {
        id: crypto.randomUUID(),
        details: { organisation, services: ['safe_housing'] },
        seen: null,
      })
    const [member] = (await anne.call('members.list', {})).members
    const { packetId } = await anne.call('directory.seal', {
      recipients: [member?.fingerprint ?? ''],
      expiresOn: today(),
      jobId: crypto.randomUUID(),
    })
    await openPacket(berthe, (await anne.call('exchange.file', { packetId })).bytes)
    await handsOn(berthe).see('2 organismes s’ajoutent')
    await handsOn(berthe).see('Clinique fictive')
    expect((await berthe.call('directory.search', {})).all).toBe(0)
    await expectAccessible(berthe.page())
    await enter(berthe, 'button', word('exchange.directory.accept'))
    await handsOn(berthe).see(/^Vous avez accepté/)
    expect((await berthe.call('directory.search', {})).all).toBe(2)
    await enter(berthe, 'link', word('exchange.toDirectory'))
    await handsOn(berthe).see('Clinique fictive')
  })
})
