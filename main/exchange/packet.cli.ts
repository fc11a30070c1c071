import { toWire } from '../../shared/errors.ts'
import { runPacketCommand, UsageError } from './packet-cli/commands.ts'
import { say } from './packet-cli/streams.ts'

/**
 * A packet reader for the command line that needs no vault, no window and no database, so that a packet can still be read
 * when the application is gone. Run as `npm run -s packet -- <command>`.
 *
 * Exit status: 0 done; 1 refused, with a coded reason on standard error and nothing on standard output; 2 wrong usage.
 */
const USAGE =
  'usage: packet keygen | seal --keys K.json --to HEX[,HEX…] | open --keys K.json | inspect FILE | read --keys K.json [--on YYYY-MM-DD] FILE'

/** A reader further down the pipe that has seen enough is no failure of ours to explain with a stack trace. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

function explain(error: unknown): string {
  if (isClosedPipe(error)) return 'app.cancelled'
  const { code, params } = toWire(error)
  return [code, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join(' ')
}

try {
  await runPacketCommand(process.argv.slice(2))
} catch (error) {
  const misused = error instanceof UsageError
  await say(misused ? USAGE : explain(error))
  process.exitCode = misused ? 2 : 1
}
