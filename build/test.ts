import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectFolder } from './run.ts'

/**
 * `npm test`: lint, types, then every kind of test. Each check counts as one; the last line is `N passed, N failed`.
 * Above it stands how many were skipped, and what this machine lacks for those, one line for each thing; and what
 * failed, by name, since of a long run a forge keeps only the end.
 */
interface Tally {
  passed: number
  failures: string[]
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
const tally: Tally = { passed: 0, failures: [], skipped: 0 }

for (const [path, parameters] of checks) {
  const { status } = spawnSync(process.execPath, [program(path), ...parameters], {
    cwd: projectFolder,
    stdio: 'inherit',
  })
  const name = [path.split('/').at(-1), ...parameters].join(' ')
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name}\n`)
  if (status === 0) tally.passed += 1
  else tally.failures.push(name)
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

for (const name of tally.failures) process.stdout.write(`✗ ${name}\n`)
if (tally.skipped > 0) process.stdout.write(`${tally.skipped} skipped\n`)
process.stdout.write(`${tally.passed} passed, ${tally.failures.length} failed\n`)
process.exitCode = tally.failures.length === 0 ? 0 : 1

interface Assertion {
  readonly status: string
  readonly fullName: string
}

interface Report {
  readonly numPassedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly Assertion[]
  }[]
}

/** A file that could not load or set up has no failing test in it, a crash not even a file: each is one failure all the same. */
function countTests(succeeded: boolean): void {
  const failuresBefore = tally.failures.length
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
    for (const { name, status, assertionResults } of report.testResults) {
      const file = relative(projectFolder, name)
      const failed = assertionResults.filter((assertion) => assertion.status === 'failed')
      if (status === 'failed' && failed.length === 0) tally.failures.push(`${file}: before its tests`)
      for (const { fullName } of failed) tally.failures.push(`${file}: ${fullName}`)
    }
    tally.passed += report.numPassedTests
    tally.skipped += report.numPendingTests + report.numTodoTests
  } catch {
    process.stdout.write('✗ The test runner left no report.\n')
  }
  if (!succeeded && tally.failures.length === failuresBefore) tally.failures.push('the test runner itself')
}
