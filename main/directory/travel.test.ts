import { describe, expect, it } from 'vitest'
import { seenOf } from '../../shared/directory/seen.ts'
import { acquaint, openVaultSide, type TestVault } from '../../tests/support/vault.ts'

const newId = (): string => crypto.randomUUID()
const expiresOn = '2026-04-01'

async function sealed(vault: TestVault, recipient: string): Promise<Uint8Array<ArrayBuffer>> {
  const { packetId } = await vault.call('directory.seal', {
    recipients: [recipient],
    expiresOn,
    jobId: newId(),
  })
  return (await vault.call('exchange.file', { packetId })).bytes
}

async function twoVaults() {
  const [anne, berthe] = [await openVaultSide('Anne Fictive'), await openVaultSide('Berthe Fictive')]
  const known = await acquaint(anne, berthe)
  const id = newId()
  const details = { organisation: 'Maison fictive', services: ['safe_housing'] }
  await anne.call('directory.save', { id, details, seen: null })
  return { anne, berthe, toBerthe: known.b, toAnne: known.a, id }
}

const open = (vault: TestVault, bytes: Uint8Array<ArrayBuffer>) =>
  vault.call('exchange.open', { bytes, jobId: newId() })
const namesIn = async (vault: TestVault) =>
  (await vault.call('directory.search', {})).rows.map(({ organisation }) => organisation)

describe('a directory in a packet', () => {
  it('says what it would do before anything is kept, and is kept once it is accepted', async () => {
    const { anne, berthe, toBerthe, id } = await twoVaults()
    const preview = await open(berthe, await sealed(anne, toBerthe))
    expect(preview).toMatchObject({
      kind: 'directory',
      counts: { new: 1, update: 0, same: 0, conflict: 0 },
      organisations: [{ organisation: 'Maison fictive', effect: 'new' }],
    })
    expect(await namesIn(berthe)).toEqual([])
    await berthe.call('exchange.accept', { packetId: preview.packetId })
    expect(await berthe.call('directory.get', { id })).toEqual(await anne.call('directory.get', { id }))
  })

  it('leaves nothing behind when it is refused', async () => {
    const { anne, berthe, toBerthe } = await twoVaults()
    const { packetId } = await open(berthe, await sealed(anne, toBerthe))
    await berthe.call('exchange.refuse', { packetId, reason: 'other' })
    expect(await namesIn(berthe)).toEqual([])
  })

  it('brings two texts side by side, and the settled one home again', async () => {
    const { anne, berthe, toBerthe, toAnne, id } = await twoVaults()
    const first = await open(berthe, await sealed(anne, toBerthe))
    await berthe.call('exchange.accept', { packetId: first.packetId })
    const write = async (vault: TestVault, hours: string) => {
      const { version } = await vault.call('directory.get', { id })
      const details = { organisation: 'Maison fictive', hours }
      await vault.call('directory.save', { id, details, seen: version })
    }
    await write(anne, 'Le soir')
    await write(berthe, 'Le matin')
    const second = await open(berthe, await sealed(anne, toBerthe))
    expect(second).toMatchObject({ counts: { conflict: 1 } })
    await berthe.call('exchange.accept', { packetId: second.packetId })
    const both = await berthe.call('directory.get', { id })
    expect([both.hours, both.rival?.hours]).toEqual(['Le matin', 'Le soir'])
    const details = { organisation: 'Maison fictive', hours: 'Matin et soir' }
    await berthe.call('directory.save', { id, details, seen: seenOf(both) })
    const back = await open(anne, await sealed(berthe, toAnne))
    await anne.call('exchange.accept', { packetId: back.packetId })
    expect(await anne.call('directory.get', { id })).toMatchObject({ hours: 'Matin et soir', rival: null })
  })

  it('that holds nothing is not sealed, nor for somebody who was never verified', async () => {
    const { anne, berthe, toAnne } = await twoVaults()
    await expect(sealed(berthe, toAnne)).rejects.toThrow('packet.nothing_to_send')
    await expect(sealed(anne, 'f'.repeat(64))).rejects.toThrow('members.not_found')
  })
})
