import type { AppEvents } from '../../shared/app/app.contract.ts'
import type { VaultMessage, VaultRequest } from '../../shared/vault/messages.ts'

/** The forked vault process as the shell sees it: a mailbox that can end. */
export interface VaultChild {
  post(request: VaultRequest): void
  onMessage(listener: (message: VaultMessage) => void): void
  onExit(listener: () => void): void
  /** At once, whatever it is doing. */
  kill(): void
}

/** The system's clipboard. Reading it is only for telling whether it still holds what was copied here. */
export interface ShellClipboard {
  readText(): Promise<string>
  clear(): Promise<void>
}

/**
 * What the application asks of the platform. Two adapters: `electron` is the product, `preview` shows the same renderer
 * in a local Chromium.
 */
export interface ShellPort {
  forkVault(): VaultChild
  /** A native folder dialog; null when the person changed her mind. */
  chooseFolder(): Promise<string | null>
  /**
   * Asks where to put a file and writes it; its path, or null when the person changed her mind.
   * @param wanted once aborted, nothing is written, whatever the person answers
   */
  saveFile(
    file: { readonly name: string; readonly bytes: Uint8Array },
    wanted?: AbortSignal,
  ): Promise<string | null>
  /**
   * Prints one page of HTML that stands by itself: letter size, tagged, with an outline. It is shown to nobody, runs no
   * script, loads nothing and touches no disk. Rejects when it can't be printed.
   * @param wanted once aborted, the printing ends and what was being printed is dropped
   */
  printPdf(html: string, wanted: AbortSignal): Promise<Uint8Array>
  readonly clipboard: ShellClipboard
  send<E extends keyof AppEvents>(event: E, payload: AppEvents[E]): void
  /** Drops the window's page with all its memory and loads a new one. */
  recreateRenderer(): Promise<void>
}
