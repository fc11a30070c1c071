import { join } from 'node:path'
import { startPreview } from '../main/index.preview.ts'
import { localBrowser } from '../main/shell/preview/browser.ts'
import packageJson from '../package.json' with { type: 'json' }
import { runTour } from '../tests/tour/run.ts'
import { electronProgram, fetchElectron } from './electron-runtime.ts'
import { buildRenderer, rendererFolder } from './renderer.ts'
import { projectFolder, run } from './run.ts'

/**
 * `npm start`: the desktop app in Electron where its runtime is there or can be fetched; else the same app in a local
 * Chrome or Chromium; without a display, the tour.
 * `npm start -- --preview` goes straight to the browser.
 */
const say = (sentence: string): boolean => process.stdout.write(`${sentence}\n`)

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

async function start(): Promise<number> {
  if (!hasDisplay) {
    say('No display here: Relais shows itself in a tour instead, without a window.')
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
    say('Fetching the Electron runtime, once (some 120 MB)…')
    program = await fetchElectron()
  }
  if (!program) {
    say(
      'The Electron runtime could not be fetched: Relais opens in your Chrome or Chromium instead (preview).',
    )
    return null
  }
  const built = await run(
    process.execPath,
    [join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    {
      output: 'hide',
    },
  )
  if (built !== 0) {
    say('The desktop app could not be built: `npm run build` says why.')
    return 1
  }
  const code = await run(program, ['.'], { output: 'show' })
  if (code === 0) return 0
  say('Electron does not run on this computer: Relais opens in your Chrome or Chromium instead (preview).')
  return null
}

async function openInBrowser(): Promise<number> {
  const browser = localBrowser()
  if (!browser) {
    say(
      'No Chrome or Chromium found on this computer: Relais shows itself in a tour instead, without a window.',
    )
    return runTour()
  }
  await buildRenderer()
  await startPreview({ browser, rendererFolder, version: packageJson.version })
  return 0
}

process.exitCode = await start()
