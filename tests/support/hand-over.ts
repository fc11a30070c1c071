import { agreed, consentTo } from './consent.ts'
import { acquaint, openVaultSide, type TestVault } from './vault.ts'

export const newId = (): string => crypto.randomUUID()
const expiresOn = '2026-04-01'

/** Everyone agreed to whom the journeys below hand the case. */
const toAll = (members: readonly string[]) => [
  agreed({ purpose: 'coordination', members: [...members] }),
  agreed(),
]

/** Anne, whose case it is, Béa and Cléo; all three know each other. */
export async function threeColleagues() {
  const [a, b, c] = [
    await openVaultSide('Anne Fictive'),
    await openVaultSide('Béa Fictive'),
    await openVaultSide('Cléo Fictive'),
  ]
  const [ab, ac, bc] = [await acquaint(a, b), await acquaint(a, c), await acquaint(b, c)]
  const ids = { a: ab.a, b: ab.b, c: ac.b }
  const [caseId, stepId] = [newId(), newId()]
  await write(a, caseId, 'Dormir en sécurité')
  await a.call('referrals.save', { caseId, id: stepId, details: { service: 'legal_aid' } })
  await consentTo(a, caseId, toAll([ids.a, ids.b, ids.c]))
  return { a, b, c, ids, bc, caseId, stepId }
}

export async function write(vault: TestVault, caseId: string, wishes: string): Promise<void> {
  const found = await vault.call('cases.get', { id: caseId }).catch(() => null)
  const seen = (found?.sections ?? []).filter(({ name }) => name === 'wishes').map(({ version }) => version)
  await vault.call('cases.saveSection', { id: caseId, section: { name: 'wishes', body: { wishes } }, seen })
}

export async function sealFor(from: TestVault, caseId: string, to: readonly string[], change: object = {}) {
  const packet = await from.call('exchange.seal', {
    caseId,
    sections: [],
    stepIds: [],
    recipients: [...to],
    purpose: 'coordination',
    handover: true,
    expiresOn,
    jobId: newId(),
    ...change,
  })
  const { bytes } = await from.call('exchange.file', { packetId: packet.packetId })
  return { packet, bytes }
}

export const share = { handover: false, sections: ['wishes'], purpose: 'committee_review' }

export const open = (vault: TestVault, bytes: Uint8Array<ArrayBuffer>) =>
  vault.call('exchange.open', { bytes, jobId: newId() })

/** Opens and accepts. @returns the answer, for those packets that get one */
export async function accept(
  vault: TestVault,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { packetId } = await open(vault, bytes)
  return answerOf(vault, await vault.call('exchange.accept', { packetId }))
}

export async function refuse(
  vault: TestVault,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { packetId } = await open(vault, bytes)
  return answerOf(vault, await vault.call('exchange.refuse', { packetId, reason: 'no_capacity' }))
}

async function answerOf(vault: TestVault, { answerPacketId }: { answerPacketId: string | null }) {
  if (answerPacketId === null) return new Uint8Array()
  return (await vault.call('exchange.file', { packetId: answerPacketId })).bytes
}

export async function standing(vault: TestVault, caseId: string) {
  const { owner, status, handover, sections } = await vault.call('cases.get', { id: caseId })
  const wishes = sections.flatMap(({ name, body }) =>
    name === 'wishes' && 'wishes' in body ? [body.wishes] : [],
  )
  return { mine: owner.me, owner: owner.fingerprint, status, pending: handover?.to ?? null, wishes }
}
