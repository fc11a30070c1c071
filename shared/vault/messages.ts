import type { Reply } from '../contract.ts'

/** Shell → vault process: a call, or the word to put everything away and end. */
export type VaultRequest = VaultCall | { readonly type: 'end' }

export interface VaultCall {
  readonly type: 'call'
  readonly id: number
  readonly channel: string
  readonly input: unknown
}

/** Vault process → shell: a reply to a request, or news of a long piece of work. */
export type VaultMessage =
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly type: 'progress'; readonly jobId: string; readonly done: number; readonly total: number }
