import { describe, expect, it } from 'vitest'
import { consentTo } from '../../tests/support/consent.ts'
import { befriend, type Peer } from '../../tests/support/stranger.ts'
import { decryptedPages, openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const newId = (): string => crypto.randomUUID()
const secret = 'zqxjvwkaminata'

/** A share as an honest Relais would make it. */
const shareOf = (peer: Peer, { sections = [section({})], steps = [], ...change }: ShareChange = {}) => ({
  id: newId(),
  code: 'abeille-4821',
  status: 'open',
  owner: peer.fingerprint,
  sections: sections.map((one) => ({ author: peer.fingerprint, ...one })),
  steps: steps.map((one) => ({ author: peer.fingerprint, ...one })),
  ...change,
})

interface ShareChange {
  readonly sections?: readonly object[]
  readonly steps?: readonly object[]
  readonly [field: string]: unknown
}

const section = (change: { wishes?: string; version?: object }) => ({
  name: 'wishes',
  body: { wishes: change.wishes ?? 'Dormir', safeContacts: '' },
  version: change.version ?? { ['a'.repeat(64)]: 1 },
})

const step = (id: string, change: object = {}) => ({
  id,
  service: 'legal_aid',
  organisation: '',
  note: '',
  dueOn: null,
  outcome: '',
  consentId: null,
  position: 0,
  moves: [{ to: 'draft', on: '2026-03-01', reason: null }],
  version: { ['a'.repeat(64)]: 1 },
  ...change,
})

const open = (vault: TestVault, bytes: Uint8Array<ArrayBuffer>) =>
  vault.call('exchange.open', { bytes, jobId: newId() })

async function take(vault: TestVault, bytes: Uint8Array<ArrayBuffer>) {
  const { packetId } = await open(vault, bytes)
  return vault.call('exchange.accept', { packetId })
}

async function vaultWithPeer() {
  const vault = await openVaultSide()
  return { vault, peer: await befriend(vault) }
}

/** Nothing was kept: no packet, no case, no word. */
async function expectNothingKept(vault: TestVault): Promise<void> {
  expect((await vault.call('exchange.received', {})).packets).toEqual([])
  expect((await vault.call('cases.list', {})).all).toBe(0)
  vault.close()
  expect((await decryptedPages(vault.folder)).toString('latin1')).not.toContain(secret.slice(4))
}

describe('a packet from a verified member is refused, and nothing of it is kept,', () => {
  it.each([
    [
      'that passes on a case that is another’s',
      (peer: Peer) => shareOf(peer, { owner: 'b'.repeat(64) }),
      'packet.not_owner',
    ],
    ['whose code is a name', (peer: Peer) => shareOf(peer, { code: secret }), 'packet.malformed'],
    [
      'whose code is a sentence',
      (peer: Peer) => shareOf(peer, { code: 'abeille-4821 (Awa D.)' }),
      'packet.malformed',
    ],
    [
      'with a field that no case has',
      (peer: Peer) => shareOf(peer, { realName: secret }),
      'packet.malformed',
    ],
    [
      'with a section that no case has',
      (peer: Peer) => shareOf(peer, { sections: [{ ...section({}), name: 'notes' }] }),
      'packet.malformed',
    ],
    [
      'with a status that no case has',
      (peer: Peer) => shareOf(peer, { status: 'deleted' }),
      'packet.malformed',
    ],
    [
      'with a version that counts backwards',
      (peer: Peer) => shareOf(peer, { sections: [section({ version: { ['a'.repeat(64)]: -1 } })] }),
      'packet.malformed',
    ],
    [
      'with a version that could never be replaced',
      (peer: Peer) =>
        shareOf(peer, { sections: [section({ version: { ['a'.repeat(64)]: Number.MAX_SAFE_INTEGER } })] }),
      'packet.malformed',
    ],
    [
      'with a version of ten thousand authors',
      (peer: Peer) =>
        shareOf(peer, {
          sections: [
            section({
              version: Object.fromEntries(
                Array.from({ length: 10_000 }, (_, n) => [n.toString(16).padStart(64, '0'), 1]),
              ),
            }),
          ],
        }),
      'packet.malformed',
    ],
    [
      'with the same code more often than there are codes',
      (peer: Peer) =>
        shareOf(peer, {
          sections: [
            { ...section({}), name: 'trafficking', body: { acts: Array(1000).fill('recruitment') } },
          ],
        }),
      'packet.malformed',
    ],
    [
      'with a section in another’s name',
      (peer: Peer) => shareOf(peer, { sections: [{ ...section({}), author: 'b'.repeat(64) }] }),
      'packet.malformed',
    ],
    [
      'with a step in another’s name',
      (peer: Peer) => shareOf(peer, { steps: [step(newId(), { author: 'b'.repeat(64) })] }),
      'packet.malformed',
    ],
    [
      'with a step that has no moves',
      (peer: Peer) => shareOf(peer, { steps: [step(newId(), { moves: [] })] }),
      'packet.malformed',
    ],
    ['that is a list', () => [secret], 'packet.malformed'],
    ['that is not JSON', () => `{"${secret}"`, 'packet.malformed'],
    ['with a prototype in it', () => `{"__proto__":{"id":"${secret}"}}`, 'packet.malformed'],
  ])('%s', async (_, content, code) => {
    const { vault, peer } = await vaultWithPeer()
    await expect(open(vault, await peer.seal(content(peer)))).rejects.toThrow(code)
    await expectNothingKept(vault)
  })

  it('whose part has another name, or is one of two', async () => {
    const { vault, peer } = await vaultWithPeer()
    await expect(open(vault, await peer.seal(shareOf(peer), { partName: 'other.json' }))).rejects.toThrow(
      'packet.malformed',
    )
    const bytes = new TextEncoder().encode(JSON.stringify(shareOf(peer)))
    const parts = ['case.json', 'more.json'].map((name) => ({ name, bytes }))
    await expect(open(vault, await peer.seal('', { parts }))).rejects.toThrow('packet.malformed')
    await expectNothingKept(vault)
  })

  it('that expired yesterday', async () => {
    const { vault, peer } = await vaultWithPeer()
    const bytes = await peer.seal(shareOf(peer), { created: '2026-02-01', expires: '2026-03-01' })
    await expect(open(vault, bytes)).rejects.toThrow('packet.expired')
    await expectNothingKept(vault)
  })

  it('once she is no longer verified, even if it was opened before', async () => {
    const { vault, peer } = await vaultWithPeer()
    const bytes = await peer.seal(shareOf(peer, { sections: [section({ wishes: secret })] }))
    const { packetId } = await open(vault, bytes)
    await vault.call('members.remove', { fingerprint: peer.fingerprint })
    await expect(vault.call('exchange.accept', { packetId })).rejects.toThrow('packet.unknown_sender')
    await expect(open(vault, bytes)).rejects.toThrow('packet.unknown_sender')
    expect((await vault.call('exchange.sent', {})).packets).toEqual([])
    await expectNothingKept(vault)
  })

  it('once her card has run out, even if it was opened before: she may have been revoked since', async () => {
    const { vault, peer } = await vaultWithPeer()
    const bytes = await peer.seal(shareOf(peer), { expires: '2027-03-01' })
    const { packetId } = await open(vault, bytes)
    vault.setToday('2027-01-02')
    await expect(vault.call('exchange.accept', { packetId })).rejects.toThrow('packet.sender_card_expired')
    await expect(open(vault, bytes)).rejects.toThrow('packet.sender_card_expired')
    await expectNothingKept(vault)
  })

  it('that answers a packet I never sent, or sent to someone else', async () => {
    const { vault, peer } = await vaultWithPeer()
    const other = await befriend(vault, 'Autre fictive')
    const answerTo = (packetId: string) =>
      peer.seal({ packetId, outcome: 'accepted', reason: null }, { kind: 'answer' })
    await expect(open(vault, await answerTo('0'.repeat(32)))).rejects.toThrow('packet.not_found')

    const caseId = newId()
    await vault.call('cases.saveSection', { id: caseId, section: { name: 'wishes', body: {} }, seen: [] })
    await consentTo(vault, caseId)
    const { packetId } = await vault.call('exchange.seal', {
      caseId,
      sections: ['wishes'],
      stepIds: [],
      recipients: [other.fingerprint],
      purpose: 'committee_review',
      expiresOn: '2026-04-01',
      jobId: newId(),
    })
    await expect(open(vault, await answerTo(packetId))).rejects.toThrow('packet.not_found')
  })
})

describe('a verified member can’t', () => {
  it('take over a case of mine by sending one under its id', async () => {
    const { vault, peer } = await vaultWithPeer()
    const id = newId()
    await vault.call('cases.saveSection', {
      id,
      section: { name: 'wishes', body: { wishes: 'mien' } },
      seen: [],
    })
    await expect(open(vault, await peer.seal(shareOf(peer, { id })))).rejects.toThrow('packet.not_owner')
  })

  it('take over a case between its preview and its acceptance', async () => {
    const { vault, peer } = await vaultWithPeer()
    const other = await befriend(vault, 'Autre fictive')
    const id = newId()
    const first = await open(vault, await peer.seal(shareOf(peer, { id })))
    const second = await open(vault, await other.seal(shareOf(other, { id })))
    await vault.call('exchange.accept', { packetId: first.packetId })
    await expect(vault.call('exchange.accept', { packetId: second.packetId })).rejects.toThrow(
      'packet.not_owner',
    )
    expect((await vault.call('cases.get', { id })).owner.fingerprint).toBe(peer.fingerprint)
    // All or nothing: no answer says that it was accepted.
    expect((await vault.call('exchange.sent', {})).packets).toHaveLength(1)
    expect((await vault.call('exchange.received', {})).packets).toHaveLength(1)
  })

  it('move a step out of another case into hers', async () => {
    const { vault, peer } = await vaultWithPeer()
    const [caseId, stepId] = [newId(), newId()]
    await vault.call('cases.saveSection', { id: caseId, section: { name: 'wishes', body: {} }, seen: [] })
    await vault.call('referrals.save', {
      caseId,
      id: stepId,
      details: { service: 'legal_aid', note: 'mienne' },
    })
    const share = shareOf(peer, { steps: [step(stepId, { version: { ['a'.repeat(64)]: 9 } })] })
    // Told at once, and not after she has decided to accept.
    await expect(open(vault, await peer.seal(share))).rejects.toThrow('packet.malformed')
    expect((await vault.call('referrals.list', { caseId })).steps).toMatchObject([{ note: 'mienne' }])
    expect((await vault.call('cases.list', {})).all).toBe(1)
  })

  it('be answered twice, even when her packet is opened again while the answer is being sealed', async () => {
    const { vault, peer } = await vaultWithPeer()
    const bytes = await peer.seal(shareOf(peer))
    const { packetId } = await open(vault, bytes)
    const accepting = vault.call('exchange.accept', { packetId })
    await open(vault, bytes)
    const refusing = vault.call('exchange.refuse', { packetId, reason: 'no_capacity' })
    const [accepted, refused] = await Promise.allSettled([accepting, refusing])
    expect(accepted.status).toBe('fulfilled')
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'packet.already_settled' } })
    expect((await vault.call('exchange.received', {})).packets).toMatchObject([{ outcome: 'accepted' }])
    expect((await vault.call('exchange.sent', {})).packets).toHaveLength(1)
  })

  it('put other words under a packet that was settled', async () => {
    const { vault, peer } = await vaultWithPeer()
    const packetId = 'ab'.repeat(16)
    const share = shareOf(peer)
    await take(vault, await peer.seal(share, { packetId }))
    const other = { ...share, sections: [section({ wishes: secret, version: { ['a'.repeat(64)]: 2 } })] }
    await expect(open(vault, await peer.seal(other, { packetId }))).rejects.toThrow('packet.id_reused')
  })

  it('put other words under a packet that is being looked at', async () => {
    const { vault, peer } = await vaultWithPeer()
    const other = await befriend(vault, 'Autre fictive')
    const packetId = 'ab'.repeat(16)
    const share = shareOf(peer)
    await open(vault, await peer.seal(share, { packetId }))
    await expect(open(vault, await other.seal(shareOf(other), { packetId }))).rejects.toThrow(
      'packet.id_reused',
    )
    expect(await vault.call('exchange.accept', { packetId })).toMatchObject({
      sender: { fingerprint: peer.fingerprint },
    })
    expect((await vault.call('cases.get', { id: share.id })).owner.fingerprint).toBe(peer.fingerprint)
  })
})

