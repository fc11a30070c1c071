import { join } from 'node:path'
import { build } from 'vite'
import { projectFolder } from './run.ts'

export const rendererFolder = join(projectFolder, 'out', 'renderer')

/** Builds the renderer into `out/renderer`: about a second, so that nobody ever looks at a stale one. */
export async function buildRenderer(): Promise<void> {
  await build({ configFile: join(projectFolder, 'renderer', 'vite.config.ts'), logLevel: 'warn' })
}
