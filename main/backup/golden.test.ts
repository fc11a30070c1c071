import { createHash, hkdfSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashRaw } from '@node-rs/argon2'
import nacl from 'tweetnacl'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder, testIdentity, testOpener, testPassphrase } from '../../tests/support/vault.ts'
import { openDatabase } from '../vault/database.ts'
import { unlockVault } from '../vault/unlock-vault.ts'
import { restoreBackup } from './restore-backup.ts'
import { unwatched } from './stages.ts'

/** Made by the first version that made backups, of a vault with one case. Never made again: it is what lies in drawers. */
const folder = fileURLToPath(new URL('../../tests/vectors/backups/', import.meta.url))
const name = 'relais-v1.relais-backup'

interface Slot {
  readonly kdf: Record<'algorithm' | 'salt', string> & Record<'memoryKiB' | 'passes' | 'lanes', number>
  readonly nonce: string
  readonly wrapped: string
}

/** Another reader, written from `docs/backup-format.md` and nothing else. */
async function readByTheDocument(file: Buffer, passphrase: string) {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  expect(file.subarray(0, 16).toString('latin1')).toBe('relais-backup\r\n\x1a')
  const headEnd = 20 + file.readUInt32BE(16)
  const sealedEnd = headEnd + 4 + file.readUInt32BE(headEnd)
  const [head, sealed] = [file.subarray(20, headEnd), file.subarray(headEnd + 4, sealedEnd)]
  const database = file.subarray(sealedEnd + 32)
  expect(sha256(file.subarray(0, sealedEnd)).equals(file.subarray(sealedEnd, sealedEnd + 32))).toBe(true)
  const { vaultId, keys, databaseBytes } = JSON.parse(head.toString()) as Record<string, string>
  expect(database.length).toBe(Number(databaseBytes))

  const { checksum, ...keyFile } = JSON.parse(keys ?? '') as { checksum: string; slots: Slot[] }
  expect(sha256(Buffer.from(JSON.stringify(keyFile))).toString('hex')).toBe(checksum)
  const [slot] = keyFile.slots
  if (!slot || !vaultId) throw new Error('no slot')
  const { algorithm, memoryKiB, passes, lanes, salt } = slot.kdf
  const secret = await hashRaw(passphrase.normalize('NFKC'), {
    algorithm: 2,
    version: 1,
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    salt: Buffer.from(salt, 'hex'),
    outputLen: 32,
  })
  const info = ['relais key slot v1', 'passphrase', vaultId, algorithm, memoryKiB, passes, lanes, salt]
  const wrappingKey = new Uint8Array(hkdfSync('sha256', secret, vaultId, JSON.stringify(info), 32))
  const key = nacl.secretbox.open(
    Buffer.from(slot.wrapped, 'hex'),
    Buffer.from(slot.nonce, 'hex'),
    wrappingKey,
  )
  if (!key) throw new Error('wrong passphrase')

  const sealingInfo = Buffer.concat([Buffer.from('relais backup v1\0'), sha256(head)])
  const sealingKey = new Uint8Array(hkdfSync('sha256', key, vaultId, sealingInfo, 32))
  const text = nacl.secretbox.open(sealed.subarray(24), sealed.subarray(0, 24), sealingKey)
  const known = JSON.parse(Buffer.from(text ?? []).toString()) as Record<string, unknown>
  expect(sha256(database).toString('hex')).toBe(known.sha256)
  return { key, database, known }
}

describe('the backup of the first version', () => {
  it('is restored, and holds its case', async () => {
    const into = join(temporaryFolder(), 'coffre')
    await restoreBackup({ folder, name, opener: testOpener, into, now: Date.now(), job: unwatched })
    const vault = await unlockVault(into, testOpener)
    onTestFinished(() => vault.close())
    expect(vault.me.name).toBe(testIdentity.name)
    expect(vault.reader.all('SELECT id FROM cases')).toEqual([{ id: 'c0ffee00-0000-4000-8000-000000000001' }])
  })

  it('is read by another reader, written from the document', async () => {
    const { key, database, known } = await readByTheDocument(readFileSync(join(folder, name)), testPassphrase)
    expect(known).toMatchObject({
      owner: { name: testIdentity.name, organisation: testIdentity.organisation },
      contents: { cases: 1, steps: 0, members: 0, packets: 0 },
      schemaVersion: 2,
    })
    const place = join(temporaryFolder(), 'cut-out')
    mkdirSync(place)
    writeFileSync(join(place, 'relais.db'), database)
    const { reader, close } = openDatabase(join(place, 'relais.db'), key, 'existing')
    onTestFinished(close)
    expect(reader.get('SELECT count(*) AS n FROM cases')).toEqual({ n: 1 })
  })
})
