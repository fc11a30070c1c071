import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { passphrase } from './library.ts'
import { compare, type Durations, interleave, type Row, timed } from './measure.ts'
import { startVaultProcess } from './vault-calls.ts'

/** What the issue of a laptop snatched away allows: after that the keys are in no memory. */
const targetMilliseconds = 500
const idleProgram = fileURLToPath(new URL('idle-process.ts', import.meta.url))

/** From the word to lock until the process that held the keys is gone, its last words on the disk. */
export async function lockBench(folder: string, count: number, rounds: number): Promise<Row[]> {
  const lock = async (): Promise<Durations> => {
    const calls = startVaultProcess()
    await calls.call('vault.unlock', { folder, passphrase })
    await calls.call('cases.list', {})
    // Something to put away: the log is written back into the database on the way out.
    const key = { caseId: crypto.randomUUID(), form: 'wishes', itemId: null } as const
    await calls.call('drafts.put', { key, body: 'La phrase en cours.' })
    return [await timed(() => calls.end())]
  }
  const { vault, idle } = await interleave(rounds, { vault: lock, idle: endIdle })
  const name = `lock, ${count} cases: until the vault process is gone`
  return [
    compare(name, vault, 'the end of a process that holds nothing', idle),
    compare(name, vault, `the target of ${targetMilliseconds} ms`, [targetMilliseconds]),
  ]
}

/** A process started the same way, told to end the same way, with nothing to put away. */
async function endIdle(): Promise<Durations> {
  const child = fork(idleProgram, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  await once(child, 'message')
  return [
    await timed(async () => {
      child.send('end')
      await once(child, 'exit')
    }),
  ]
}
