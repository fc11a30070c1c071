import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder, run } from './run.ts'

const packageFolder = join(projectFolder, 'node_modules', 'electron')

/** What the program is called within the runtime, as Electron's own installer writes it down. */
const programs: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
}

/** The Electron program if its runtime is on this computer, or null. The package brings none: it is fetched once. */
export function electronProgram(): string | null {
  const pathFile = join(packageFolder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist')
  const program = join(folder, name ?? programs[process.platform] ?? 'electron')
  return existsSync(program) ? program : null
}

/** Fetches the runtime with the package's own installer, which checks what it gets; null when it can't be had. */
export async function fetchElectron(): Promise<string | null> {
  const code = await run(process.execPath, [join(packageFolder, 'install.js')], { output: 'hide' })
  return code === 0 ? electronProgram() : null
}
