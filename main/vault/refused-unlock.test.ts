import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pagesByTable } from '../../tests/support/pages-by-table.ts'
import {
  newVault,
  openVaultSide,
  stateOfFolder,
  temporaryFolder,
  testOpener,
  testPassphrase,
} from '../../tests/support/vault.ts'
import { openVaultProcess } from '../../tests/support/vault-process.ts'
import { salvage } from '../damage/salvage.ts'
import { writeWhole } from '../disk.ts'
import { vaultFiles } from './folder/files.ts'
import { decodeKeyFile, unwrapKey } from './keys/key-file.ts'
import { proveLog } from './pages/log-proof.ts'
import { openPages } from './pages/page-file.ts'
import { pageBytes, pageCipher } from './pages/page-proof.ts'
import { unlockVault } from './unlock-vault.ts'

vi.mock('../disk.ts', async (original) => {
  const disk = await original<typeof import('../disk.ts')>()
  return { ...disk, writeWhole: vi.fn(disk.writeWhole) }
})

afterEach(() => void vi.mocked(writeWhole).mockRestore())

const draft = (body: string) => ({ key: { caseId: crypto.randomUUID(), form: 'wishes' as const }, body })
const job = { signal: new AbortController().signal, onProgress: () => undefined }

/** As a killed process leaves it: its last words in the log alone. */
async function killed(folder: string): Promise<string> {
  const dying = openVaultProcess()
  await dying.call('vault.unlock', { folder, passphrase: testPassphrase })
  for (const word of ['"un"', '"deux"', '"trois"']) await dying.call('drafts.put', draft(word))
  await dying.kill()
  return folder
}

function hitPage(folder: string, number: number): void {
  const { database } = vaultFiles(folder)
  const bytes = readFileSync(database)
  const at = (number - 1) * pageBytes + 50
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(database, bytes)
}

const cutLog = ({ log }: ReturnType<typeof vaultFiles>): void =>
  truncateSync(log, readFileSync(log).length - 100)

async function expectRefusal(folder: string): Promise<void> {
  const before = stateOfFolder(folder)
  await expect(unlockVault(folder, testOpener)).rejects.toThrow('vault.database_damaged')
  expect(stateOfFolder(folder)).toEqual(before)
}

describe('a damaged vault that is refused is left byte for byte as it was', () => {
  it.each(['identity', 'cases', 'members', 'journal'])('without a log, %s hit', async (table) => {
    const folder = await newVault()
    const [root = 0] = (await pagesByTable(folder)).get(table) ?? []
    hitPage(folder, root)
    await expectRefusal(folder)
  })

  it.each(['identity', 'cases', 'members'])('with changes in the log, %s hit', async (table) => {
    const folder = await newVault()
    const [root = 0] = (await pagesByTable(folder)).get(table) ?? []
    await killed(folder)
    hitPage(folder, root)
    await expectRefusal(folder)
    expect(existsSync(vaultFiles(folder).log)).toBe(true)
  })

  it('with a log that ends in half a change, which the salvage still tells', async () => {
    const folder = await newVault()
    const [root = 0] = (await pagesByTable(folder)).get('members') ?? []
    await killed(folder)
    hitPage(folder, root)
    cutLog(vaultFiles(folder))
    await expectRefusal(folder)
    await expectRefusal(folder)
    const into = join(temporaryFolder(), 'sauvé')
    const clock = { now: Date.parse('2026-03-03T12:00:00Z'), today: '2026-03-03' as const }
    const account = await salvage({ folder, opener: testOpener, into }, clock, job)
    expect(account.lastChangeUncertain).toBe(true)
    expect(account.kept.find(({ kind }) => kind === 'drafts')?.count).toBe(2)
  })
})

describe('the trace of a last change that was lost', () => {
  it('stays through a refusal, and a salvage tells of it', async () => {
    const folder = await newVault()
    const { tornLog, log } = vaultFiles(folder)
    const [root = 0] = (await pagesByTable(folder)).get('members') ?? []
    await killed(folder)
    cutLog(vaultFiles(folder))
    const torn = await unlockVault(folder, testOpener)
    torn.close()
    expect(existsSync(log)).toBe(false)
    const kept = readFileSync(tornLog)
    hitPage(folder, root)
    await expectRefusal(folder)
    expect(readFileSync(tornLog)).toEqual(kept)
    const into = join(temporaryFolder(), 'sauvé')
    const clock = { now: Date.parse('2026-03-03T12:00:00Z'), today: '2026-03-03' as const }
    const account = await salvage({ folder, opener: testOpener, into }, clock, job)
    expect(account.lastChangeUncertain).toBe(true)
  })

  it('that a full disk has no room for does not keep the vault shut, and is told', async () => {
    const folder = await killed(await newVault())
    const { tornLog } = vaultFiles(folder)
    cutLog(vaultFiles(folder))
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
    vi.mocked(writeWhole).mockImplementation((path) =>
      path === tornLog ? Promise.reject(full) : Promise.resolve(),
    )
    const vault = await unlockVault(folder, testOpener)
    expect(vault.findings.lastChangeUncertain).toBe(true)
    vault.close()
    expect(existsSync(tornLog)).toBe(false)
  })
})

it('a page that nothing uses does not keep a vault shut that has changes in its log', async () => {
  const side = await openVaultSide()
  const { folder } = side
  const large = draft(JSON.stringify('mot '.repeat(20_000)))
  await side.call('drafts.put', large)
  await side.call('drafts.discard', { key: large.key })
  side.close()
  await killed(folder)
  const files = vaultFiles(folder)
  const key = await unwrapKey(decodeKeyFile(readFileSync(files.keys, 'utf8')), testPassphrase)
  // Closing it gives up no lock: nothing has the vault open.
  const pages = openPages(files.database)
  const cipher = pageCipher(key, pages.salt)
  const { pages: logged } = proveLog(files.log, cipher)
  const isUnused = (number: number): boolean => {
    const page = pages.read(number)
    // What is deleted is written over with zeros.
    return page !== null && !logged.has(number) && cipher.decrypted(page, number).every((byte) => byte === 0)
  }
  const unused = Array.from({ length: pages.pageCount }, (_, n) => n + 1).filter(isUnused)
  pages.close()
  expect(unused.length).toBeGreaterThan(3)
  for (const number of unused) hitPage(folder, number)
  const vault = await unlockVault(folder, testOpener)
  expect(vault.reader.get('SELECT count(*) AS n FROM drafts')).toEqual({ n: 3 })
  vault.close()
})
