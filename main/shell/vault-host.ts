import type { ChannelName, Reply } from '../../shared/contract.ts'
import type { VaultMessage } from '../../shared/vault/messages.ts'
import type { VaultChild } from './port.ts'

/** A vault process that has not ended by then after being asked to is killed. */
const endMilliseconds = 1000
const lost: Reply = { ok: false, error: { code: 'vault.process_lost', params: {} } }

export interface VaultHostEvents {
  onProgress(progress: { jobId: string; done: number; total: number }): void
  /** The process ended without having been asked to. */
  onLost(): void
}

/** Keeps the vault process: started at the first call, gone after `end`, started anew at the next call. */
export interface VaultHost {
  call(channel: ChannelName, input: unknown): Promise<Reply>
  end(): Promise<void>
  /** As `end`, and no other process is started: a page may still be asking while its window closes. */
  close(): Promise<void>
}

export function createVaultHost(fork: () => VaultChild, events: VaultHostEvents): VaultHost {
  let child: VaultChild | null = null
  let ending: Promise<void> | null = null
  let closed = false
  let lastId = 0
  const waiting = new Map<number, (reply: Reply) => void>()

  const hear = (message: VaultMessage): void => {
    if (message.type === 'progress') {
      events.onProgress({ jobId: message.jobId, done: message.done, total: message.total })
      return
    }
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  }

  const start = (): VaultChild => {
    const started = fork()
    child = started
    started.onMessage(hear)
    started.onExit(() => {
      if (child !== started) return
      child = null
      for (const settle of waiting.values()) settle(lost)
      waiting.clear()
      if (!ending) events.onLost()
    })
    return started
  }

  /** The system may refuse another process (memory, permissions). */
  const startOrNull = (): VaultChild | null => {
    if (closed) return null
    try {
      return start()
    } catch {
      return null
    }
  }

  const endNow = (running: VaultChild): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => running.kill(), endMilliseconds)
      running.onExit(() => {
        clearTimeout(timer)
        resolve()
      })
      running.post({ type: 'end' })
    })

  const end = (): Promise<void> => {
    if (!child) return Promise.resolve()
    ending ??= endNow(child).finally(() => {
      ending = null
    })
    return ending
  }

  return {
    call: async (channel, input) => {
      await ending
      const running = child ?? startOrNull()
      if (!running) return lost
      lastId += 1
      const id = lastId
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        running.post({ type: 'call', id, channel, input })
      })
    },
    end,
    close: () => {
      closed = true
      return end()
    },
  }
}
