import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backupBench } from './care.bench.ts'
import { type FictionalCase, fictionalCase } from './fictional-cases.ts'
import { insertBench, journalBench, saveBench } from './insert.bench.ts'
import { largeBench } from './large.bench.ts'
import { createFloorVault, openFloorVault, openPlainTwin } from './library.ts'
import { lockBench } from './lock.bench.ts'
import type { Row } from './measure.ts'
import { packetBench } from './packet.bench.ts'
import { seededRandom } from './random.ts'
import { plainSearchBench, searchBench } from './search.bench.ts'
import { unlockBench } from './vault.bench.ts'

/*
 * How fast Relais is, as ratios of one run: against what it can't do without, and against what it could be instead.
 *   npm run bench [-- --quick] [-- --json FILE]
 */
const { values: options } = parseArgs({ options: { json: { type: 'string' }, quick: { type: 'boolean' } } })
const count = options.quick ? 2000 : 10_000
const rounds = options.quick ? 3 : 12

async function libraryBench(folder: string, cases: readonly FictionalCase[]): Promise<Row[]> {
  const place = await createFloorVault(folder)
  const encrypted = await openFloorVault(place)
  const plain = openPlainTwin(folder, encrypted)
  const rows: Row[] = []
  try {
    const twins = { encrypted, plain }
    rows.push(...(await insertBench(twins, cases)))
    rows.push(...(await saveBench(twins, cases, 10 * rounds)))
    rows.push(...(await journalBench(twins, cases, 10 * rounds)))
    rows.push(...(await plainSearchBench(twins, count, rounds)))
    rows.push(...(await backupBench(twins, folder, rounds)))
  } finally {
    encrypted.close()
    plain.close()
  }
  return [
    ...(await unlockBench(place, count, 2 * rounds)),
    ...(await lockBench(place, count, rounds)),
    ...(await searchBench(place, count, rounds)),
    ...rows,
  ]
}

function print(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ name }) => name.length))
  for (const { name, ratio, against, n } of rows) {
    console.log(`${name.padEnd(width)}  ${ratio.toFixed(2).padStart(7)} × ${against} (n = ${n})`)
  }
}

const folder = await mkdtemp(join(tmpdir(), 'relais-bench-'))
try {
  const random = seededRandom(20_260_105)
  const cases = Array.from({ length: count }, () => fictionalCase(random))
  const content = Buffer.from(JSON.stringify(cases)).subarray(0, 64 * 1024)
  const packets = await packetBench(folder, content, rounds)
  const large = options.quick ? [] : await largeBench(join(folder, 'large'), 100_000, 3)
  const rows = [...(await libraryBench(folder, cases)), ...large, ...packets.rows]
  print(rows)
  for (const missing of packets.missing) console.log(`Not compared – ${missing}.`)
  if (options.json) await writeFile(options.json, `${JSON.stringify(rows, null, 2)}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
