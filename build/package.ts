import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand, say } from './command.ts'
import { electronProgram, fetchElectron } from './electron-runtime.ts'
import { projectFolder, run } from './run.ts'

/** `npm run package`: bundles, then electron-builder with the parameters given. Asks for the runtime before a minute is spent. */
const parameters = process.argv.slice(2)
const bundler = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js')
const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'))

async function packageApp(): Promise<number> {
  const named = parameters.some((parameter) => parameter.includes('electronDist='))
  if (!named && !electronProgram() && !(await fetchElectron())) {
    say(
      'Le moteur Electron n’a pas pu être obtenu : indiquez où il est, « npm run package -- -c.electronDist=DOSSIER » (docs/packaging.md).',
      'The Electron runtime could not be fetched: say where it is, `npm run package -- -c.electronDist=FOLDER` (docs/packaging.md).',
    )
    return 1
  }
  const built = await run(process.execPath, [bundler, 'build'], { output: 'show' })
  if (built !== 0) return built
  return run(process.execPath, [builder, ...parameters], { output: 'show' })
}

await runCommand(packageApp)
