import { parseArgs } from 'node:util'
import { fingerprintOf } from '../../../shared/members/fingerprint.ts'
import { fromHex, fromUtf8, toHex } from '../../../shared/packet/bytes.ts'
import type { PacketPart } from '../../../shared/packet/container.ts'
import { inspectPacket } from '../../../shared/packet/inspect.ts'
import { KEY_BYTES, MAX_PACKET_BYTES, MAX_PLAINTEXT_BYTES } from '../../../shared/packet/limits.ts'
import { designcrypt } from '../../../shared/packet/open.ts'
import { isExpired, readPacket } from '../../../shared/packet/packet.ts'
import { isPlainDate } from '../../../shared/packet/plain-date.ts'
import { signcrypt } from '../../../shared/packet/seal.ts'
import { newKeyFile, readBoxKeys, readIdentity, readSignKeys } from './keys.ts'
import { readInput, readWhole, say, sizeOf, writeJson, writeOutput } from './streams.ts'

/** The command line itself is wrong, as opposed to what it was applied to. */
export class UsageError extends Error {}

interface Arguments {
  readonly keys?: string | undefined
  readonly to?: string | undefined
  readonly on?: string | undefined
  readonly file?: string | undefined
}

type Option = keyof Arguments
type Command = (args: Arguments) => Promise<void>

function required(value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError()
  return value
}

function parseRecipients(list: string): Uint8Array[] {
  return [...new Set(list.toLowerCase().split(','))].map((hex) => {
    const key = fromHex(hex.trim(), KEY_BYTES)
    if (key === undefined) throw new UsageError()
    return key
  })
}

/** The calendar day here and now. */
function today(): string {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** As JSON when it is JSON, else as base64, which any content survives. */
function showPart({ name, bytes }: PacketPart): object {
  const head = { name, length: bytes.length }
  const text = fromUtf8(bytes)
  try {
    if (text !== undefined) return { ...head, json: JSON.parse(text) }
  } catch {
    // Text that is not JSON is shown like any other bytes.
  }
  return { ...head, base64: Buffer.from(bytes).toString('base64') }
}

const seal: Command = async ({ keys, to }) => {
  const recipients = parseRecipients(required(to))
  const sender = await readSignKeys(required(keys))
  const plaintext = await readInput(MAX_PLAINTEXT_BYTES)
  await writeOutput(await signcrypt({ sender, recipients, plaintext }))
}

const open: Command = async ({ keys }) => {
  const boxKeys = await readBoxKeys(required(keys))
  const bytes = await readInput(MAX_PACKET_BYTES)
  const { senderSignPublicKey, plaintext } = await designcrypt(bytes, [boxKeys])
  await say(`sender ${toHex(senderSignPublicKey)}`)
  await writeOutput(plaintext)
}

const inspect: Command = async ({ file }) => {
  const path = required(file)
  const size = await sizeOf(path)
  await writeJson(
    size > MAX_PACKET_BYTES
      ? { fileBytes: size, problem: 'packet.too_large' }
      : inspectPacket(await readWhole(path, MAX_PACKET_BYTES)),
  )
}

const read: Command = async ({ keys, on = today(), file }) => {
  const path = required(file)
  if (!isPlainDate(on)) throw new UsageError()
  const { boxKeys, signPublicKey } = await readIdentity(required(keys))
  const identity = { fingerprint: fingerprintOf(signPublicKey), boxKeys: [boxKeys] }
  const packet = await readPacket(await readWhole(path, MAX_PACKET_BYTES), identity)
  const { manifest, parts, contentHash, senderSignPublicKey } = packet
  await writeJson({
    manifest: {
      ...manifest,
      parts: manifest.parts.map((part) => ({ ...part, sha512: toHex(part.sha512) })),
    },
    expired: isExpired(manifest, on),
    contentHash,
    senderSignPublicKey: toHex(senderSignPublicKey),
    parts: parts.map(showPart),
  })
}

/** Each command with the options it takes. */
const COMMANDS: Readonly<Record<string, readonly [Command, readonly Option[]]>> = {
  keygen: [() => writeJson(newKeyFile()), []],
  seal: [seal, ['keys', 'to']],
  open: [open, ['keys']],
  inspect: [inspect, ['file']],
  read: [read, ['keys', 'on', 'file']],
}

function parse(words: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { keys: { type: 'string' }, to: { type: 'string' }, on: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.length > 1) throw new UsageError()
    return { ...values, ...(positionals[0] === undefined ? {} : { file: positionals[0] }) }
  } catch {
    // Node's own message quotes the command line.
    throw new UsageError()
  }
}

/** Runs one command line, without the program's name. @throws UsageError, RelaisError */
export async function runPacketCommand([name = '', ...words]: readonly string[]): Promise<void> {
  const [command, accepted] = Object.hasOwn(COMMANDS, name) ? (COMMANDS[name] ?? []) : []
  const args = parse(words)
  if (command === undefined || Object.keys(args).some((option) => !accepted?.includes(option as Option))) {
    throw new UsageError()
  }
  await command(args)
}
