import { codeList } from './code-list.ts'

/** The six kinds of organisation in the coalition. */
export const coalitionSectors = codeList('The coalition’s six kinds of members; wording proposed', {
  community: { fr: 'Hébergement et soutien communautaires', en: 'Community shelters and support groups' },
  health: { fr: 'Santé et services sociaux', en: 'Health and social services' },
  crime_victims: { fr: 'Aide aux personnes victimes d’actes criminels', en: 'Crime-victim services' },
  youth_protection: { fr: 'Protection de la jeunesse', en: 'Youth protection' },
  justice: { fr: 'Police et tribunaux', en: 'Police and courts' },
  government: { fr: 'Ministères et organismes publics', en: 'Government agencies' },
})
