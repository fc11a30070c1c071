import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newKeyFile } from '../main/exchange/packet-cli/keys.ts'
import { fingerprintOf } from '../shared/members/fingerprint.ts'
import { nacl } from '../shared/packet/nacl.ts'
import { openPacket, sealPacket } from '../shared/packet/packet.ts'
import { isInstalled, runWhole } from './whole-process.ts'

/** Something that seals and opens, with throw-away keys of its own. */
export interface PacketTool {
  /** As the table calls it. */
  readonly name: string
  /** For the reader and as many others as make `count`. */
  seal(plain: Uint8Array<ArrayBuffer>, count: number): Uint8Array | Promise<Uint8Array>
  /** With the keys of the reader. */
  open(sealed: Uint8Array): Uint8Array | Promise<Uint8Array>
  /** Ends what the program left running. */
  end(): void
}

/** Makes the keys of `recipients` people, in `folder` if anywhere. */
type CreateTool<T> = (folder: string, recipients: number) => Promise<T>

const range = (length: number): number[] => Array.from({ length }, (_, index) => index)

/** What the vault process does: manifest, padding, dummy recipients and all. */
export const createInProcess: CreateTool<PacketTool> = async (_folder, recipients) => {
  const sign = nacl.sign.keyPair()
  const people = range(recipients).map(() => {
    const box = nacl.box.keyPair()
    return { box, fingerprint: fingerprintOf(nacl.sign.keyPair().publicKey) }
  })
  const [reader] = people
  if (!reader) throw new Error('a packet needs a recipient')
  return {
    name: 'in process',
    seal: async (plain, count) => {
      const { bytes } = await sealPacket({
        sender: { signKeys: sign },
        recipients: people
          .slice(0, count)
          .map(({ box, fingerprint }) => ({ fingerprint, boxPublicKey: box.publicKey, sequence: 1 })),
        kind: 'case-share',
        created: '2026-01-05',
        expires: '2026-02-05',
        directoryNumber: 0,
        parts: [{ name: 'case.json', bytes: plain }],
      })
      return bytes
    },
    open: async (sealed) => {
      const identity = { fingerprint: reader.fingerprint, boxKeys: [reader.box] }
      const { parts } = await openPacket(sealed, identity, { now: '2026-01-06' })
      return parts[0]?.bytes ?? new Uint8Array()
    },
    end: () => undefined,
  }
}

/** Relais’s own command line as `npm run packet` starts it: signcryption without manifest, padding and dummy recipients. */
export const createPacketCommand: CreateTool<PacketTool> = async (folder, recipients) => {
  const program = ['../build/node24.mjs', '../main/exchange/packet.cli.ts'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  const keys = range(recipients).map(newKeyFile)
  const keyFile = join(folder, 'keys.json')
  await writeFile(keyFile, JSON.stringify(keys[0]))
  const run = (parameters: readonly string[], input: Uint8Array): Uint8Array =>
    runWhole(process.execPath, [...program, ...parameters, '--keys', keyFile], input)
  return {
    name: 'packet command, whole process',
    seal: (plain, count) => {
      const to = keys.slice(0, count).map(({ boxPublicKey }) => boxPublicKey)
      return run(['seal', '--to', to.join(',')], plain)
    },
    open: (sealed) => run(['open'], sealed),
    end: () => undefined,
  }
}

/** Null where it is not installed. */
export const createAge: CreateTool<PacketTool | null> = async (folder, recipients) => {
  if (!isInstalled('age') || !isInstalled('age-keygen')) return null
  const keyFiles = range(recipients).map((index) => join(folder, `age-${index}`))
  const publicKeys = keyFiles.map((keyFile) => {
    runWhole('age-keygen', ['--output', keyFile])
    return runWhole('age-keygen', ['-y', keyFile]).toString().trim()
  })
  const [reader = ''] = keyFiles
  return {
    name: 'age, unsigned, whole process',
    seal: (plain, count) => runWhole('age', to('--recipient', publicKeys.slice(0, count)), plain),
    open: (sealed) => runWhole('age', ['--decrypt', '--identity', reader], sealed),
    end: () => undefined,
  }
}

/**
 * Curve25519 keys as ours (“future-default”), in key rings of their own: the person’s real ones are never looked at.
 * Null where it is not installed.
 */
export const createGpg: CreateTool<PacketTool | null> = async (folder, recipients) => {
  if (!isInstalled('gpg')) return null
  const homes = { sender: join(folder, 'gpg-s'), reader: join(folder, 'gpg-r') }
  for (const home of Object.values(homes)) await mkdir(home, { mode: 0o700 })
  const gpg = (home: string, parameters: readonly string[], input?: Uint8Array): Buffer =>
    runWhole(
      'gpg',
      ['--homedir', home, '--batch', '--quiet', '--trust-model', 'always', ...parameters],
      input,
    )
  const create = (home: string, name: string): void => {
    gpg(home, ['--passphrase', '', '--quick-generate-key', name, 'future-default', 'default', 'never'])
  }
  const hand = (from: string, to: string, name: string): void => {
    gpg(to, ['--import'], gpg(from, ['--export', name]))
  }
  const names = range(recipients).map((index) => `r${index}@example.invalid`)
  const [reader = '', ...others] = names
  const sender = 'sender@example.invalid'
  create(homes.reader, reader)
  hand(homes.reader, homes.sender, reader)
  for (const name of [sender, ...others]) create(homes.sender, name)
  hand(homes.sender, homes.reader, sender)
  return {
    name: 'gpg --sign --encrypt, whole process',
    seal: (plain, count) =>
      gpg(
        homes.sender,
        ['--local-user', sender, ...to('--recipient', names.slice(0, count)), '--sign', '--encrypt'],
        plain,
      ),
    open: (sealed) => gpg(homes.reader, ['--decrypt'], sealed),
    end: () => {
      for (const home of Object.values(homes)) runWhole('gpgconf', ['--homedir', home, '--kill', 'all'])
    },
  }
}

const to = (option: string, recipients: readonly string[]): string[] =>
  recipients.flatMap((recipient) => [option, recipient])
