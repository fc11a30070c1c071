import { z } from 'zod'

/** Random identifiers (UUID v4): an ordered one would tell when a case was opened and how many there are. */
export const id = z.uuidv4()

/** Longest free text of one field, in UTF-16 units: some forty typed pages, well under one packet chunk. */
export const longTextLimit = 100_000
export const longText = z.string().max(longTextLimit)
export const shortText = z.string().max(200)

/** 32 bytes in lower-case hexadecimal: the fingerprint of a member's identity key. */
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
/** 16 bytes in lower-case hexadecimal. */
export const packetId = z.string().regex(/^[0-9a-f]{32}$/)

/** Raw file content. The type argument keeps shared buffers out, as the crypto code expects. */
export const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'bytes')
