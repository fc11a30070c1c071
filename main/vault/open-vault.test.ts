import { statSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, it, onTestFinished, vi } from 'vitest'
import { newOpenVault } from '../../tests/support/vault.ts'
import { vaultFiles } from './folder/files.ts'

/** What comes by itself some seconds after words were deleted. */
const sweepMilliseconds = 5000

it('words that were deleted leave the log as soon as a full disk has room, and the vault stays open until then', async () => {
  const { writer, reader, database, folder, sweepSoon } = await newOpenVault()
  const { log } = vaultFiles(folder)
  writer.run("INSERT INTO settings VALUES ('test.word', '1')")
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const pragma = vi.spyOn(database.raw, 'pragma')
  const full = (): never => {
    throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
  }
  pragma.mockImplementationOnce(full).mockImplementationOnce(full)
  sweepSoon()
  for (const tries of [1, 2]) {
    vi.advanceTimersByTime(sweepMilliseconds)
    expect(pragma).toHaveBeenCalledTimes(tries)
    expect(statSync(log).size).toBeGreaterThan(0)
    expect(reader.get("SELECT 1 AS there FROM settings WHERE name = 'test.word'")).toEqual({ there: 1 })
  }
  vi.advanceTimersByTime(sweepMilliseconds)
  expect(statSync(log).size).toBe(0)
  // Nothing is left to do.
  expect(vi.getTimerCount()).toBe(0)
})
