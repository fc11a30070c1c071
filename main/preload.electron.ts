import { contextBridge, ipcRenderer } from 'electron'
import { callName, eventName } from './shell/electron/wire.ts'

/** Written in by the build from the contract itself, so that its schemas stay out of this script. */
declare const CHANNELS: readonly string[]
declare const EVENTS: readonly string[]

/** A function per channel of the contract. The page never sees `ipcRenderer`, an event object or another channel. */
const calls = CHANNELS.map((channel) => [
  channel,
  (input: unknown): Promise<unknown> => ipcRenderer.invoke(callName, channel, input),
])

/** A subscription per event; what it returns ends it. */
const subscriptions = EVENTS.map((name) => [
  name,
  (listener: (payload: unknown) => void) => {
    const hear = (_event: unknown, event: string, payload: unknown): void => {
      if (event === name) listener(payload)
    }
    ipcRenderer.on(eventName, hear)
    return (): void => {
      ipcRenderer.off(eventName, hear)
    }
  },
])

contextBridge.exposeInMainWorld('relais', Object.fromEntries(calls))
contextBridge.exposeInMainWorld('relaisEvents', Object.fromEntries(subscriptions))
