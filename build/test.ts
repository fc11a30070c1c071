import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './run.ts'

/**
 * `npm test`: lint, types, then every kind of test. Each check counts as one; the last line is `N passed, N failed`.
 * Above it stands how many were skipped, and what this machine lacks for those, one line for each thing.
 */
interface Tally {
  passed: number
  failed: number
  skipped: number
}

const checks: readonly (readonly [string, readonly string[]])[] = [
  ['@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']],
  ['knip/bin/knip.js', []],
  ['typescript/bin/tsc', ['-p', '.']],
  ['typescript/bin/tsc', ['-p', 'shared']],
  ['typescript/bin/tsc', ['-p', 'renderer']],
]

const program = (path: string): string => join(projectFolder, 'node_modules', path)
const tally: Tally = { passed: 0, failed: 0, skipped: 0 }

for (const [path, parameters] of checks) {
  const { status } = spawnSync(process.execPath, [program(path), ...parameters], {
    cwd: projectFolder,
    stdio: 'inherit',
  })
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${path.split('/').at(-1)} ${parameters.join(' ')}\n`)
  tally[status === 0 ? 'passed' : 'failed'] += 1
}

const reportFile = join(projectFolder, 'out', 'test', 'report.json')
mkdirSync(join(projectFolder, 'out', 'test'), { recursive: true })
rmSync(reportFile, { force: true })
const { status } = spawnSync(
  process.execPath,
  [
    program('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
  ],
  { cwd: projectFolder, stdio: 'inherit' },
)
countTests(status === 0)

if (tally.skipped > 0) process.stdout.write(`${tally.skipped} skipped\n`)
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`)
process.exitCode = tally.failed === 0 ? 0 : 1

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/** A file that could not load has no failing test in it, and a crash not even a file: each is one failure all the same. */
function countTests(succeeded: boolean): void {
  const failedBefore = tally.failed
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    tally.passed += report.numPassedTests
    tally.failed += report.numFailedTests + unloaded.length
    tally.skipped += report.numPendingTests + report.numTodoTests
  } catch {
    process.stdout.write('✗ The test runner left no report.\n')
  }
  if (!succeeded && tally.failed === failedBefore) tally.failed += 1
}
