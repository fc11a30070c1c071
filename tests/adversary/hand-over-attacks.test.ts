import { describe, expect, it } from 'vitest'
import { withheld } from '../../shared/cases/consent.ts'
import { movesLimit } from '../../shared/referrals/referrals.contract.ts'
import { agreed, consentTo } from '../support/consent.ts'
import { accept, newId, sealFor, share, standing, threeColleagues, write } from '../support/hand-over.ts'
import type { TestVault } from '../support/vault.ts'

const refusalOf = (error: unknown): string => (error instanceof Error ? error.message : 'no error')
const rename = (vault: TestVault, caseId: string, stepId: string, note: string) =>
  vault.call('referrals.save', { caseId, id: stepId, details: { service: 'legal_aid', note } })
const notesIn = async (vault: TestVault, caseId: string) =>
  (await vault.call('referrals.list', { caseId })).steps.map(({ note }) => note).toSorted()

describe('nothing of a case is lost on its way', () => {
  it('by saving a section while the hand-over is being sealed', async () => {
    const { a, b, ids, caseId } = await threeColleagues()
    const sealing = sealFor(a, caseId, [ids.b]).catch(refusalOf)
    await write(a, caseId, 'Ne jamais l’appeler')
    const sealed = await sealing
    if (typeof sealed === 'string') {
      expect(sealed).toBe('packet.case_changed')
      expect(await standing(a, caseId)).toMatchObject({ pending: null, wishes: ['Ne jamais l’appeler'] })
      return
    }
    await accept(b, sealed.bytes)
    expect(await standing(b, caseId)).toMatchObject({ wishes: ['Ne jamais l’appeler'] })
  })

  it('by a step that both wrote in after a hand-over was called off, however often it comes back', async () => {
    const { a, b, ids, caseId, stepId } = await threeColleagues()
    const { bytes } = await sealFor(a, caseId, [ids.b])
    await a.call('exchange.callOffHandover', { caseId })
    const late = await accept(b, bytes)
    await rename(a, caseId, stepId, 'mots d’Anne')
    await rename(b, caseId, stepId, 'mots de Béa')
    await accept(a, late)
    const back = await sealFor(b, caseId, [ids.a])
    const { packetId, ...shown } = await a.call('exchange.open', { bytes: back.bytes, jobId: newId() })
    expect(shown).toMatchObject({ effect: 'conflict' })
    const { answerPacketId } = await a.call('exchange.accept', { packetId })
    const both = ['mots de Béa', 'mots d’Anne']
    expect(await notesIn(a, caseId)).toEqual(both)
    await accept(b, (await a.call('exchange.file', { packetId: answerPacketId ?? '' })).bytes)
    await accept(b, (await sealFor(a, caseId, [ids.b])).bytes)
    expect(await notesIn(b, caseId)).toEqual(both)
  })

  it('by taking in a late one while it is on its way to somebody else', async () => {
    const { a, b, c, ids, caseId } = await threeColleagues()
    const { bytes } = await sealFor(a, caseId, [ids.b])
    await a.call('exchange.callOffHandover', { caseId })
    await accept(a, await accept(b, bytes))
    const toCleo = await sealFor(a, caseId, [ids.c])
    await write(b, caseId, 'Mots de Béa')
    const back = await sealFor(b, caseId, [ids.a])
    await expect(accept(a, back.bytes)).rejects.toThrow('cases.handover_pending')
    await accept(a, await accept(c, toCleo.bytes))
    expect(await standing(c, caseId)).toMatchObject({ mine: true, wishes: ['Dormir en sécurité'] })
  })

  it('by words that were begun and not saved', async () => {
    const { a, ids, caseId, stepId } = await threeColleagues()
    const keys = [
      { caseId, form: 'risk' as const },
      { caseId, form: 'step' as const, itemId: stepId },
    ]
    const choice = { caseId, sections: [], stepIds: [], recipients: [ids.b], purpose: 'coordination' }
    for (const key of keys) {
      await a.call('drafts.put', { key, body: '"mots commencés"' })
      expect((await a.call('exchange.coverage', { ...choice, handover: true })).drafts).toEqual([key.form])
      await expect(sealFor(a, caseId, [ids.b])).rejects.toThrow('packet.drafts_waiting')
      expect(await standing(a, caseId)).toMatchObject({ pending: null })
      // A copy takes nothing away: they can be saved afterwards.
      expect((await a.call('exchange.coverage', choice)).drafts).toEqual([])
      await a.call('drafts.discard', { key })
    }
    // In another case they stop nothing.
    await a.call('drafts.put', { key: { caseId: newId(), form: 'risk' }, body: '"ailleurs"' })
    await sealFor(a, caseId, [ids.b])
  })

  it('by words that were begun while it was being sealed', async () => {
    const { a, ids, caseId } = await threeColleagues()
    const sealing = sealFor(a, caseId, [ids.b]).catch(refusalOf)
    await a.call('drafts.put', { key: { caseId, form: 'risk' }, body: '"mots commencés"' })
    expect(await sealing).toBe('packet.drafts_waiting')
    expect(await standing(a, caseId)).toMatchObject({ pending: null })
  })

  it('by an answer about a step that can note no move more: it counts all the same', async () => {
    const { a, b, ids, caseId, stepId } = await threeColleagues()
    await consentTo(a, caseId, [agreed({ purpose: 'service_referral', services: ['legal_aid'] })])
    for (let moves = 1; moves < movesLimit; moves += 1) {
      const to = moves % 2 === 1 ? 'sent' : 'expired'
      await a.call('referrals.move', { id: stepId, move: { to, on: '2026-03-02', reason: null } })
    }
    const asked = { ...share, sections: [], stepIds: [stepId], purpose: 'service_referral' }
    await accept(a, await accept(b, (await sealFor(a, caseId, [ids.b], asked)).bytes))
    const [sent] = (await a.call('exchange.sent', {})).packets
    expect(sent?.recipients).toMatchObject([{ outcome: 'accepted' }])
    const [step] = (await a.call('referrals.list', { caseId })).steps
    expect(step?.moves).toHaveLength(movesLimit)
  })
})

describe('the consents of a case', () => {
  it('do not go to a member from whom they are to be kept by handing the case over', async () => {
    const { a, ids, caseId } = await threeColleagues()
    await consentTo(a, caseId, [
      agreed({
        purpose: 'coordination',
        members: [ids.b, ids.c],
        withheld: [withheld.parse({ sections: ['consents'], member: ids.b })],
      }),
    ])
    await expect(sealFor(a, caseId, [ids.b])).rejects.toThrow('consent.withheld')
    await sealFor(a, caseId, [ids.c])
  })
})
