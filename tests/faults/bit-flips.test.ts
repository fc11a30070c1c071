import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { salvageWith } from '../../main/damage/salvage.ts'
import { openDatabase } from '../../main/vault/database.ts'
import { vaultFiles } from '../../main/vault/folder/files.ts'
import type { Job } from '../../main/vault/handler.ts'
import { type FoundKeys, readKeys, unwrapWith } from '../../main/vault/keys/key-store.ts'
import { proveLog } from '../../main/vault/pages/log-proof.ts'
import { pageCipher } from '../../main/vault/pages/page-proof.ts'
import { unlockVault } from '../../main/vault/unlock-vault.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { newVault, temporaryFolder, testOpener } from '../support/vault.ts'

// Minutes of work on a machine that does other things too.
vi.setConfig({ testTimeout: 600_000 })

/**
 * A vault whose process was killed: some changes are in its database, the last ones only in its write-ahead log. After
 * every bit that is flipped it must open as it was, be refused, or say that its last change is uncertain; and what is
 * salvaged must be rows that were there.
 */
interface Killed {
  readonly folder: string
  /** The state after each saved change, oldest first. */
  readonly states: readonly string[]
  readonly found: FoundKeys
  readonly key: Uint8Array
}

const job: Job = { signal: new AbortController().signal, onProgress: () => undefined }
const headerBytes = 32
const frameBytes = 4120

const draftsIn = (database: ReturnType<typeof openDatabase>): string =>
  JSON.stringify(database.reader.all('SELECT case_id, form, item_id, body FROM drafts ORDER BY case_id'))

/** Changes of one page and of several, some of which replace what an earlier one wrote. */
async function killed(): Promise<Killed> {
  const alive = await newVault()
  ;(await unlockVault(alive, testOpener)).close()
  const files = vaultFiles(alive)
  const found = await readKeys(files)
  const key = await unwrapWith(found.keyFile, testOpener)
  const database = openDatabase(files.database, key, 'existing')
  const states = [draftsIn(database)]
  const save = (n: number, words: number): void => {
    const statement = 'INSERT OR REPLACE INTO drafts (case_id, form, item_id, body) VALUES (?, ?, ?, ?)'
    database.writer.run(statement, `case-${n}`, 'wishes', '', `mot${states.length} `.repeat(words))
    states.push(draftsIn(database))
  }
  for (let n = 0; n < 6; n += 1) save(n, 300)
  database.raw.pragma('wal_checkpoint(RESTART)')
  // The log begins anew over frames of the round before.
  for (const [n, words] of [
    [1, 40],
    [7, 2500],
    [2, 300],
    [3, 1800],
  ] as const)
    save(n, words)
  const folder = join(temporaryFolder(), 'vault')
  mkdirSync(folder)
  for (const path of [files.keys, files.keysCopy, files.database, files.log, files.firstPage]) {
    copyFileSync(path, join(folder, path.slice(alive.length + 1)))
  }
  database.close()
  return { folder, states, found, key }
}

function copyOf({ folder }: Killed): string {
  const copy = join(temporaryFolder(), 'vault')
  mkdirSync(copy)
  const [from, to] = [vaultFiles(folder), vaultFiles(copy)]
  for (const name of ['keys', 'keysCopy', 'database', 'log', 'firstPage'] as const)
    copyFileSync(from[name], to[name])
  return copy
}

/** What came of unlocking: the state it opened in, or the refusal. */
async function outcomeOf({ states }: Killed, folder: string): Promise<string> {
  try {
    const vault = await unlockVault(folder, testOpener)
    const state = states.indexOf(draftsIn(vault.database))
    const uncertain = vault.findings.lastChangeUncertain
    vault.close()
    if (state < 0) return 'silently wrong'
    if (state === states.length - 1) return uncertain ? 'whole, but told' : 'whole'
    return uncertain ? `told: ${states.length - 1 - state} back` : 'silently old'
  } catch (error) {
    if (!isRelaisError(error)) throw error
    return error.code
  }
}

