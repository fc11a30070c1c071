import type { Majority } from './person.ts'

/**
 * Palermo Protocol, art. 3(c): recruiting, transporting, transferring, harbouring or receiving a child for exploitation
 * is trafficking *even if none of the means is used*; art. 3(d): a child is anyone under eighteen. Pass the majority
 * at the time of the facts. When it is unknown the means are not demanded either: the person may be a child.
 */
export function meansRequired(majority: Majority): boolean {
  return majority === 'adult'
}
