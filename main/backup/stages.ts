import type { Job } from '../vault/handler.ts'

/** For a backup that nobody watches. */
export const unwatched: Job = { signal: new AbortController().signal, onProgress: () => undefined }

/** Tells how far a piece of work is whose stages take about as long as each other, each as long as `bytes` take. */
export function stages(job: Job, count: number, bytes: number) {
  return (stage: number, fraction: number): void =>
    job.onProgress(Math.round((stage + Math.min(1, fraction)) * bytes), count * bytes)
}
