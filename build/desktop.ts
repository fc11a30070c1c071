import { join } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { build, type InlineConfig } from 'vite'
import type { BundledPart } from './notices.ts'
import { projectFolder } from './run.ts'

/**
 * Builds parts of the desktop app as `electron-vite build` does, one by one: while tests run, `out/renderer` is to be left
 * alone, since others are reading it.
 * @param outFolder instead of `out`
 */
export async function buildDesktop(
  parts: readonly BundledPart[],
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
