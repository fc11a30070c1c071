import { useHotkeys } from '@mantine/hooks'
import { call } from '../client.ts'

/** Locks the vault. The shell answers with “flush”, then drops this page and all its memory. */
export const lock = (): void => void call('vault.lock', {}).catch(() => undefined)

/** Ctrl L (⌘ L), also while typing. */
export function useLockShortcut(): void {
  useHotkeys([['mod+L', lock]], [], true)
}