describe('words written apart', () => {
  it('stay side by side until someone has seen both, and an old version brings nothing back', async () => {
    const { vault, peer } = await vaultWithPeer()
    const [laptop, desk] = ['a'.repeat(64), 'b'.repeat(64)]
    const id = newId()
    const shared = (wishes: string, version: object) =>
      peer.seal(shareOf(peer, { id, sections: [section({ wishes, version })] }))
    const wishes = async () =>
      (await vault.call('cases.get', { id })).sections
        .map(({ body }) => 'wishes' in body && body.wishes)
        .sort()

    await take(vault, await shared('commun', { [laptop]: 1 }))
    await take(vault, await shared('du portable', { [laptop]: 2 }))
    const apart = await shared('du bureau', { [laptop]: 1, [desk]: 1 })
    expect(await open(vault, apart)).toMatchObject({ effect: 'conflict' })
    await take(vault, apart)
    expect(await wishes()).toEqual(['du bureau', 'du portable'])

    const stale = await shared('commun', { [laptop]: 1 })
    expect(await open(vault, stale)).toMatchObject({ effect: 'nothingNew' })
    await take(vault, stale)
    expect(await wishes()).toEqual(['du bureau', 'du portable'])

    const settled = await shared('les deux', { [laptop]: 3, [desk]: 1 })
    expect(await open(vault, settled)).toMatchObject({ effect: 'update' })
    await take(vault, settled)
    expect(await wishes()).toEqual(['les deux'])
  })

  it('stay side by side when both come in one packet', async () => {
    const { vault, peer } = await vaultWithPeer()
    const id = newId()
    const sections = ['a', 'b'].map((letter) =>
      section({ wishes: letter, version: { [letter.repeat(64)]: 1 } }),
    )
    await take(vault, await peer.seal(shareOf(peer, { id, sections })))
    expect((await vault.call('cases.get', { id })).sections).toHaveLength(2)
  })

  it('under a code that is taken get a number behind it', async () => {
    const { vault, peer } = await vaultWithPeer()
    const codes = []
    for (let n = 0; n < 3; n += 1) codes.push((await take(vault, await peer.seal(shareOf(peer)))).caseCode)
    expect(codes).toEqual(['abeille-4821', 'abeille-4821-2', 'abeille-4821-3'])
    expect((await vault.call('cases.list', { words: 'abeille-4821-3' })).total).toBe(1)
  })
})

