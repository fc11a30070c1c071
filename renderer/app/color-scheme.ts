import type { MantineColorSchemeManager } from '@mantine/core'

/** The colour scheme lives in the preferences; Mantine's own manager would write to local storage, which stays empty. */
export const preferredOnly: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}
