import { join } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { build, type InlineConfig } from 'vite'
import { projectFolder } from './run.ts'

/** The parts of the desktop app that are not the renderer. */
type DesktopPart = 'main' | 'preload'

/**
 * Builds parts of the desktop app as `electron-vite build` does, and leaves `out/renderer` alone: the tests are reading it.
 * @param outFolder instead of `out`
 */
export async function buildDesktop(
  parts: readonly DesktopPart[],
  outFolder = join(projectFolder, 'out'),
): Promise<void> {
  const { config } = await resolveConfig(
    {
      root: projectFolder,
      configFile: join(projectFolder, 'electron.vite.config.ts'),
      logLevel: 'warn',
    },
    'build',
    'production',
  )
  for (const part of parts) {
    const settings = config?.[part] as InlineConfig
    await build({
      ...settings,
      build: { ...settings.build, outDir: join(outFolder, part), emptyOutDir: true },
    })
  }
}
