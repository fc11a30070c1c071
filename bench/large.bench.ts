import { fictionalCase } from './fictional-cases.ts'
import { createFloorVault, insertCases, openFloorVault, openPlainTwin } from './library.ts'
import type { Row } from './measure.ts'
import { seededRandom } from './random.ts'
import { actsBench, plainActsBench } from './recording.bench.ts'
import { unlockBench } from './vault.bench.ts'

/** Cases that are in memory at once. */
const batch = 1000
/** Steps of each case: half a million in a vault of a hundred thousand. */
const stepsOfEach = 5

/** Ten times what a whole coalition might gather in years: nothing that is done every day may grow out of hand. */
export async function largeBench(folder: string, count: number, rounds: number): Promise<Row[]> {
  const place = await createFloorVault(folder)
  const encrypted = await openFloorVault(place)
  const plain = openPlainTwin(folder, encrypted)
  const told = `${count} cases of ${stepsOfEach} steps`
  const rows: Row[] = []
  try {
    const random = seededRandom(20_260_105)
    for (let n = 0; n < count; n += batch) {
      const cases = Array.from({ length: batch }, () => fictionalCase(random, stepsOfEach))
      insertCases(encrypted, cases)
      insertCases(plain, cases)
    }
    rows.push(...(await plainActsBench({ encrypted, plain }, told, 4 * rounds)))
  } finally {
    encrypted.close()
    plain.close()
  }
  return [
    ...rows,
    ...(await actsBench(place, told, 4 * rounds)),
    ...(await unlockBench(place, count, rounds)),
  ]
}
