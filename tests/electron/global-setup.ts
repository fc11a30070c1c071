import { buildForElectron } from './desktop-app.ts'
import { missing } from './missing.ts'

/** Before the first journey: what they open. Where they can't, that is the last thing said about them. */
export async function setup(): Promise<() => void> {
  const reason = missing()
  if (reason === null) await buildForElectron()
  return () => {
    if (reason !== null) process.stdout.write(`tests/electron skipped: ${reason}\n`)
  }
}
