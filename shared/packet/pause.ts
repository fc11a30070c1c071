import { RelaisError } from '../errors.ts'

/** Present in every runtime we use; declared here because shared/ has neither DOM nor Node types. */
declare const setTimeout: (callback: () => void, milliseconds: number) => unknown

/** What long work accepts. An `AbortSignal` fits `signal`; `done` and `total` are bytes of plaintext. */
export interface WorkOptions {
  readonly signal?: { readonly aborted: boolean }
  readonly onProgress?: (done: number, total: number) => void
}

/** Refuses to start or go on once the person has cancelled. */
export function refuseCancelled({ signal }: WorkOptions): void {
  if (signal?.aborted === true) throw new RelaisError('app.cancelled')
}

/** Lets the process answer something else: a chunk of 1 MiB keeps tweetnacl busy for some 40 ms. */
export async function breathe(options: WorkOptions): Promise<void> {
  refuseCancelled(options)
  await new Promise<void>((resolve) => setTimeout(resolve, 0))
  refuseCancelled(options)
}
