import { join } from 'node:path'
import { startPreview } from '../main/index.preview.ts'
import { localBrowser } from '../main/shell/preview/browser.ts'
import packageJson from '../package.json' with { type: 'json' }
import { runTour } from '../tests/tour/run.ts'
import { runCommand, say } from './command.ts'
import { electronProgram, fetchElectron } from './electron-runtime.ts'
import { buildRenderer, rendererFolder } from './renderer.ts'
import { projectFolder, run } from './run.ts'

/**
 * `npm start`: the desktop app in Electron where its runtime is there or can be fetched; else the same app in a local
 * Chrome or Chromium; without a display or a browser, the tour.
 * `npm start -- --preview` goes straight to the browser.
 */
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** An Electron that can't run ends at once; what ends later had opened. */
const startMilliseconds = 10_000

async function start(): Promise<number> {
  if (!hasDisplay) {
    say(
      'Pas d’écran ici : Relais se montre plutôt dans une visite, sans fenêtre.',
      'No display here: Relais shows itself in a tour instead, without a window.',
    )
    return runTour()
  }
  if (!process.argv.includes('--preview')) {
    const code = await startElectron()
    if (code !== null) return code
  }
  return openInBrowser()
}

/** The exit code of the desktop app; null when it could not be opened at all. */
async function startElectron(): Promise<number | null> {
  let program = electronProgram()
  if (!program) {
    say(
      'Téléchargement du moteur Electron, une seule fois (environ 120 Mo)…',
      'Fetching the Electron runtime, once (some 120 MB)…',
    )
    program = await fetchElectron()
  }
  if (!program) {
    say(
      'Le moteur Electron n’a pas pu être obtenu : Relais s’ouvre dans votre Chrome ou Chromium (aperçu).',
      'The Electron runtime could not be fetched: Relais opens in your Chrome or Chromium instead (preview).',
    )
    return null
  }
  const builder = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js')
  const built = await run(process.execPath, [builder, 'build'], { output: 'hide' })
  if (built !== 0) {
    say(
      'L’application n’a pas pu être assemblée : « npm run build » dit pourquoi.',
      'The desktop app could not be built: `npm run build` says why.',
    )
    return 1
  }
  const started = performance.now()
  const code = await run(program, ['.'], { output: 'show' })
  if (code === 0) return 0
  if (performance.now() - started > startMilliseconds) {
    say(
      'Relais s’est arrêté de façon inattendue : relancez-le ; ce qui était gardé est dans le coffre.',
      'Relais ended unexpectedly: start it again; what was kept is in the vault.',
    )
    return code
  }
  say(
    'Electron ne fonctionne pas sur cet ordinateur : Relais s’ouvre dans votre Chrome ou Chromium (aperçu).',
    'Electron does not run on this computer: Relais opens in your Chrome or Chromium instead (preview).',
  )
  return null
}

async function openInBrowser(): Promise<number> {
  const browser = localBrowser()
  if (!browser) {
    say(
      'Ni Chrome ni Chromium sur cet ordinateur : Relais se montre plutôt dans une visite, sans fenêtre.',
      'No Chrome or Chromium found on this computer: Relais shows itself in a tour instead, without a window.',
    )
    return runTour()
  }
  await buildRenderer()
  try {
    await startPreview({ browser, rendererFolder, version: packageJson.version })
    return 0
  } catch (error) {
    // What the driver says is the browser's whole log: its name tells more.
    if (!(error instanceof Error) || !error.message.startsWith('browserType.launch')) throw error
    say(
      `${browser} n’a pas pu ouvrir de fenêtre : ouvrez-le une fois à la main pour voir ce qui manque, ou faites « npm run tour ».`,
      `${browser} could not open a window: open it once by hand to see what is missing, or use \`npm run tour\`.`,
    )
    return 1
  }
}

await runCommand(start)
