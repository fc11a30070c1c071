import { describe, expect, it } from 'vitest'
import { stepsLimit } from '../../shared/exchange/payload.ts'
import { agreed, consentTo } from '../../tests/support/consent.ts'
import {
  accept,
  newId,
  open,
  refuse,
  sealFor,
  share,
  standing,
  threeColleagues,
  write,
} from '../../tests/support/hand-over.ts'
import { fillWithSteps } from '../../tests/support/many-steps.ts'
import { befriend } from '../../tests/support/stranger.ts'
import { openVaultSide, testPassphrase } from '../../tests/support/vault.ts'

describe('a case that is handed over', () => {
  it('goes over whole, waits unchanged for the answer, and is then hers alone, with a copy left behind', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const { packet, bytes } = await sealFor(a, caseId, [ids.b])
    expect(packet).toMatchObject({ kind: 'hand-over', pending: true, stepCount: 1 })
    expect(packet.sections).toEqual(expect.arrayContaining(['wishes', 'consents']))
    expect(await standing(a, caseId)).toMatchObject({ mine: true, pending: ids.b })
    await expect(write(a, caseId, 'autre chose')).rejects.toThrow('cases.handover_pending')

    expect(await open(b, bytes)).toMatchObject({ kind: 'hand-over', effect: 'new' })
    expect((await b.call('cases.list', {})).all).toBe(0)
    const answer = await accept(b, bytes)
    expect(await standing(b, caseId)).toMatchObject({
      mine: true,
      status: 'open',
      wishes: ['Dormir en sécurité'],
    })
    await write(b, caseId, 'Retourner à l’école')

    expect(await open(a, answer)).toMatchObject({ kind: 'answer', answers: 'hand-over', calledOff: false })
    await accept(a, answer)
    expect(await standing(a, caseId)).toEqual({
      mine: false,
      owner: ids.b,
      status: 'transferred',
      pending: null,
      wishes: ['Dormir en sécurité'],
    })
    await expect(write(a, caseId, 'encore')).rejects.toThrow('cases.not_owner')
    await expect(sealFor(a, caseId, [ids.c])).rejects.toThrow('cases.not_owner')
    const [sent] = (await a.call('exchange.sent', {})).packets
    expect(sent).toMatchObject({
      pending: false,
      recipients: [{ outcome: 'accepted', answeredOn: '2026-03-02' }],
    })
  })

  it('keeps its former owner informed, to whom it stays a case that she transferred', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    await accept(a, await accept(b, (await sealFor(a, caseId, [ids.b])).bytes))
    await write(b, caseId, 'Retourner à l’école')
    await accept(a, (await sealFor(b, caseId, [ids.a], share)).bytes)
    expect(await standing(a, caseId)).toMatchObject({
      status: 'transferred',
      wishes: ['Retourner à l’école'],
    })
  })

  it('can be handed on, and back to where it came from', async () => {
    const { a, b, c, ids, caseId } = await threeColleagues()
    await accept(a, await accept(b, (await sealFor(a, caseId, [ids.b])).bytes))
    await accept(b, await accept(c, (await sealFor(b, caseId, [ids.c])).bytes))
    expect(await standing(b, caseId)).toMatchObject({ owner: ids.c, status: 'transferred' })
    // Anne knows Béa as its owner: Cléo can't give back what Anne has not seen her get.
    await expect(open(a, (await sealFor(c, caseId, [ids.a])).bytes)).rejects.toThrow('packet.not_owner')
    await c.call('exchange.callOffHandover', { caseId })
    await accept(c, await accept(b, (await sealFor(c, caseId, [ids.b])).bytes))
    await accept(b, await accept(a, (await sealFor(b, caseId, [ids.a])).bytes))
    expect(await standing(a, caseId)).toMatchObject({ mine: true, status: 'open' })
    expect(await standing(b, caseId)).toMatchObject({ mine: false, status: 'transferred' })
  })

  it('is her own again when the colleague refuses, who keeps nothing', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const { bytes } = await sealFor(a, caseId, [ids.b])
    const answer = await refuse(b, bytes)
    expect((await b.call('cases.list', {})).all).toBe(0)
    await accept(a, answer)
    expect(await standing(a, caseId)).toMatchObject({ mine: true, pending: null, status: 'open' })
    await write(a, caseId, 'à moi')
  })

  it('joins the copy that the colleague had of it', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    await accept(b, (await sealFor(a, caseId, [ids.b], share)).bytes)
    await write(a, caseId, 'Retourner à l’école')
    await accept(b, (await sealFor(a, caseId, [ids.b])).bytes)
    expect(await standing(b, caseId)).toMatchObject({ mine: true, wishes: ['Retourner à l’école'] })
    expect((await b.call('cases.list', {})).all).toBe(1)
  })

  it('takes a consent for what follows, whatever purpose the page claims', async () => {
    const { a, ids, caseId } = await threeColleagues()
    await consentTo(a, caseId, [agreed()])
    await expect(sealFor(a, caseId, [ids.b], { purpose: 'committee_review' })).rejects.toThrow(
      'consent.missing',
    )
    await consentTo(a, caseId, [agreed({ purpose: 'coordination', members: [ids.b], sections: ['summary'] })])
    await expect(sealFor(a, caseId, [ids.b])).rejects.toThrow('consent.section_not_covered')
    expect(await standing(a, caseId)).toMatchObject({ pending: null })
  })

  it('goes to one person, never to two, at once or one after the other', async () => {
    const { a, b, c, ids, caseId } = await threeColleagues()
    await expect(sealFor(a, caseId, [ids.b, ids.c])).rejects.toThrow('packet.one_recipient')
    const { bytes } = await sealFor(a, caseId, [ids.b])
    await expect(sealFor(a, caseId, [ids.c])).rejects.toThrow('cases.handover_pending')
    await expect(sealFor(a, caseId, [ids.c], share)).rejects.toThrow('cases.handover_pending')
    await accept(b, bytes)
    expect((await c.call('cases.list', {})).all).toBe(0)
  })

  it('is kept once when two windows seal it at the same time', async () => {
    const { a, ids, caseId } = await threeColleagues()
    const both = await Promise.allSettled([sealFor(a, caseId, [ids.b]), sealFor(a, caseId, [ids.c])])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await a.call('exchange.sent', {})).packets).toHaveLength(1)
  })
})