describe('a refused packet', () => {
  it('leaves nothing of its content: not in any table, draft or index, nor in pages given up', async () => {
    const { vault, peer } = await vaultWithPeer()
    const share = shareOf(peer, {
      sections: [section({ wishes: secret.repeat(2000) })],
      steps: [step(newId(), { note: secret, organisation: secret })],
    })
    const { packetId } = await open(vault, await peer.seal(share))
    const refused = await vault.call('exchange.refuse', { packetId, reason: 'no_capacity' })
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'no_capacity', caseId: null, caseCode: null })
    expect((await vault.call('cases.list', {})).all).toBe(0)
    await expect(vault.call('exchange.accept', { packetId })).rejects.toThrow('packet.not_found')
    vault.close()
    const content = (await decryptedPages(vault.folder)).toString('latin1')
    expect(content).toContain('no_capacity')
    for (const trace of [secret.slice(4), share.id, share.code]) expect(content).not.toContain(trace)
  })

  it('is answered with the reason and nothing else', async () => {
    const { vault, peer } = await vaultWithPeer()
    const { packetId } = await open(vault, await peer.seal(shareOf(peer)))
    const { answerPacketId } = await vault.call('exchange.refuse', { packetId, reason: 'waiting_list' })
    const { packets } = await vault.call('exchange.sent', {})
    expect(packets).toMatchObject([{ packetId: answerPacketId, kind: 'answer', caseId: null, sections: [] }])
  })
})
