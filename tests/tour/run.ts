import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildRenderer } from '../../build/renderer.ts'
import { projectFolder } from '../../build/run.ts'
import { launchHeadless } from '../../main/shell/preview/browser.ts'
import { tourSteps } from './steps.ts'
import { endTour, startTour, type Tour, type TourStep } from './tour.ts'

const pictureFolder = join(projectFolder, 'out', 'tour')

/**
 * Walks through the journeys with two vaults and no window: a line per step, a picture per step in `out/tour/`.
 * @returns the exit code: 0 only if every step held
 */
export async function runTour(): Promise<number> {
  await buildRenderer()
  await rm(pictureFolder, { recursive: true, force: true })
  await mkdir(pictureFolder, { recursive: true })
  const browser = await launchHeadless()
  const tour = await startTour(browser)
  let held = 0
  try {
    for (const [index, step] of tourSteps.entries()) {
      if (!(await walk(tour, step, index + 1))) break
      held += 1
    }
  } finally {
    await endTour(tour)
    await browser.close()
  }
  const left = tourSteps.length - held
  process.stdout.write(`${held} steps held, ${left} did not. Pictures: out/tour/\n`)
  return left === 0 ? 0 : 1
}

async function walk(tour: Tour, step: TourStep, number: number): Promise<boolean> {
  const label = `${String(number).padStart(2, '0')}  journey ${step.journey}  ${step.title}`
  const picture = join(pictureFolder, `${String(number).padStart(2, '0')}-journey-${step.journey}.png`)
  try {
    await step.run(tour)
    if (tour.faults().length > 0) throw new Error(tour.faults().join('; '))
    await tour.shown().page().screenshot({ path: picture, animations: 'disabled' })
    process.stdout.write(`✓ ${label}\n`)
    return true
  } catch (error) {
    await tour
      .shown()
      .page()
      .screenshot({ path: picture })
      .catch(() => undefined)
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 4).join(' ') : String(error)
    process.stdout.write(`✗ ${label}\n    ${reason}\n`)
    return false
  }
}
