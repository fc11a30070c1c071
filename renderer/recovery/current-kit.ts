import type { Out } from '../../shared/contract.ts'

/** The kit that opens the vault today. */
export type CurrentKit = NonNullable<Out<'recovery.state'>['kit']>

/** As it is printed, easier on the eye: “1a2b 3c4d”. */
export const spacedKitId = (kitId: string): string => `${kitId.slice(0, 4)} ${kitId.slice(4)}`
