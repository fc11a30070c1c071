import type { Situation } from '../situation.ts'
import { assemblyLine } from './assembly-line.ts'
import { backAgain } from './back-again.ts'
import { behindADoor } from './behind-a-door.ts'
import { buildingSite } from './building-site.ts'
import { decidedByOthers } from './decided-by-others.ts'
import { errandsForOthers } from './errands-for-others.ts'
import { farFromHome } from './far-from-home.ts'
import { firstMeetings } from './first-meetings.ts'
import { harvest } from './harvest.ts'
import { heldImages } from './held-images.ts'
import { kitchensAndRooms } from './kitchens-and-rooms.ts'
import { maybeTheSame } from './maybe-the-same.ts'
import { sixteenAndLoved } from './sixteen-and-loved.ts'

/** Every situation of the practice vault, the fullest first. */
export const situations: readonly Situation[] = [
  sixteenAndLoved,
  maybeTheSame,
  errandsForOthers,
  behindADoor,
  decidedByOthers,
  harvest,
  buildingSite,
  heldImages,
  farFromHome,
  ...kitchensAndRooms,
  backAgain,
  assemblyLine,
  ...firstMeetings,
]
