import type { SectionBody } from '../../../shared/cases/sections.ts'
import { isCodeOf } from '../../../shared/vocab/code-list.ts'
import { settings } from '../../../shared/vocab/settings.ts'
import { sectors } from '../../../shared/vocab/trafficking.ts'
import type { PersonAge } from './fields.ts'

/*
 * Which finer fields a coarser answer makes matter. Only what is offered depends on it: a field that holds something is
 * always shown, and every field can be asked for.
 */

/** Purposes that come with no sector: what was done there was neither work nor sex for someone's gain. */
const withoutSector = new Set(['organ_removal', 'forced_military', 'unknown'])
const sexualOnly = new Set(['sexual_exploitation'])
const labourOnly = new Set([
  'forced_labour',
  'debt_bondage',
  'domestic_servitude',
  'forced_begging',
  'forced_criminality',
])

/** CTDC keeps its sectors in two sets of columns, typeOfSex… and typeOfLabour… */
export const isSexualSector = (code: string): boolean =>
  isCodeOf(sectors, code) && (sectors[code].ctdc ?? '').startsWith('typeOfSex')
export const isLabourSector = (code: string): boolean => isCodeOf(sectors, code) && !isSexualSector(code)

/** Whether a sector goes with the purposes that were ticked; slavery, servitude and marriage may go with any. */
export function sectorMatters(sector: string, purposes: readonly string[]): boolean {
  return purposes.some((purpose) => {
    if (withoutSector.has(purpose)) return false
    if (sexualOnly.has(purpose)) return isSexualSector(sector)
    return labourOnly.has(purpose) ? !isSexualSector(sector) : true
  })
}

/** Whether a setting is a finer case of one of the sectors that were ticked. */
export function settingMatters(setting: string, chosen: readonly string[]): boolean {
  return isCodeOf(settings, setting) && settings[setting].sectors.some((sector) => chosen.includes(sector))
}

type Trafficking = SectionBody<'trafficking'>

/** Which of the finer fields of the section on trafficking to show. */
export function traffickingFields(
  body: Trafficking,
  age: PersonAge,
): Readonly<
  Record<'sectors' | 'settings' | 'recruiterRelation' | 'majorityAtExploitation' | 'place', boolean>
> {
  return {
    sectors: body.sectors.length > 0 || body.purposes.some((purpose) => !withoutSector.has(purpose)),
    settings: body.settings.length > 0 || body.sectors.length > 0,
    recruiterRelation: body.recruiterRelation !== null || body.acts.length > 0,
    // Whoever is a minor today was one then.
    majorityAtExploitation: body.majorityAtExploitation !== null || age.majority !== 'minor',
    place: body.place !== null || (body.scope !== null && body.scope !== 'internal'),
  }
}

/** Whether to offer the five parts of a safety plan without being asked. */
export function planMatters({ level, plan, safetyPlan }: SectionBody<'risk'>): boolean {
  return (
    level === 'medium' ||
    level === 'high' ||
    safetyPlan !== '' ||
    Object.values(plan).some((part) => part !== '')
  )
}
