import { dayOf } from '../../shared/dates.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { caseById } from '../cases/cases.store.ts'
import { diskError } from '../disk.ts'
import type { VaultChannel, VaultContext } from '../vault/handler.ts'
import { noteDay } from '../vault/last-seen.store.ts'
import type { OpenVault } from '../vault/open-vault.ts'
import { appendLine, type Line } from './journal.store.ts'
import { lines } from './lines.ts'
import type { LooseTelling } from './telling.ts'

/** The page asks again after every change and whenever it is shown: one line for what a person sees as one look. */
const oneLookMilliseconds = 15 * 60 * 1000

/** When a case was last looked at, by id. In memory: a vault opened again is a look of its own. */
const looks = new WeakMap<OpenVault, Map<string, number>>()

/** Appends lines in my name, now. In a transaction of the caller's, they are part of it. */
export function record({ vault, now }: Pick<VaultContext, 'vault' | 'now'>, ...told: readonly Line[]): void {
  const { writer, me } = vault
  writer.transaction(() => {
    // A vault may stay open over midnight.
    noteDay(writer, dayOf(now()))
    for (const line of told) appendLine(writer, { ...line, at: now(), who: me.fingerprint })
  })
}

/** Runs a handler as `lines` says: a change and its lines are kept together or not at all. */
export function runJournaled(
  channel: VaultChannel,
  given: unknown,
  context: VaultContext,
  run: () => unknown,
): unknown {
  const telling: LooseTelling | string = lines[channel] as LooseTelling | string
  if (typeof telling === 'string') return run()
  const { change, view } = telling
  if (view) {
    const out = run()
    recordLook(context, view(given))
    return out
  }
  if (!change) return run()
  return context.vault.writer.transaction(() => {
    const after = change(given, context)
    const out = run()
    record(context, ...after(out))
    return out
  })
}

function recordLook(context: VaultContext, caseId: string): void {
  const { vault, now } = context
  const seen = looks.get(vault) ?? new Map<string, number>()
  looks.set(vault, seen)
  const last = seen.get(caseId)
  if (last !== undefined && Math.abs(now() - last) < oneLookMilliseconds) return
  // Steps may be asked for of a case that was never saved.
  if (!caseById(vault.reader, caseId)) return
  if (recordIfPossible(context, { action: 'cases.viewed', subject: caseId, details: {} }))
    seen.set(caseId, now())
}

/**
 * For what was only shown. A full or read-only disk must not stand between a caseworker and her case; nothing can be
 * changed on it anyway.
 * @returns whether the line was written
 */
export function recordIfPossible(context: Pick<VaultContext, 'vault' | 'now'>, line: Line): boolean {
  try {
    record(context, line)
    return true
  } catch (error) {
    if (!isRelaisError(diskError(error))) throw error
    return false
  }
}
