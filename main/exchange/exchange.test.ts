import { describe, expect, it } from 'vitest'
import { consentTo } from '../../tests/support/consent.ts'
import { acquaint, openBeneath, openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const newId = (): string => crypto.randomUUID()
const expiresOn = '2026-04-01'
const purpose = 'committee_review'
const closing = { to: 'closed' as const, reasons: ['needs_met'] }

/** Two colleagues, and a case of the first one. */
async function twoColleagues() {
  const [a, b] = [await openVaultSide('Anne Fictive'), await openVaultSide('Béa Fictive')]
  const known = await acquaint(a, b)
  const caseId = newId()
  const { code, version } = await save(a, caseId, 'Dormir en sécurité')
  await consentTo(a, caseId)
  return { a, b, toB: known.b, toA: known.a, caseId, code, version }
}

const save = (vault: TestVault, id: string, wishes: string, seen: Record<string, number>[] = []) =>
  vault.call('cases.saveSection', { id, section: { name: 'wishes', body: { wishes } }, seen })

async function send(
  from: TestVault,
  to: string,
  caseId: string,
  { sections = ['wishes'], stepIds = [] as string[] } = {},
) {
  const choice = {
    caseId,
    sections: sections as ['wishes'],
    stepIds,
    recipients: [to],
    purpose,
    expiresOn,
    jobId: newId(),
  }
  const packet = await from.call('exchange.seal', choice)
  return { packet, bytes: (await from.call('exchange.file', { packetId: packet.packetId })).bytes }
}

const open = (vault: TestVault, bytes: Uint8Array<ArrayBuffer>) =>
  vault.call('exchange.open', { bytes, jobId: newId() })

async function take(vault: TestVault, bytes: Uint8Array<ArrayBuffer>) {
  const { packetId } = await open(vault, bytes)
  return vault.call('exchange.accept', { packetId })
}

const wishesOf = async (vault: TestVault, id: string) =>
  (await vault.call('cases.get', { id })).sections.map(({ body }) => ('wishes' in body ? body.wishes : ''))

describe('a case shared with a colleague', () => {
  it('arrives word for word, and its answer comes back', async () => {
    const { a, b, toB, toA, caseId, code } = await twoColleagues()
    const stepId = newId()
    await a.call('referrals.save', {
      caseId,
      id: stepId,
      details: { service: 'legal_aid', note: 'une note' },
    })
    await a.call('referrals.move', { id: stepId, move: { to: 'sent', on: '2026-03-02', reason: null } })
    const { packet, bytes } = await send(a, toB, caseId, { stepIds: [stepId] })
    expect(packet).toMatchObject({
      kind: 'case-share',
      caseCode: code,
      stepCount: 1,
      savedOn: null,
      size: bytes.length,
    })

    const preview = await open(b, bytes)
    expect(preview).toMatchObject({
      kind: 'case-share',
      effect: 'new',
      settled: null,
      sender: { fingerprint: toA },
    })
    expect((await b.call('cases.list', {})).all).toBe(0)

    const received = await b.call('exchange.accept', { packetId: preview.packetId })
    expect(received).toMatchObject({ outcome: 'accepted', caseCode: code, reason: null })
    expect(await wishesOf(b, caseId)).toEqual(['Dormir en sécurité'])
    expect((await b.call('referrals.list', { caseId })).steps).toMatchObject([
      { id: stepId, note: 'une note' },
    ])
    expect((await b.call('cases.get', { id: caseId })).owner).toMatchObject({
      name: 'Anne Fictive',
      me: false,
    })
    expect((await b.call('cases.list', { words: 'securite' })).rows).toMatchObject([
      { id: caseId, mine: false, ownerName: 'Anne Fictive' },
    ])

    const answer = await b.call('exchange.file', { packetId: received.answerPacketId ?? '' })
    expect(await open(a, answer.bytes)).toMatchObject({
      kind: 'answer',
      content: { packetId: packet.packetId, outcome: 'accepted' },
      caseId,
      caseCode: code,
    })
    await take(a, answer.bytes)
    const [sent] = (await a.call('exchange.sent', {})).packets
    expect(sent?.recipients).toMatchObject([
      { fingerprint: toB, outcome: 'accepted', answeredOn: '2026-03-02' },
    ])
    const [step] = (await a.call('referrals.list', { caseId })).steps
    expect(step?.moves.map(({ to }) => to)).toEqual(['draft', 'sent', 'received'])
  })

  it('holds what was chosen and nothing else', async () => {
    const { a, b, toB, caseId } = await twoColleagues()
    await a.call('cases.saveSection', {
      id: caseId,
      section: { name: 'summary', body: { situation: 'pas choisi' } },
      seen: [],
    })
    await a.call('referrals.save', {
      caseId,
      id: newId(),
      details: { service: 'legal_aid', note: 'pas choisie' },
    })
    const choice = { caseId, sections: ['wishes' as const], stepIds: [], recipients: [toB], purpose }
    const { content } = await a.call('exchange.compose', choice)
    expect(JSON.stringify(content)).not.toContain('pas choisi')
    const { bytes } = await send(a, toB, caseId)
    const preview = await open(b, bytes)
    expect(preview).toMatchObject({ kind: 'case-share', content })
  })

  it('can be edited and handed on by its owner only', async () => {
    const { a, b, toB, toA, caseId, version } = await twoColleagues()
    await take(b, (await send(a, toB, caseId)).bytes)
    await expect(save(b, caseId, 'à moi', [version])).rejects.toThrow('cases.not_owner')
    await expect(b.call('cases.turn', { id: caseId, turn: closing })).rejects.toThrow('cases.not_owner')
    await expect(
      b.call('referrals.save', { caseId, id: newId(), details: { service: 'legal_aid' } }),
    ).rejects.toThrow('cases.not_owner')
    await expect(send(b, toA, caseId)).rejects.toThrow('cases.not_owner')
  })

  it('replaces what the colleague has when it is newer', async () => {
    const { a, b, toB, caseId, version } = await twoColleagues()
    await take(b, (await send(a, toB, caseId)).bytes)
    await save(a, caseId, 'Retourner à l’école', [version])
    await a.call('cases.turn', { id: caseId, turn: closing })
    const { bytes } = await send(a, toB, caseId)
    expect(await open(b, bytes)).toMatchObject({ effect: 'update' })
    await take(b, bytes)
    expect(await wishesOf(b, caseId)).toEqual(['Retourner à l’école'])
    expect((await b.call('cases.get', { id: caseId })).status).toBe('closed')
    expect((await b.call('cases.list', { words: 'dormir securite' })).total).toBe(0)
  })

  it('that arrives late brings neither old words nor an old status back', async () => {
    const { a, b, toB, caseId, version } = await twoColleagues()
    const early = await send(a, toB, caseId)
    await save(a, caseId, 'Retourner à l’école', [version])
    await a.call('cases.turn', { id: caseId, turn: closing })
    await take(b, (await send(a, toB, caseId)).bytes)
    expect(await open(b, early.bytes)).toMatchObject({ effect: 'nothingNew' })
    await take(b, early.bytes)
    expect(await wishesOf(b, caseId)).toEqual(['Retourner à l’école'])
    expect((await b.call('cases.get', { id: caseId })).status).toBe('closed')
  })

  it('that says nothing new says so', async () => {
    const { a, b, toB, caseId } = await twoColleagues()
    await take(b, (await send(a, toB, caseId)).bytes)
    expect(await open(b, (await send(a, toB, caseId)).bytes)).toMatchObject({ effect: 'nothingNew' })
  })

  it('brings the order of its steps along', async () => {
    const { a, b, toB, caseId } = await twoColleagues()
    const stepIds = [newId(), newId(), newId()]
    for (const id of stepIds)
      await a.call('referrals.save', { caseId, id, details: { service: 'legal_aid' } })
    await take(b, (await send(a, toB, caseId, { stepIds })).bytes)
    await a.call('referrals.order', { id: stepIds[2] ?? '', position: 0 })
    await take(b, (await send(a, toB, caseId, { stepIds })).bytes)
    const ids = (await b.call('referrals.list', { caseId })).steps.map(({ id }) => id)
    expect(ids).toEqual([stepIds[2], stepIds[0], stepIds[1]])
  })

  it('is settled once: a second click finds it settled', async () => {
    const { a, b, toB, caseId } = await twoColleagues()
    const { packet, bytes } = await send(a, toB, caseId)
    const { packetId } = packet
    await open(b, bytes)
    const clicks = await Promise.allSettled([1, 2, 3].map(() => b.call('exchange.accept', { packetId })))
    expect(clicks.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect((await b.call('exchange.received', {})).packets).toHaveLength(1)
    expect((await b.call('exchange.sent', {})).packets).toHaveLength(1)

    expect((await open(b, bytes)).settled).toMatchObject({ outcome: 'accepted' })
    await expect(b.call('exchange.accept', { packetId })).rejects.toThrow('packet.already_settled')
    await expect(b.call('exchange.refuse', { packetId, reason: 'other' })).rejects.toThrow(
      'packet.already_settled',
    )
  })

  it('that was closed without a decision is forgotten', async () => {
    const { a, b, toB, caseId } = await twoColleagues()
    const { packet, bytes } = await send(a, toB, caseId)
    const { packetId } = packet
    await open(b, bytes)
    await b.call('exchange.forget', { packetId })
    await expect(b.call('exchange.accept', { packetId })).rejects.toThrow('packet.not_found')
    expect((await b.call('exchange.received', {})).packets).toEqual([])
    expect(await open(b, bytes)).toMatchObject({ settled: null })
  })

  it('can be saved as often as needed', async () => {
    const { a, toB, caseId } = await twoColleagues()
    const { packet } = await send(a, toB, caseId)
    const file = await a.call('exchange.file', { packetId: packet.packetId })
    expect(file.name).toMatch(/^[0-9a-f]{16}\.relais$/)
    await a.call('exchange.markSaved', { packetId: packet.packetId })
    expect((await a.call('exchange.sent', {})).packets).toMatchObject([{ savedOn: '2026-03-02' }])
    expect(await a.call('exchange.file', { packetId: packet.packetId })).toEqual(file)
  })
})

describe('packets that are open and not settled', () => {
  it('are eight at most, whatever the page asks for; closing one makes room', async () => {
    const { a, b, toB, caseId } = await twoColleagues()
    const sent = []
    for (let n = 0; n < 9; n += 1) sent.push(await send(a, toB, caseId))
    for (const { bytes } of sent.slice(0, 8)) await open(b, bytes)
    const [first, last] = [sent[0], sent[8]]
    if (!first || !last) throw new Error('nothing was sent')
    await expect(open(b, last.bytes)).rejects.toThrow('packet.too_many_open')
    // One that is open already may be opened again.
    await open(b, first.bytes)
    await b.call('exchange.forget', { packetId: first.packet.packetId })
    expect(await open(b, last.bytes)).toMatchObject({ packetId: last.packet.packetId })
  })
})

describe('nothing is sealed', () => {
  it('for nobody, for a stranger, for someone unverified, or to a card that has expired', async () => {
    const { a, b, toB, caseId } = await twoColleagues()
    const stranger = await openVaultSide('Cléo Fictive')
    const choice = { caseId, sections: ['wishes' as const], stepIds: [], purpose, expiresOn, jobId: newId() }
    const sealTo = (recipients: string[]) => a.call('exchange.seal', { ...choice, recipients })
    await expect(sealTo([])).rejects.toThrow('packet.no_recipient')
    await expect(sealTo(['f'.repeat(64)])).rejects.toThrow('members.not_found')
    const { bytes } = await stranger.call('members.cardFile', {})
    const { fingerprint } = await a.call('members.takeCard', { bytes })
    await expect(sealTo([fingerprint])).rejects.toThrow('packet.unverified_recipient')
    await expect(sealTo([toB, fingerprint])).rejects.toThrow('packet.unverified_recipient')
    a.setToday('2027-03-03')
    await expect(sealTo([toB])).rejects.toThrow('packet.recipient_card_expired')
    expect((await a.call('exchange.sent', {})).packets).toEqual([])
    expect((await b.call('exchange.received', {})).packets).toEqual([])
  })

  it('without content, for no case, for yesterday or for ever', async () => {
    const { a, toB, caseId } = await twoColleagues()
    const choice = {
      caseId,
      sections: ['wishes' as const],
      stepIds: [],
      recipients: [toB],
      purpose,
      expiresOn,
      jobId: newId(),
    }
    const seal = (change: object) => a.call('exchange.seal', { ...choice, ...change })
    await expect(seal({ sections: [] })).rejects.toThrow('packet.nothing_to_send')
    await expect(seal({ sections: ['question'] })).rejects.toThrow('packet.nothing_to_send')
    await expect(seal({ caseId: newId() })).rejects.toThrow('cases.not_found')
    await expect(seal({ expiresOn: '2026-03-01' })).rejects.toThrow('packet.bad_expiry')
    await expect(seal({ expiresOn: '2026-06-01' })).rejects.toThrow('packet.bad_expiry')
    await expect(seal({ expiresOn: '2026-05-31' })).resolves.toMatchObject({ expiresOn: '2026-05-31' })
  })

  it('once it was cancelled, and the colleague misses no number', async () => {
    const { a, toB, caseId } = await twoColleagues()
    const jobId = newId()
    const choice = {
      caseId,
      sections: ['wishes' as const],
      stepIds: [],
      recipients: [toB],
      purpose,
      expiresOn,
      jobId,
    }
    const sealing = a.call('exchange.seal', choice)
    await a.call('app.cancelJob', { jobId })
    await expect(sealing).rejects.toThrow('app.cancelled')
    expect((await a.call('exchange.sent', {})).packets).toEqual([])
    a.close()
    const { reader } = await openBeneath(a.folder)
    expect(reader.all('SELECT packets_sent AS sent FROM members')).toEqual([{ sent: 0 }])
  })

  it('is opened once that was cancelled', async () => {
    const { a, b, toB, caseId } = await twoColleagues()
    const { packet, bytes } = await send(a, toB, caseId)
    const jobId = newId()
    const opening = b.call('exchange.open', { bytes, jobId })
    await b.call('app.cancelJob', { jobId })
    await expect(opening).rejects.toThrow('app.cancelled')
    await expect(b.call('exchange.accept', { packetId: packet.packetId })).rejects.toThrow('packet.not_found')
  })
})
