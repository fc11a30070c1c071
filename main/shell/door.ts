import type { ChannelName } from '../../shared/contract.ts'
import { type Contract, contract, isChannelName, type Reply } from '../../shared/contract.ts'
import { fromWire, RelaisError, toWire } from '../../shared/errors.ts'

/** Who calls: known to the adapter from the frame the call came through, never from the call itself. */
export interface Sender {
  readonly isMainFrame: boolean
  readonly url: string
}

export interface DoorParts {
  /** `scheme://host` of the app's own pages. */
  readonly origin: string
  isUnlocked(): boolean
  /** Answers a call whose input has been parsed. */
  run(channel: ChannelName, input: unknown): Promise<Reply>
}

export type Door = (sender: Sender, channel: unknown, input: unknown) => Promise<Reply>

/**
 * The one door for every call: sender → channel → unlocked? → parse → run → parse → coded error.
 * A locked vault is told before the input is looked at, so that the answer to junk tells nothing of what is inside.
 */
export function createDoor({ origin, isUnlocked, run }: DoorParts): Door {
  const pass = async (sender: Sender, channel: unknown, input: unknown): Promise<Reply> => {
    if (!isOwn(sender, origin)) throw new RelaisError('app.foreign_sender')
    if (!isChannelName(channel)) throw new RelaisError('app.unknown_channel')
    const entry: Contract[ChannelName] = contract[channel]
    if (entry.needs === 'unlocked' && !isUnlocked()) throw new RelaisError('vault.locked')
    const given = entry.in.safeParse(input)
    if (!given.success) throw new RelaisError('app.bad_request')
    const reply = await run(channel, given.data)
    if (!reply.ok) throw fromWire(reply.error)
    const out = entry.out.safeParse(reply.out)
    if (!out.success) throw new RelaisError('app.unexpected')
    return { ok: true, out: out.data }
  }
  return (sender, channel, input) => pass(sender, channel, input).catch(refusal)
}

function isOwn({ isMainFrame, url }: Sender, origin: string): boolean {
  return isMainFrame && isAtOrigin(url, origin)
}

/** The origin is parsed and compared whole: `relais://app.example` is not `relais://app`. */
export function isAtOrigin(url: string, origin: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return `${protocol}//${host}` === origin && username === '' && password === ''
}

const refusal = (error: unknown): Reply => ({ ok: false, error: toWire(error) })
