import { runTour } from '../tests/tour/run.ts'
import { runCommand } from './command.ts'

await runCommand(runTour)
