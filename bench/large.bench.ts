import { fictionalCase } from './fictional-cases.ts'
import { createFloorVault, insertCases, openFloorVault } from './library.ts'
import type { Row } from './measure.ts'
import { seededRandom } from './random.ts'
import { unlockBench } from './vault.bench.ts'

/** Cases that are in memory at once. */
const batch = 1000

/** Ten times what a whole coalition might gather in years: nothing that is done at each unlock may grow out of hand. */
export async function largeBench(folder: string, count: number, rounds: number): Promise<Row[]> {
  const place = await createFloorVault(folder)
  const vault = await openFloorVault(place)
  try {
    const random = seededRandom(20_260_105)
    for (let n = 0; n < count; n += batch) {
      insertCases(
        vault,
        Array.from({ length: batch }, () => fictionalCase(random)),
      )
    }
  } finally {
    vault.close()
  }
  return unlockBench(place, count, rounds)
}