/** Whether every draft that was salvaged is one that was there at the end, or before a last change that is told uncertain. */
async function salvageIsTrue({ states, found, key }: Killed, folder: string): Promise<boolean> {
  const into = join(temporaryFolder(), 'salvaged')
  const clock = { now: 0, today: '2026-03-03' }
  const { lastChangeUncertain } = await salvageWith(key, found, { folder, into }, clock, job)
  const database = openDatabase(vaultFiles(into).database, key, 'existing')
  const rows = JSON.parse(draftsIn(database)) as object[]
  database.close()
  const possible = lastChangeUncertain ? states.slice(-2) : states.slice(-1)
  return possible.some((state) => {
    const there = new Set((JSON.parse(state) as object[]).map((row) => JSON.stringify(row)))
    return rows.every((row) => there.has(JSON.stringify(row)))
  })
}

function flip(path: string, at: number, bit: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
  writeFileSync(path, bytes)
}

describe('a bit flipped', () => {
  it('nowhere: the vault opens as it was left', async () => {
    const vault = await killed()
    expect(await outcomeOf(vault, copyOf(vault))).toBe('whole')
  })

  it('in the log is refused, told or harmless, and what is salvaged was there', async () => {
    const vault = await killed()
    const log = readFileSync(vaultFiles(vault.folder).log)
    const frames = Math.floor((log.length - headerBytes) / frameBytes)
    const places: [number, number][] = []
    for (let at = 0; at < headerBytes; at += 3) places.push([at, at % 8])
    for (let frame = 0; frame < frames; frame += 1) {
      const start = headerBytes + frame * frameBytes
      // Page number, size, both salts, both checksums; then the page, its IV and its HMAC. Half of them for each frame.
      const offsets = [3, 7, 8, 15, 17, 23, 24, 1500, 24 + 4020, 24 + 4090]
      for (const at of offsets.filter((_, index) => index % 2 === frame % 2)) {
        places.push([start + at, (at + frame) % 8])
      }
    }
    const outcomes = new Map<string, number>()
    for (const [at, bit] of places) {
      const folder = copyOf(vault)
      flip(vaultFiles(folder).log, at, bit)
      if (at % 7 === 0)
        expect(await salvageIsTrue(vault, copyOf({ ...vault, folder })), `salvage, byte ${at}`).toBe(true)
      const outcome = await outcomeOf(vault, folder)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      if (outcome.startsWith('told')) expect(existsSync(vaultFiles(folder).tornLog)).toBe(true)
      rmSync(folder, { recursive: true })
    }
    // Told though nothing was lost: what followed the last change may be a rest of the round before, or of a change.
    expect([...outcomes.keys()].sort()).toEqual([
      'told: 1 back',
      'vault.database_damaged',
      'whole',
      'whole, but told',
    ])
  })

  it('in the database, wherever no page of the log takes its place, is refused', async () => {
    const vault = await killed()
    const { database, log } = vaultFiles(vault.folder)
    const bytes = readFileSync(database)
    const logged = proveLog(log, pageCipher(vault.key, bytes.subarray(0, 16))).pages
    const outcomes = new Set<string>()
    for (let page = 1; page <= bytes.length / 4096; page += 3) {
      const folder = copyOf(vault)
      flip(vaultFiles(folder).database, (page - 1) * 4096 + ((page * 997) % 4096), page % 8)
      const outcome = await outcomeOf(vault, folder)
      expect(outcome, `page ${page}`).toBe(logged.has(page) ? 'whole' : 'vault.database_damaged')
      outcomes.add(outcome)
    }
    expect(outcomes.size).toBe(2)
  })

  it('in the salt, which every page depends on, is refused even where the log has the first page', async () => {
    const vault = await killed()
    for (const at of [0, 7, 15]) {
      const folder = copyOf(vault)
      flip(vaultFiles(folder).database, at, at % 8)
      expect(await outcomeOf(vault, folder)).toBe('vault.database_damaged')
      expect(await salvageIsTrue(vault, folder)).toBe(true)
    }
  })
})

describe('a log cut short', () => {
  it('at any length opens at the last change that is whole, and tells when one was not', async () => {
    const vault = await killed()
    const log = readFileSync(vaultFiles(vault.folder).log)
    for (let length = headerBytes; length < log.length; length += 3001) {
      const folder = copyOf(vault)
      writeFileSync(vaultFiles(folder).log, log.subarray(0, length))
      const outcome = await outcomeOf(vault, folder)
      expect(outcome).toMatch(/^(?:told: \d back|whole|whole, but told|silently old)$/)
      // Cut between two changes, it is a log that was never longer: no file can tell that it was.
      if (outcome === 'silently old') expect((length - headerBytes) % frameBytes).toBe(0)
    }
  })
})
