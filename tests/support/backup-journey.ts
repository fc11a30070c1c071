import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach } from 'vitest'
import { word } from '../tour/hands.ts'
import type { TestApp } from './app.ts'
import { vaultJourney } from './vault-journey.ts'

/** What the journeys of backups do again and again, in French: each test has a stick to put them on. */
export function backupJourney(app: () => TestApp) {
  const journey = vaultJourney(app)
  const { page } = journey
  const stick = (): string => join(app().folder, 'clé')
  beforeEach(() => mkdir(stick()))
  return {
    ...journey,
    stick,
    /** A backup on the stick, made through the contract, for stories that begin with its loss. */
    backUp: async (): Promise<string> => {
      await app().call('backup.settings', { folder: stick(), automatic: false })
      const { name } = await app().call('backup.now', { jobId: crypto.randomUUID() })
      return join(stick(), name)
    },
    showSettings: async (title = word('backup.title')): Promise<void> => {
      await page().goto('https://relais.invalid/#/settings/backup')
      await page().reload()
      await page().getByRole('heading', { level: 2, name: title, exact: true }).waitFor()
    },
    /** Sends a piece of work to the vault at the very moment when it is cancelled, so that no machine is too fast for the test. */
    holdUntilCancelled: async (channel: 'backup.now' | 'backup.restore'): Promise<void> => {
      await page().evaluate((held) => {
        const { relais } = window as unknown as {
          relais: Record<string, (input: unknown) => Promise<unknown>>
        }
        const cancel = relais['app.cancelJob']
        const work = relais[held]
        let release: () => void = () => undefined
        const cancelled = new Promise<void>((resolve) => {
          release = resolve
        })
        Object.defineProperty(window, 'relais', {
          value: {
            ...relais,
            [held]: async (input: unknown) => {
              await cancelled
              const reply = work?.(input)
              await cancel?.({ jobId: (input as { jobId: string }).jobId })
              return reply
            },
            'app.cancelJob': async () => {
              release()
              return { ok: true, out: {} }
            },
          },
        })
      }, channel)
    },
  }
}
