import { RelaisError } from '../../../shared/errors.ts'
import { equalBytes, fromHex, toHex } from '../../../shared/packet/bytes.ts'
import { nacl } from '../../../shared/packet/nacl.ts'
import type { BoxKeyPair } from '../../../shared/packet/recipient.ts'
import type { SignKeyPair } from '../../../shared/packet/signature.ts'
import { readWhole } from './streams.ts'

/** Four hexadecimal values are 450 bytes; nobody's key file is larger than this. */
const MAX_KEY_FILE_BYTES = 16_384

/** A key file, parsed but not yet checked: each command asks for the pairs it needs. */
type KeyFile = Readonly<Record<string, unknown>>

function malformed(field: string): never {
  throw new RelaisError('packet.keys_malformed', { field })
}

async function readKeyFile(path: string): Promise<KeyFile> {
  const bytes = await readWhole(path, MAX_KEY_FILE_BYTES)
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as KeyFile
  } catch {
    // A parser's message quotes the text it stumbled on, which here would be a secret key.
  }
  return malformed('file')
}

/** Undefined when the field is absent; refused when it is there and is not `lengths` bytes of hexadecimal. */
function field(file: KeyFile, name: string, ...lengths: number[]): Uint8Array | undefined {
  const value = file[name]
  if (value === undefined) return undefined
  if (typeof value !== 'string') return malformed(name)
  return (
    lengths.map((length) => fromHex(value, length)).find((bytes) => bytes !== undefined) ?? malformed(name)
  )
}

function requireMatch(declared: Uint8Array | undefined, derived: Uint8Array, name: string): void {
  if (declared !== undefined && !equalBytes(declared, derived)) malformed(name)
}

function boxPair(file: KeyFile): BoxKeyPair {
  const secretKey = field(file, 'boxSecretKey', 32) ?? malformed('boxSecretKey')
  const pair = nacl.box.keyPair.fromSecretKey(secretKey)
  requireMatch(field(file, 'boxPublicKey', 32), pair.publicKey, 'boxPublicKey')
  return pair
}

/** The secret may be the 32-byte seed or NaCl's 64 bytes, whose second half must be the public key of the first. */
function signPair(file: KeyFile): SignKeyPair {
  const secret = field(file, 'signSecretKey', 64, 32) ?? malformed('signSecretKey')
  const pair = nacl.sign.keyPair.fromSeed(secret.subarray(0, 32))
  if (secret.length === 64) requireMatch(secret, pair.secretKey, 'signSecretKey')
  requireMatch(field(file, 'signPublicKey', 32), pair.publicKey, 'signPublicKey')
  return pair
}

/** @throws RelaisError `packet.file_unreadable`, `packet.keys_malformed` (`field`) */
export async function readBoxKeys(path: string): Promise<BoxKeyPair> {
  return boxPair(await readKeyFile(path))
}

/** @throws RelaisError as `readBoxKeys` */
export async function readSignKeys(path: string): Promise<SignKeyPair> {
  return signPair(await readKeyFile(path))
}

/** The box pair, and the identity's public key for the fingerprint. @throws RelaisError as `readBoxKeys` */
export async function readIdentity(
  path: string,
): Promise<{ boxKeys: BoxKeyPair; signPublicKey: Uint8Array }> {
  const file = await readKeyFile(path)
  const signPublicKey =
    file.signSecretKey === undefined ? field(file, 'signPublicKey', 32) : signPair(file).publicKey
  return { boxKeys: boxPair(file), signPublicKey: signPublicKey ?? malformed('signPublicKey') }
}

/** A fresh key file, ready to be written as JSON. */
export function newKeyFile(): Record<string, string> {
  const sign = nacl.sign.keyPair()
  const box = nacl.box.keyPair()
  return {
    signPublicKey: toHex(sign.publicKey),
    signSecretKey: toHex(sign.secretKey),
    boxPublicKey: toHex(box.publicKey),
    boxSecretKey: toHex(box.secretKey),
  }
}
