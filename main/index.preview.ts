import { homedir } from 'node:os'
import { join } from 'node:path'
import { launchWindow } from './shell/preview/browser.ts'
import { openPreview } from './shell/preview/preview.ts'

export interface PreviewStart {
  /** A Chrome or Chromium of this computer. */
  readonly browser: string
  readonly rendererFolder: string
  readonly version: string
}

/** Opens Relais in a window of the local browser; settles when the person closes it. */
export async function startPreview({
  browser: executablePath,
  rendererFolder,
  version,
}: PreviewStart): Promise<void> {
  const browser = await launchWindow(executablePath)
  const dataFolder = previewDataFolder()
  const preview = await openPreview(browser, {
    dataFolder,
    savedFolder: join(dataFolder, 'saved'),
    rendererFolder,
    version,
    viewport: null,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void preview.close())
  await preview.closed
  await browser.close()
}

/** Where each system keeps a program's own files; apart from the product's, which the preview must not touch. */
export function previewDataFolder(
  platform = process.platform,
  environment = process.env,
  home = homedir(),
): string {
  const name = 'Relais preview'
  if (platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), name)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name)
  return join(environment.XDG_DATA_HOME ?? join(home, '.local', 'share'), name)
}
