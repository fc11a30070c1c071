import { createDecipheriv, createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createVault } from '../../main/vault/create-vault.ts'
import { openDatabase, type VaultDatabase } from '../../main/vault/database.ts'
import { createDispatcher } from '../../main/vault/dispatch.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import { floorParameters } from '../../main/vault/keys/kdf.ts'
import { decodeKeyFile, unwrapKey } from '../../main/vault/keys/key-file.ts'
import type { OpenVault } from '../../main/vault/open-vault.ts'
import { unlockVault } from '../../main/vault/unlock-vault.ts'
import type { Locale } from '../../shared/app/app.contract.ts'
import { type ChannelsAt, contract, type In, type Out } from '../../shared/contract.ts'
import { fromWire } from '../../shared/errors.ts'
import type { Identity } from '../../shared/members/members.contract.ts'

/** Long and uncommon, and nobody's. */
export const testPassphrase = 'tambour violet quatorze nuages lents'

/** The same, as what opens a vault. */
export const testOpener = { by: 'passphrase', passphrase: testPassphrase } as const

export const testIdentity: Identity = {
  name: 'Membre fictive',
  organisation: 'Organisme fictif',
  sector: 'community',
}

/** Gives back the rights that a test took from a folder, which only root could remove otherwise. */
function openUp(folder: string): void {
  chmodSync(folder, 0o700)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) openUp(join(folder, entry.name))
  }
}

/** A folder of its own for one test. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'relais-test-')))
  onTestFinished(() => {
    if (existsSync(folder)) openUp(folder)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

type VaultContent = readonly { readonly path: string; readonly bytes: Uint8Array }[]
const built = new Map<string, Promise<VaultContent>>()

/**
 * A vault on disk, closed, at the cheapest parameters that a key file may have. Each owner's is built once per test file
 * and copied from then on.
 */
export async function newVault(owner = testIdentity.name, today = '2026-03-02'): Promise<string> {
  const known = built.get(owner + today) ?? buildOnce(owner, today)
  built.set(owner + today, known)
  const folder = join(temporaryFolder(), 'vault')
  mkdirSync(folder, { mode: 0o700 })
  for (const { path, bytes } of await known) writeFileSync(join(folder, path), bytes, { mode: 0o600 })
  return folder
}

async function buildOnce(owner: string, today: string): Promise<VaultContent> {
  const folder = join(temporaryFolder(), 'vault')
  await createVault(folder, {
    passphrase: testPassphrase,
    identity: { ...testIdentity, name: owner },
    today,
    kdf: floorParameters(),
  })
  return readdirSync(folder).map((path) => ({ path, bytes: readFileSync(join(folder, path)) }))
}

/** An open vault, closed again when the test ends. */
export async function newOpenVault(): Promise<OpenVault> {
  const vault = await unlockVault(await newVault(), testOpener)
  onTestFinished(() => vault.close())
  return vault
}

/** The database of a closed vault, beneath all checks: for looking at what is really there, and for harming it. */
export async function openBeneath(folder: string): Promise<VaultDatabase> {
  const files = vaultFiles(folder)
  const key = await unwrapKey(decodeKeyFile(readFileSync(files.keys, 'utf8')), testPassphrase)
  const database = openDatabase(files.database, key, 'existing')
  onTestFinished(() => database.close())
  return database
}

/**
 * The content of a closed vault's database page by page, those given up included, as anyone with the key could read it:
 * SQLCipher 4 pages are 4096 bytes of AES-256-CBC, the last 80 of which are the IV and an HMAC; the first 16 bytes are salt.
 */
export async function decryptedPages(folder: string): Promise<Buffer> {
  const files = vaultFiles(folder)
  const key = await unwrapKey(decodeKeyFile(readFileSync(files.keys, 'utf8')), testPassphrase)
  const bytes = readFileSync(files.database)
  const pages = Array.from({ length: bytes.length / 4096 }, (_, n) => {
    const page = bytes.subarray(n * 4096, (n + 1) * 4096)
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(4016, 4032)).setAutoPadding(false)
    return Buffer.concat([decipher.update(page.subarray(n === 0 ? 16 : 0, 4016)), decipher.final()])
  })
  return Buffer.concat(pages)
}

/** As root every file is readable: for the rest of the test, be nobody. */
export function giveUpPrivileges(): void {
  if (process.geteuid?.() !== 0) return
  process.seteuid?.(65534)
  onTestFinished(() => void process.seteuid?.(0))
}

/** Everything in a folder: names, permissions and content. */
export function stateOfFolder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => {
      const { mode } = statSync(path)
      const content = statSync(path).isDirectory()
        ? 'folder'
        : createHash('sha256').update(readFileSync(path)).digest('hex')
      return `${path.slice(folder.length)} ${mode.toString(8)} ${content}`
    })
}

/** The vault side of the contract, as the vault process has it, in this process. */
export interface TestVault {
  readonly folder: string
  /** Moves the day that the handlers take for today. */
  setToday(day: string): void
  /** Throws the refusal. Input and output are held to the contract, as the door does. */
  call<K extends ChannelsAt<'vault'>>(channel: K, input: In<K>): Promise<Out<K>>
  close(): void
}

/** The side of a vault process in which nothing is open yet. */
function vaultSide(folder: string, today: string): TestVault {
  let now = noon(today)
  const dispatcher = createDispatcher(
    () => undefined,
    () => now,
  )
  onTestFinished(() => dispatcher.close())
  return {
    folder,
    call: async <K extends ChannelsAt<'vault'>>(channel: K, input: In<K>): Promise<Out<K>> => {
      const reply = await dispatcher.run(channel, contract[channel].in.parse(input))
      if (!reply.ok) throw fromWire(reply.error)
      return contract[channel].out.parse(reply.out) as Out<K>
    },
    close: () => dispatcher.close(),
    setToday: (day) => {
      now = noon(day)
    },
  }
}

export async function openVaultSide(name = testIdentity.name, today = '2026-03-02'): Promise<TestVault> {
  const side = vaultSide(await newVault(name, today), today)
  await side.call('vault.unlock', { folder: side.folder, passphrase: testPassphrase })
  return side
}

/** The practice vault of a folder, made there unless there is one already. */
export async function openPracticeSide(
  locale: Locale = 'fr',
  folder = join(temporaryFolder(), 'practice'),
  today = '2026-03-02',
): Promise<TestVault> {
  const side = vaultSide(folder, today)
  await side.call('practice.open', { folder, locale })
  return side
}

const noon = (day: string): number => new Date(`${day}T12:00:00`).getTime()

/** Two people who have each other's card, verified. @returns the fingerprint each has of the other */
export async function acquaint(a: TestVault, b: TestVault): Promise<{ a: string; b: string }> {
  const fingerprintOf = async (from: TestVault, to: TestVault): Promise<string> => {
    const { bytes } = await from.call('members.cardFile', {})
    const { fingerprint, addedOn } = await to.call('members.takeCard', { bytes })
    await to.call('members.verify', { fingerprint, on: addedOn })
    return fingerprint
  }
  return { a: await fingerprintOf(a, b), b: await fingerprintOf(b, a) }
}
