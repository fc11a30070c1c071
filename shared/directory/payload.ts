import { z } from 'zod'
import { directoryEntry } from './directory.contract.ts'

/** More services than Québec has: a packet is opened in memory, whole. */
export const entriesLimit = 20_000

/** The part `directory.json` of a directory packet: every entry as it is kept, and none of the rivals. */
export const directoryPayload = z.strictObject({ entries: z.array(directoryEntry).max(entriesLimit) })
export type DirectoryPayload = z.infer<typeof directoryPayload>