describe('a very long case', () => {
  async function withSteps(steps: number) {
    const { a, b, ids, caseId, stepId } = await threeColleagues()
    await a.call('referrals.remove', { id: stepId })
    await consentTo(a, caseId, [
      agreed({ purpose: 'coordination', services: ['legal_aid'], members: [ids.a, ids.b] }),
    ])
    a.close()
    await fillWithSteps(a.folder, caseId, { count: steps, today: '2026-03-02' })
    await a.call('vault.unlock', { folder: a.folder, passphrase: testPassphrase })
    return { a, b, ids, caseId }
  }

  it('changes hands whole, and comes back', { timeout: 300_000 }, async () => {
    const { a, b, ids, caseId } = await withSteps(stepsLimit)
    await accept(a, await accept(b, (await sealFor(a, caseId, [ids.b])).bytes))
    expect((await b.call('referrals.list', { caseId })).steps).toHaveLength(stepsLimit)
    await write(b, caseId, 'Retourner à l’école')
    await accept(b, await accept(a, (await sealFor(b, caseId, [ids.a])).bytes))
    expect(await standing(a, caseId)).toMatchObject({ mine: true, wishes: ['Retourner à l’école'] })
  })

  it('that would not open at her colleague’s is refused by name, before anything is sealed', async () => {
    const { a, ids, caseId } = await withSteps(stepsLimit + 1)
    const choice = { caseId, sections: [], stepIds: [], recipients: [ids.b], purpose: 'coordination' }
    const asked = { ...choice, handover: true }
    await expect(a.call('exchange.coverage', asked)).rejects.toThrow('packet.case_too_large')
    await expect(a.call('exchange.compose', asked)).rejects.toThrow('packet.case_too_large')
    await expect(sealFor(a, caseId, [ids.b])).rejects.toThrow('packet.case_too_large')
    expect(await standing(a, caseId)).toMatchObject({ pending: null })
    expect((await a.call('exchange.sent', {})).packets).toEqual([])
    // A part of it still can.
    await consentTo(a, caseId)
    await sealFor(a, caseId, [ids.b], share)
  })
})

describe('a hand-over that was called off', () => {
  it('gives the case back at once; a late refusal changes nothing', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const { bytes } = await sealFor(a, caseId, [ids.b])
    await a.call('exchange.callOffHandover', { caseId })
    await write(a, caseId, 'à moi')
    expect((await a.call('exchange.sent', {})).packets).toMatchObject([{ pending: false }])
    await expect(a.call('exchange.callOffHandover', { caseId })).rejects.toThrow('packet.no_handover')
    const late = await refuse(b, bytes)
    expect(await open(a, late)).toMatchObject({ calledOff: true })
    await accept(a, late)
    expect(await standing(a, caseId)).toMatchObject({ mine: true, wishes: ['à moi'] })
  })

  it('and accepted all the same is told as such, loses no word, and is settled when she hands it back', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const { bytes } = await sealFor(a, caseId, [ids.b])
    await a.call('exchange.callOffHandover', { caseId })
    await write(a, caseId, 'écrit par Anne')
    const late = await accept(b, bytes)
    await write(b, caseId, 'écrit par Béa')
    expect(await open(a, late)).toMatchObject({ content: { outcome: 'accepted' }, calledOff: true })
    await accept(a, late)
    expect(await standing(a, caseId)).toMatchObject({
      mine: true,
      status: 'open',
      wishes: ['écrit par Anne'],
    })

    await accept(b, await accept(a, (await sealFor(b, caseId, [ids.a])).bytes))
    const { wishes, ...anne } = await standing(a, caseId)
    expect(anne).toMatchObject({ mine: true, pending: null })
    expect(wishes.toSorted()).toEqual(['écrit par Anne', 'écrit par Béa'])
    expect(await standing(b, caseId)).toMatchObject({ mine: false, status: 'transferred' })
  })

  it('does not answer for the next one', async () => {
    const { a, b, c, ids, caseId } = await threeColleagues()
    const first = await sealFor(a, caseId, [ids.b])
    await a.call('exchange.callOffHandover', { caseId })
    const second = await sealFor(a, caseId, [ids.c])
    await accept(a, await accept(b, first.bytes))
    expect(await standing(a, caseId)).toMatchObject({ mine: true, pending: ids.c })
    await accept(a, await accept(c, second.bytes))
    expect(await standing(a, caseId)).toMatchObject({ owner: ids.c, status: 'transferred' })
  })
})

