import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as french } from '@scure/bip39/wordlists/french.js'
import { RelaisError } from '../errors.ts'
import { concat, fromHex, toHex, utf8 } from '../packet/bytes.ts'
import { nacl } from '../packet/nacl.ts'

export type WordLanguage = 'fr' | 'en'

const FINGERPRINT_BYTES = 32
/** 12 words of a list of 2^11 hold the first 132 bits of the fingerprint: nobody can search for a key that reads the same. */
const WORDS = 12
const BITS_PER_WORD = 11

const CONTEXT = utf8('relais fingerprint v1\0')

/** 366 French words are stored decomposed (e + combining accent); one form on screen, on paper and in comparisons. */
const LISTS: Readonly<Record<WordLanguage, readonly string[]>> = {
  fr: french.map((word) => word.normalize('NFC')),
  en: english,
}

/** What names a member: SHA-512 of a context and the Ed25519 public key (32 bytes), cut to 32 bytes, as 64 hexadecimal digits. */
export function fingerprintOf(signPublicKey: Uint8Array): string {
  return toHex(nacl.hash(concat(CONTEXT, signPublicKey)).subarray(0, FINGERPRINT_BYTES))
}

/**
 * The twelve words that two people read to each other. From the public key or from its fingerprint.
 * @throws RelaisError `app.bad_request` for a text that is not a fingerprint
 */
export function fingerprintWords(keyOrFingerprint: Uint8Array | string, language: WordLanguage): string[] {
  const fingerprint =
    typeof keyOrFingerprint === 'string' ? keyOrFingerprint : fingerprintOf(keyOrFingerprint)
  const bytes = fromHex(fingerprint, FINGERPRINT_BYTES)
  if (bytes === undefined) throw new RelaisError('app.bad_request')
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: WORDS }, (_, i) => {
    const index = Number.parseInt(bits.slice(i * BITS_PER_WORD, (i + 1) * BITS_PER_WORD), 2)
    return LISTS[language][index] ?? ''
  })
}
