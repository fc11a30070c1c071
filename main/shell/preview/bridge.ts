import { appEvents } from '../../../shared/app/app.contract.ts'
import { channelNames } from '../../../shared/contract.ts'

/** The global through which the page's script reaches the shell; what the preload script is in Electron. */
export const bindingName = 'relaisBinding'
export const eventName = 'relaisEvent'

/**
 * Runs in the page before its own scripts: builds `window.relais` (a function per channel of the contract) and
 * `window.relaisEvents` (a subscription per event), exactly as the Electron preload does.
 * Sent to the page as source text: it may use nothing from outside its own body.
 */
function installBridge(names: {
  channels: string[]
  events: string[]
  binding: string
  event: string
}): void {
  const page = globalThis as unknown as Record<string, unknown>
  const call = page[names.binding] as (channel: string, input: unknown) => Promise<unknown>
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  page.relais = Object.freeze(
    Object.fromEntries(names.channels.map((channel) => [channel, (input: unknown) => call(channel, input)])),
  )
  page.relaisEvents = Object.freeze(
    Object.fromEntries(
      names.events.map((event) => [
        event,
        (listener: (payload: unknown) => void) => {
          const set = listeners.get(event) ?? new Set()
          listeners.set(event, set.add(listener))
          return () => set.delete(listener)
        },
      ]),
    ),
  )
  page[names.event] = (event: string, payload: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(payload)
  }
}

export function bridgeScript(): string {
  const names = {
    channels: [...channelNames],
    events: Object.keys(appEvents),
    binding: bindingName,
    event: eventName,
  }
  return `(${installBridge.toString()})(${JSON.stringify(names)})`
}
