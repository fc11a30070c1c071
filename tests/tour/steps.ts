import { care } from './care.ts'
import { firstStart } from './first-start.ts'
import { receive } from './receive.ts'
import { record } from './record.ts'
import { refer } from './refer.ts'
import { send } from './send.ts'
import type { TourStep } from './tour.ts'

/** Journeys 1 to 5 and 8, as far as this version goes: no identity guard or rarity check yet. */
export const tourSteps: readonly TourStep[] = [
  ...firstStart,
  ...record,
  ...refer,
  ...send,
  ...receive,
  ...care,
]
