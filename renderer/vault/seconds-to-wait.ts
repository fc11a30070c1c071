import { isRelaisError } from '../../shared/errors.ts'
import { call } from '../client.ts'

/** After a refusal to open: the wait that it names itself, or that the vault asks for from now on. */
export async function secondsToWait(refusal: Error, folder: string): Promise<number> {
  if (isRelaisError(refusal, 'vault.too_soon')) return Number(refusal.params.seconds ?? 1)
  const { waitSeconds } = await call('vault.inspect', { folder }).catch(() => ({ waitSeconds: 0 }))
  return waitSeconds
}
