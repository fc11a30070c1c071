import { resolve } from 'node:path'
import {
  type ChannelName,
  type ChannelsAt,
  contract,
  type Given,
  type Out,
  type Reply,
} from '../../shared/contract.ts'
import { fromWire, RelaisError } from '../../shared/errors.ts'
import { diskError } from '../disk.ts'
import { createClipboardGuard } from './clipboard-guard.ts'
import { createDoor, type Door } from './door.ts'
import { createIdleClock } from './idle-clock.ts'
import type { ShellPort } from './port.ts'
import type { PreferenceStore } from './preferences.ts'
import { createVaultHost } from './vault-host.ts'

export interface ApplicationSettings {
  /** `scheme://host` of the app's own pages. */
  readonly origin: string
  readonly suggestedFolder: string
  /** The practice vault’s: made on demand, and never the one that is opened at the next start. */
  readonly practiceFolder: string
  readonly canBrowse: boolean
  readonly version: string
}

export interface Application {
  /** Every call of the renderer. */
  readonly door: Door
  /** Lets the renderer put away what is being typed, ends the vault process, blanks the window. */
  lock(): Promise<void>
  /** The window is about to close: as `lock`, without a new page. */
  close(): Promise<void>
}

type ShellHandlers = {
  readonly [K in ChannelsAt<'shell'>]: (input: Given<K>) => Out<K> | Promise<Out<K>>
}

/** Once one of these has gone well, the vault in its folder is open. */
const waysIn: ReadonlySet<ChannelName> = new Set([
  'vault.create',
  'vault.unlock',
  'recovery.recover',
  'practice.open',
])

/** A renderer that has not answered by then is not going to: at most the last second of typing is lost. */
const flushMilliseconds = 500

/** Relais without a platform: what the two adapters share. */
export function createApplication(
  port: ShellPort,
  preferences: PreferenceStore,
  settings: ApplicationSettings,
): Application {
  let unlocked = false
  /** Aborted as soon as a lock begins: what was let out of the vault in the clear goes no further. */
  let stay = new AbortController()
  let flushed: (() => void) | null = null
  let locking: Promise<void> | null = null

  const host = createVaultHost(() => port.forkVault(), {
    onProgress: (progress) => port.send('progress', progress),
    onLost: () => {
      // Nothing of a locked vault is on screen. A new page would only ask again, for ever where no process can start.
      if (!unlocked) return
      unlocked = false
      void lock()
    },
  })
  const clipboard = createClipboardGuard(port.clipboard)
  const idle = createIdleClock(
    () => preferences.get().idleMinutes,
    () => void lock(),
  )

  const flush = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, flushMilliseconds)
      flushed = () => {
        clearTimeout(timer)
        resolve()
      }
      port.send('flush', {})
    })

  const shut = (): void => {
    idle.stop()
    stay.abort()
    unlocked = false
  }

  /** `andThen` goes on while the vault process ends: a process that hangs must not keep a page on screen. */
  const end = async (endProcess: () => Promise<void>, andThen: () => Promise<void>): Promise<void> => {
    stay.abort()
    if (unlocked) await flush()
    shut()
    // An unlock that was under way may have succeeded in its last moment: its process is gone all the same.
    await Promise.all([endProcess().then(shut), clipboard.clear().then(andThen)])
  }

  const lock = (): Promise<void> => {
    locking ??= end(host.end, () => port.recreateRenderer())
      // The keys are gone by then. A window that can't be made anew is being closed, or is for the adapter to deal with.
      .catch(() => undefined)
      .finally(() => {
        locking = null
      })
    return locking
  }

  const saveFile = async (
    channel: 'members.cardFile' | 'exchange.file' | 'directory.csvFile',
    input: unknown,
  ): Promise<string | null> => {
    const reply = await host.call(channel, input)
    if (!reply.ok) throw fromWire(reply.error)
    return port.saveFile(contract[channel].out.parse(reply.out))
  }

  const printDocument = async (choice: Given<'documents.print'>): Promise<string | null> => {
    const { signal } = stay
    const reply = await host.call('documents.page', choice)
    if (!reply.ok) throw fromWire(reply.error)
    const { name, html } = contract['documents.page'].out.parse(reply.out)
    const bytes = await port.printPdf(html, signal).catch(() => {
      throw new RelaisError(signal.aborted ? 'vault.locked' : 'documents.print_failed')
    })
    const path = signal.aborted ? null : await port.saveFile({ name, bytes }, signal)
    if (signal.aborted && path === null) throw new RelaisError('vault.locked')
    return path
  }

  const handlers: ShellHandlers = {
    'app.state': () => ({
      preferences: preferences.get(),
      unlocked,
      suggestedFolder: settings.suggestedFolder,
      practiceFolder: settings.practiceFolder,
      canBrowse: settings.canBrowse,
      version: settings.version,
    }),
    'app.setPreferences': async (change) => {
      const result = await preferences.set(change)
      if (unlocked) idle.touch()
      return result
    },
    'app.chooseFolder': async () => ({ folder: await port.chooseFolder() }),
    'app.active': () => {
      if (unlocked) idle.touch()
      return {}
    },
    'app.flushed': () => {
      flushed?.()
      return {}
    },
    'app.copied': ({ text }) => {
      clipboard.copied(text)
      return {}
    },
    'vault.lock': () => {
      void lock()
      return {}
    },
    'members.saveCard': async () => ({ path: await saveFile('members.cardFile', {}) }),
    'directory.saveCsv': async () => ({ path: await saveFile('directory.csvFile', {}) }),
    'documents.print': async (choice) => ({ path: await printDocument(choice) }),
    'exchange.save': async ({ packetId }) => {
      const path = await saveFile('exchange.file', { packetId })
      if (path !== null) await host.call('exchange.markSaved', { packetId })
      return { path }
    },
  }

  const toVault = async (channel: ChannelName, input: unknown): Promise<Reply> => {
    const reply = await host.call(channel, input)
    if (reply.ok && waysIn.has(channel)) {
      unlocked = true
      stay.abort()
      stay = new AbortController()
      idle.touch()
      const { folder } = input as Given<'vault.unlock'>
      // Whichever way in was taken: the next start is for the real vault.
      if (resolve(folder) === resolve(settings.practiceFolder)) return reply
      // A vault that opened stays open, even where the folder can't be remembered (full disk).
      await preferences.set({ vaultFolder: folder }).catch(() => undefined)
    }
    return reply
  }

  const run = async (channel: ChannelName, input: unknown): Promise<Reply> => {
    if (contract[channel].at === 'vault') return toVault(channel, input)
    const handler = handlers[channel as ChannelsAt<'shell'>] as (given: unknown) => unknown
    try {
      return { ok: true, out: await handler(input) }
    } catch (error) {
      // A file or the preferences could not be written.
      throw diskError(error)
    }
  }

  return {
    door: createDoor({ origin: settings.origin, isUnlocked: () => unlocked, run }),
    lock,
    close: () => end(host.close, () => Promise.resolve()),
  }
}
