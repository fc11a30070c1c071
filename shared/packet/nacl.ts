import nacl from 'tweetnacl'

/** What every runtime we use has (Node 19+, Electron, browsers), declared here because shared/ has neither DOM nor Node types. */
declare const crypto: { getRandomValues(into: Uint8Array): Uint8Array }

/** `getRandomValues` refuses more at once (Web Cryptography API, QuotaExceededError). */
const RANDOM_QUOTA = 65_536

// tweetnacl looks for `self.crypto`, then for `require`: once bundled as an ES module in Node it finds neither
// and every key generation throws. The runtime's own generator is given to it instead.
nacl.setPRNG((into, length) => {
  const fresh = new Uint8Array(length)
  for (let at = 0; at < length; at += RANDOM_QUOTA) {
    crypto.getRandomValues(fresh.subarray(at, Math.min(at + RANDOM_QUOTA, length)))
  }
  into.set(fresh)
  fresh.fill(0)
})

/** Where fresh bytes come from: tweetnacl's generator, or a fixed sequence in known-answer tests. */
export type RandomSource = (length: number) => Uint8Array

export { nacl }
