import type { VaultCall, VaultMessage, VaultRequest } from '../../shared/vault/messages.ts'
import { createDispatcher } from './dispatch.ts'

/**
 * The only process that ever holds a key or an open database. Started by the shell, spoken to over its private channel,
 * ended at lock: the operating system takes the memory back.
 * In Electron the channel is `process.parentPort` (utility process), elsewhere `process.send` (forked process).
 */
interface ParentPort {
  postMessage(message: VaultMessage): void
  on(event: 'message', listener: (event: { data: VaultRequest }) => void): void
}
const { parentPort } = process as typeof process & { parentPort?: ParentPort }

const post = (message: VaultMessage): void => {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

const dispatcher = createDispatcher((jobId, done, total) => post({ type: 'progress', jobId, done, total }))

async function answer({ id, channel, input }: VaultCall): Promise<void> {
  post({ type: 'reply', id, reply: await dispatcher.run(channel, input) })
}

function hear(request: VaultRequest): void {
  if (request.type === 'end') end()
  else void answer(request)
}

function end(): void {
  dispatcher.close()
  process.exit(0)
}

// A stack trace may carry words of a case: whatever goes wrong here ends the process without a word.
process.on('uncaughtException', () => process.exit(1))
process.on('unhandledRejection', () => process.exit(1))
process.on('disconnect', end)
process.on('SIGTERM', end)
// Ctrl+C in a terminal reaches every process of the group; the shell first lets the page put its words away.
for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => undefined)
if (parentPort) parentPort.on('message', ({ data }) => hear(data))
else process.on('message', hear)
