import type { Locale } from '../../shared/app/app.contract.ts'
import type { SectionVersion } from '../../shared/cases/cases.contract.ts'
import { versionsOf } from '../cases/section-state.ts'

/** The one of the two languages of a paper that she speaks, by her profile; null when it is both, neither or not known. */
export function herLanguage(sections: readonly SectionVersion[]): Locale | null {
  const spoken = new Set(versionsOf(sections, 'profile').flatMap(({ body }) => body.languages))
  if (spoken.has('french') === spoken.has('english')) return null
  return spoken.has('french') ? 'fr' : 'en'
}