const wholeCase = (owner: string, id: string, change: object = {}) => ({
  id,
  code: 'abeille-4821',
  status: 'open',
  owner,
  sections: [{ name: 'wishes', body: { wishes: 'à qui ?' }, author: owner, version: { [owner]: 1 } }],
  steps: [],
  ...change,
})

describe('nobody takes a case by', () => {
  it('handing over what is another’s', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    await accept(b, (await sealFor(a, caseId, [ids.b], share)).bytes)
    await expect(sealFor(b, caseId, [ids.a])).rejects.toThrow('cases.not_owner')
    const thief = await befriend(b)
    const stolen = await thief.seal(wholeCase(thief.fingerprint, caseId), { kind: 'hand-over' })
    await expect(open(b, stolen)).rejects.toThrow('packet.not_owner')
    const passedOn = await thief.seal(wholeCase(ids.a, caseId), { kind: 'hand-over' })
    await expect(open(b, passedOn)).rejects.toThrow('packet.not_owner')
    expect(await standing(b, caseId)).toMatchObject({ owner: ids.a })
  })

  it('handing over a case of mine to me', async () => {
    const { a, caseId } = await threeColleagues()
    const thief = await befriend(a)
    const packet = await thief.seal(wholeCase(thief.fingerprint, caseId), { kind: 'hand-over' })
    await expect(open(a, packet)).rejects.toThrow('packet.not_owner')
  })

  it('handing over, to a colleague who takes it, what became another’s between the look and the yes', async () => {
    const b = await openVaultSide('Béa Fictive')
    const [first, second] = [await befriend(b, 'Première fictive'), await befriend(b, 'Seconde fictive')]
    const caseId = newId()
    const early = await open(b, await first.seal(wholeCase(first.fingerprint, caseId), { kind: 'hand-over' }))
    await accept(b, await second.seal(wholeCase(second.fingerprint, caseId)))
    await expect(b.call('exchange.accept', { packetId: early.packetId })).rejects.toThrow('packet.not_owner')
  })

  it('opening the same hand-over again after it was refused', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const { packet, bytes } = await sealFor(a, caseId, [ids.b])
    await refuse(b, bytes)
    expect(await open(b, bytes)).toMatchObject({ settled: { outcome: 'refused' } })
    await expect(b.call('exchange.accept', { packetId: packet.packetId })).rejects.toThrow(
      'packet.already_settled',
    )
    expect((await b.call('cases.list', {})).all).toBe(0)
  })

  it('answering for the colleague who was asked', async () => {
    const { a, ids, caseId } = await threeColleagues()
    const other = await befriend(a)
    const { packet } = await sealFor(a, caseId, [ids.b])
    const forged = await other.seal(
      { packetId: packet.packetId, outcome: 'accepted', reason: null },
      { kind: 'answer' },
    )
    await expect(open(a, forged)).rejects.toThrow('packet.not_found')
    expect(await standing(a, caseId)).toMatchObject({ mine: true, pending: ids.b })
  })

  it('answering a share as though it had been a hand-over', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const shared = await sealFor(a, caseId, [ids.b], share)
    await sealFor(a, caseId, [ids.b])
    await accept(a, await accept(b, shared.bytes))
    expect(await standing(a, caseId)).toMatchObject({ mine: true, pending: ids.b })
  })

  it('telling two at once that it is theirs, or by calling it transferred', async () => {
    const b = await openVaultSide('Béa Fictive')
    const c = await openVaultSide('Cléo Fictive')
    const sender = await befriend(b)
    const toTwo = { kind: 'hand-over' as const, alsoTo: c }
    await expect(open(b, await sender.seal(wholeCase(sender.fingerprint, newId()), toTwo))).rejects.toThrow(
      'packet.malformed',
    )
    const gone = wholeCase(sender.fingerprint, newId(), { status: 'transferred' })
    await expect(open(b, await sender.seal(gone, { kind: 'hand-over' }))).rejects.toThrow('packet.malformed')
  })

  it('opening it after its last day', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const { bytes } = await sealFor(a, caseId, [ids.b])
    b.setToday('2026-04-02')
    await expect(open(b, bytes)).rejects.toThrow('packet.expired')
    // It stays on its way until somebody says otherwise: she may have accepted in time, with the answer still on a stick.
    a.setToday('2026-04-02')
    expect(await standing(a, caseId)).toMatchObject({ pending: ids.b })
    await a.call('exchange.callOffHandover', { caseId })
    expect(await standing(a, caseId)).toMatchObject({ mine: true, pending: null })
  })
})
