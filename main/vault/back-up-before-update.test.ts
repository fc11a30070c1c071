import { readdirSync } from 'node:fs'
import { expect, it, onTestFinished, vi } from 'vitest'
import { newOpenVault } from '../../tests/support/vault.ts'
import { backUpBeforeUpdate } from './back-up-before-update.ts'
import { vaultFiles } from './folder/files.ts'
import type { Job } from './handler.ts'
import { readKeys } from './keys/key-store.ts'

const job: Job = { signal: new AbortController().signal, onProgress: () => undefined }

it('the backups made before the last three updates stay, to go back past one whose harm shows late, however many failed since', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { database, key, vaultId, folder } = await newOpenVault()
  const files = vaultFiles(folder)
  const found = await readKeys(files)
  const days: string[] = []
  const backUp = (month: string) => {
    vi.setSystemTime(new Date(`2026-${month}-02T12:00:00`))
    return backUpBeforeUpdate(files, { database, key, vaultId, found }, job)
  }
  for (const month of ['01', '02', '03', '04']) {
    await (await backUp(month)).keep()
    days.push(`relais-2026${month}02`)
  }
  for (const month of ['05', '06', '07']) await (await backUp(month)).discard()
  const kept = readdirSync(files.backups).map((name) => name.slice(0, 'relais-yyyymmdd'.length))
  expect(kept.sort()).toEqual(days.slice(-3))
})
