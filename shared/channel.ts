import { z } from 'zod'

// The renderer's content-security policy refuses `eval`; zod must never try to compile a parser with it.
z.config({ jitless: true })

/** One entry of the contract: where a call is answered, what it needs, and the shapes that go in and come out. */
export interface Channel {
  /** `vault`: answered by the process that holds the keys. `shell`: answered by the process that holds the window. */
  readonly at: 'vault' | 'shell'
  readonly needs: 'nothing' | 'unlocked'
  readonly in: z.ZodType
  readonly out: z.ZodType
}

export type ChannelTable = Readonly<Record<string, Channel>>

/** What a caller may pass (defaults may be left out). */
export type CallInput<T extends ChannelTable, K extends keyof T> = z.input<T[K]['in']>
/** What a handler is given (defaults are filled in). */
export type HandlerInput<T extends ChannelTable, K extends keyof T> = z.output<T[K]['in']>
export type Output<T extends ChannelTable, K extends keyof T> = z.output<T[K]['out']>

export const nothing = z.strictObject({})
