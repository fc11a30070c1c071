import { runTour } from '../tests/tour/run.ts'

process.exitCode = await runTour()
