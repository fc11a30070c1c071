import type { Clipboard } from 'electron'
import type { ShellClipboard } from '../port.ts'

type TextClipboard = Pick<Clipboard, 'readText' | 'clear'>
/** Linux has a second one: whatever was last marked with the mouse, pasted by the middle button. */
export type SystemClipboard = TextClipboard & { readonly selection?: Pick<Clipboard, 'clear'> }

export function createClipboard(clipboard: SystemClipboard): ShellClipboard {
  return {
    readText: () => clipboard.readText(),
    clear: async () => {
      clipboard.clear()
      dropSelection(clipboard)
    },
  }
}

/**
 * What was marked in the page outlives it in the system's hands, without anybody having copied it. Nothing tells whose it
 * is, and it is never meant to be kept: at lock and at quit it goes.
 */
export function dropSelection({ selection }: Pick<SystemClipboard, 'selection'>): void {
  selection?.clear()
}
