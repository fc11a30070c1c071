import { type ChannelName, contract, isChannelName, type Reply } from '../../shared/contract.ts'
import { dayOf } from '../../shared/dates.ts'
import { RelaisError, toWire, type WireError } from '../../shared/errors.ts'
import { startAutomaticBackups } from '../backup/automatic.ts'
import { backupHandlers } from '../backup/backup.handlers.ts'
import { casesHandlers } from '../cases/cases.handlers.ts'
import { committeeHandlers } from '../committee/committee.handlers.ts'
import { damageHandlers } from '../damage/damage.handlers.ts'
import { directoryHandlers } from '../directory/directory.handlers.ts'
import { diskError } from '../disk.ts'
import { documentsHandlers } from '../documents/documents.handlers.ts'
import { draftsHandlers } from '../drafts/drafts.handlers.ts'
import { exchangeHandlers } from '../exchange/exchange.handlers.ts'
import { journalHandlers } from '../journal/journal.handlers.ts'
import { recordIfPossible, runJournaled } from '../journal/record.ts'
import { membersHandlers } from '../members/members.handlers.ts'
import { noticesHandlers } from '../notices/notices.handlers.ts'
import { practiceHandlers } from '../practice/practice.handlers.ts'
import { recoveryHandlers } from '../recovery/recovery.handlers.ts'
import { referralsHandlers } from '../referrals/referrals.handlers.ts'
import { todayHandlers } from '../today/today.handlers.ts'
import { isCorrupt } from './database.ts'
import type { Companion, Job, VaultChannel, VaultContext, VaultHandlers } from './handler.ts'
import { dayNoEarlier } from './last-seen.store.ts'
import type { OpenVault } from './open-vault.ts'
import { vaultHandlers } from './vault.handlers.ts'

type Run = (input: unknown, context: VaultContext) => unknown

const jobHandlers: Pick<VaultHandlers<'app'>, 'app.cancelJob'> = {
  'app.cancelJob': ({ jobId }, context) => {
    context.cancelJob(jobId)
    return {}
  },
}

const handlers: VaultHandlers = {
  ...jobHandlers,
  ...vaultHandlers,
  ...recoveryHandlers,
  ...backupHandlers,
  ...damageHandlers,
  ...journalHandlers,
  ...noticesHandlers,
  ...casesHandlers,
  ...draftsHandlers,
  ...referralsHandlers,
  ...membersHandlers,
  ...exchangeHandlers,
  ...directoryHandlers,
  ...documentsHandlers,
  ...committeeHandlers,
  ...todayHandlers,
  ...practiceHandlers,
}

/** Started when a vault is entered, stopped before it is closed. */
const companions: readonly Companion[] = [startAutomaticBackups]

/**
 * The vault process's side of a call. The shell's door has already parsed the input; here the call meets its handler,
 * with an open vault or not at all.
 */
export interface Dispatcher {
  run(channel: string, input: unknown): Promise<Reply>
  close(): void
}

export function createDispatcher(
  onProgress: (jobId: string, done: number, total: number) => void,
  now: () => number = Date.now,
): Dispatcher {
  let open: OpenVault | null = null
  let stops: readonly (() => void)[] = []
  const jobs = new Map<string, AbortController>()

  const leave = (): void => {
    for (const stop of stops) stop()
    stops = []
    const closing = open
    open = null
    closing?.close()
  }

  const context: VaultContext = {
    get vault() {
      if (!open) throw new RelaisError('vault.locked')
      return open
    },
    now,
    today: () => (open ? dayNoEarlier(open.reader, dayOf(now())) : dayOf(now())),
    enter: (vault) => {
      try {
        leave()
      } catch (error) {
        // Nobody else knows of this one: its key and its lock would stay until the process ends.
        vault.close()
        throw error
      }
      open = vault
      const { updatedFrom } = vault.findings
      if (updatedFrom !== null) recordUpdate(context, updatedFrom)
      stops = companions.map((start) => start(vault, now))
    },
    runJob: async (jobId, work) => {
      const controller = new AbortController()
      const job: Job = {
        signal: controller.signal,
        onProgress: (done, total) => onProgress(jobId, done, total),
      }
      jobs.set(jobId, controller)
      try {
        return await work(job)
      } finally {
        jobs.delete(jobId)
      }
    },
    cancelJob: (jobId) => jobs.get(jobId)?.abort(),
  }

  const run = async (channel: string, input: unknown): Promise<unknown> => {
    if (!isVaultChannel(channel)) throw new RelaisError('app.unknown_channel')
    if (contract[channel].needs === 'unlocked' && !open) throw new RelaisError('vault.locked')
    return runJournaled(channel, input, context, () => (handlers[channel] as Run)(input, context))
  }

  return {
    run: (channel, input) =>
      run(channel, input).then(
        (out) => ({ ok: true, out }),
        (error) => ({ ok: false, error: codedError(error) }),
      ),
    close: leave,
  }
}

/** Before the line of whoever entered: it is what she found. */
const recordUpdate = (context: VaultContext, from: number): void =>
  void recordIfPossible(context, { action: 'vault.updated', subject: null, details: { from } })

const isVaultChannel = (name: string): name is VaultChannel =>
  isChannelName(name) && contract[name as ChannelName].at === 'vault'

/** Only a code and its parameters leave this process: another error's message may hold a path or words of a case. */
function codedError(error: unknown): WireError {
  if (isCorrupt(error)) return { code: 'vault.database_damaged', params: {} }
  return toWire(diskError(error))
}
