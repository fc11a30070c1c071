import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { concat, utf8 } from '../../shared/packet/bytes.ts'
import { newBackup } from '../../tests/support/backup.ts'
import { temporaryFolder } from '../../tests/support/vault.ts'
import { checksumBytes, magic, type SealedPart, sha256, uint32 } from './head.ts'
import { pour } from './pour.ts'
import { withBackup } from './read-backup.ts'
import { unwatched } from './stages.ts'

/** Everything that a restore looks at before it believes a backup. */
const readAll = (path: string, key: Uint8Array): Promise<SealedPart> =>
  withBackup(path, async ({ file, head, databaseAt, openSealed }) => {
    const sealed = openSealed(key)
    const read = await pour(
      { file, at: databaseAt, length: head.databaseBytes },
      null,
      unwatched,
      () => undefined,
    )
    if (read !== sealed.sha256) throw new Error('backup.damaged')
    return sealed
  })

const refusals = /^backup\.(?:damaged|not_a_backup)$/

async function whole() {
  const { vault, path } = await newBackup()
  const databaseAt = await withBackup(path, async (backup) => backup.databaseAt)
  return { path, key: vault.key, bytes: readFileSync(path), databaseAt }
}

/** Where each part of the head is, so that it can be put together again with a checksum that fits. */
function taken(bytes: Buffer) {
  const headLength = bytes.readUInt32BE(magic.length)
  const headAt = magic.length + 4
  const boxAt = headAt + headLength + 4
  const boxLength = bytes.readUInt32BE(boxAt - 4)
  return {
    head: bytes.subarray(headAt, headAt + headLength),
    box: bytes.subarray(boxAt, boxAt + boxLength),
    database: bytes.subarray(boxAt + boxLength + checksumBytes),
  }
}

function forged(head: Uint8Array, box: Uint8Array, database: Uint8Array): string {
  const before = concat(magic, uint32(head.length), head, uint32(box.length), box)
  const path = join(temporaryFolder(), 'relais-forged.relais-backup')
  writeFileSync(path, concat(before, sha256(before), database))
  return path
}

describe('a backup is refused', () => {
  it('with any single bit of its head flipped', async () => {
    const { path, key, bytes, databaseAt } = await whole()
    await readAll(path, key)
    const file = openSync(path, 'r+')
    for (let at = 0; at < databaseAt; at += 1) {
      const byte = bytes[at] ?? 0
      writeSync(file, Buffer.of(byte ^ (1 << (at % 8))), 0, 1, at)
      await expect(withBackup(path, async ({ openSealed }) => openSealed(key))).rejects.toThrow(refusals)
      writeSync(file, Buffer.of(byte), 0, 1, at)
    }
    closeSync(file)
    await readAll(path, key)
  })

  it('with a bit flipped anywhere in its database', async () => {
    const { path, key, bytes, databaseAt } = await whole()
    const file = openSync(path, 'r+')
    const places = Array.from(
      { length: 400 },
      (_, n) => databaseAt + Math.floor((n / 400) * (bytes.length - databaseAt)),
    )
    for (const at of [...places, bytes.length - 1]) {
      const byte = bytes[at] ?? 0
      writeSync(file, Buffer.of(byte ^ (1 << (at % 8))), 0, 1, at)
      await expect(readAll(path, key)).rejects.toThrow('backup.damaged')
      writeSync(file, Buffer.of(byte), 0, 1, at)
    }
    closeSync(file)
    await readAll(path, key)
  })

  it('cut short at any length, and with a byte too many', async () => {
    const { path, bytes, databaseAt } = await whole()
    const lengths = [
      ...Array.from({ length: databaseAt + 2 }, (_, n) => n),
      ...Array.from(
        { length: 100 },
        (_, n) => databaseAt + Math.floor((n / 100) * (bytes.length - databaseAt)),
      ),
      bytes.length - 1,
    ]
    const cut = join(temporaryFolder(), 'relais-cut.relais-backup')
    copyFileSync(path, cut)
    for (const length of lengths.sort((a, b) => b - a)) {
      truncateSync(cut, length)
      await expect(withBackup(cut, async () => undefined)).rejects.toThrow('backup.damaged')
    }
    writeFileSync(path, Buffer.of(0), { flag: 'a' })
    await expect(withBackup(path, async () => undefined)).rejects.toThrow('backup.damaged')
  })

  it('when its head was altered by someone who knows the format', async () => {
    const { key, bytes } = await whole()
    const { head, box, database } = taken(bytes)
    expect((await readAll(forged(head, box, database), key)).contents.cases).toBe(20)
    const fields = JSON.parse(head.toString()) as Record<string, unknown>
    for (const change of [
      { madeAt: 0 },
      { kind: 'update' },
      { vaultId: crypto.randomUUID() },
      { keys: String(fields.keys).replace('"passes": 3', '"passes": 4') },
    ]) {
      const altered = utf8(JSON.stringify({ ...fields, ...change }))
      await expect(readAll(forged(altered, box, database), key)).rejects.toThrow('backup.damaged')
    }
  })

  it('when its head is written in any form but the one', async () => {
    const { key, bytes } = await whole()
    const { head, box, database } = taken(bytes)
    const text = head.toString()
    const fields = JSON.parse(text) as Record<string, unknown>
    for (const other of [
      ` ${text}`,
      `${text}\n`,
      `\ufeff${text}`,
      JSON.stringify(fields, null, 1),
      text.replace('{"format"', '{"kind":"manual","format"'),
      JSON.stringify({ ...fields, more: 1 }),
      JSON.stringify({ ...fields, databaseBytes: Number(fields.databaseBytes) + 0.5 }),
      JSON.stringify({ ...fields, databaseBytes: 0 }),
      JSON.stringify({ ...fields, version: 0 }),
      JSON.stringify(Object.fromEntries(Object.entries(fields).reverse())),
      '',
      'null',
      '[]',
    ]) {
      await expect(readAll(forged(utf8(other), box, database), key)).rejects.toThrow('backup.damaged')
    }
  })

  it('with the sealed part of another, or none', async () => {
    const [one, other] = [await whole(), await whole()]
    const { head, database } = taken(one.bytes)
    for (const box of [taken(other.bytes).box, new Uint8Array(), new Uint8Array(24), new Uint8Array(2000)]) {
      await expect(readAll(forged(head, box, database), one.key)).rejects.toThrow('backup.damaged')
    }
  })

  it('with a length that asks for more than a head may have, without reading it', async () => {
    const path = join(temporaryFolder(), 'relais-huge.relais-backup')
    writeFileSync(path, concat(magic, uint32(0xffffffff)))
    const handle = await open(path, 'r+')
    await handle.truncate(2 ** 33)
    await handle.close()
    await expect(withBackup(path, async () => undefined)).rejects.toThrow('backup.damaged')
  })

  it('by name when a later version of Relais made it', async () => {
    const { key, bytes } = await whole()
    const { box, database } = taken(bytes)
    const newer = utf8(JSON.stringify({ format: 'relais-backup', version: 2, unheardOf: true }))
    await expect(readAll(forged(newer, box, database), key)).rejects.toThrow('backup.newer_version')
  })

  it('when it never was one', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'Une recette de soupe aux légumes')
    await expect(withBackup(join(folder, 'a'), async () => undefined)).rejects.toThrow('backup.not_a_backup')
    await expect(withBackup(folder, async () => undefined)).rejects.toThrow('backup.not_a_backup')
    await expect(withBackup(join(folder, 'b'), async () => undefined)).rejects.toThrow('backup.not_found')
  })
})
