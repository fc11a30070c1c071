import { z } from 'zod'

/** Random identifiers (UUID v4): an ordered one would tell when a case was opened and how many there are. */
export const id = z.uuidv4()

/** Longest free text of one field, in UTF-16 units: some forty typed pages, well under one packet chunk. */
export const longTextLimit = 100_000
export const longText = z.string().max(longTextLimit)
/** Longest text of one line, in UTF-16 units. */
export const shortTextLimit = 200
export const shortText = z.string().max(shortTextLimit)

/**
 * A term of a coded list, as it is stored and sent. Which list it comes from is the form's business: a code that a list
 * no longer has, or not yet, stays readable, so that a list can grow or retire a term without touching a vault.
 */
export const code = z.string().regex(/^[a-z0-9_]{1,64}$/)
/** More terms than any list has. */
export const codes = z.array(code).max(100)

/** 32 bytes in lower-case hexadecimal: the fingerprint of a member's identity key. */
export const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
/** 16 bytes in lower-case hexadecimal. */
export const packetId = z.string().regex(/^[0-9a-f]{32}$/)

/** Raw file content. The type argument keeps shared buffers out, as the crypto code expects. */
export const bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'bytes')
