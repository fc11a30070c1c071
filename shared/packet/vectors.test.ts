import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fromHex, toHex } from './bytes.ts'
import { inspectPacket } from './inspect.ts'
import { nacl } from './nacl.ts'
import { designcrypt } from './open.ts'

const FOLDER = new URL('../../tests/vectors/', import.meta.url)
const hex32 = z.string().transform((text) => fromHex(text, 32) ?? new Uint8Array())
const vectorFile = z.object({
  vectors: z.array(
    z.object({
      file: z.string(),
      sealedBy: z.string(),
      expect: z.literal('open'),
      sender: z.object({ signPublicKey: z.string() }),
      recipients: z.array(z.object({ boxPublicKey: hex32, boxSecretKey: hex32 })),
      plaintextBytes: z.number(),
      plaintextSha256: z.string(),
    }),
  ),
})

const { vectors } = vectorFile.parse(JSON.parse(readFileSync(new URL('vectors.json', FOLDER), 'utf8')))
const read = (file: string) => new Uint8Array(readFileSync(new URL(file, FOLDER)))

describe.each(vectors)('$file, sealed by $sealedBy', (vector) => {
  it('opens for every recipient it names', async () => {
    const bytes = read(vector.file)
    for (const { boxPublicKey, boxSecretKey } of vector.recipients) {
      const opened = await designcrypt(bytes, [{ publicKey: boxPublicKey, secretKey: boxSecretKey }])
      expect(toHex(opened.senderSignPublicKey)).toBe(vector.sender.signPublicKey)
      expect(opened.plaintext).toHaveLength(vector.plaintextBytes)
      expect(createHash('sha256').update(opened.plaintext).digest('hex')).toBe(vector.plaintextSha256)
    }
  })

  it('does not open for a stranger', async () => {
    await expect(designcrypt(read(vector.file), [nacl.box.keyPair()])).rejects.toThrow('packet.not_for_me')
  })

  it('shows its shape to anyone', () => {
    expect(inspectPacket(read(vector.file))).toMatchObject({
      format: 'saltpack',
      version: [2, 0],
      mode: 3,
      recipients: vector.recipients.length,
      plaintextBytes: vector.plaintextBytes,
    })
  })
})
