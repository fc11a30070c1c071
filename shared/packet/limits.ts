/** Sizes in bytes. Where the saltpack specification leaves a number open, ours is here with its reason. */

/** Largest plaintext chunk (saltpack signcryption v2, "Payload Packets": 1 MB, which its writers take as 2^20). */
export const CHUNK_BYTES = 1_048_576

/** Ed25519 signature (64) and Poly1305 tag (16) that each chunk carries besides its plaintext. */
export const CHUNK_OVERHEAD = 80

/** Text and codes only: a case with every section is some tens of kB. 64 MiB bounds what a hostile file can make us hold. */
export const MAX_PLAINTEXT_BYTES = 64 * CHUNK_BYTES

/** About thirty organisations with a few people each; a header then stays near 11 kB. Counts dummies too. */
export const MAX_RECIPIENTS = 128

/** A box recipient's identifier is 32 bytes. A symmetric recipient's is free in the specification: room for an X-Wing ciphertext (1,120). */
export const MAX_IDENTIFIER_BYTES = 2048

/** NaCl sizes: public key, payload key, and the two secretboxes of a header (32 + 16). */
export const KEY_BYTES = 32
export const KEY_BOX_BYTES = 48

/** The whole header with as many recipients, and as long identifiers, as we accept. */
const MAX_HEADER_BYTES = 128 + MAX_RECIPIENTS * (MAX_IDENTIFIER_BYTES + KEY_BOX_BYTES + 8)

/** The whole file: header, then at most 64 full chunks, each with its overhead and at most 8 bytes of MessagePack. */
export const MAX_PACKET_BYTES =
  MAX_HEADER_BYTES + MAX_PLAINTEXT_BYTES + (MAX_PLAINTEXT_BYTES / CHUNK_BYTES) * (CHUNK_OVERHEAD + 8)
