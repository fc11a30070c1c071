import type { Locale } from '../../shared/app/app.contract.ts'
import type { Member } from '../../shared/members/members.contract.ts'

/** A list that fits the screen needs no search. */
export const longList = 10

/** Accents and case aside, as a person in a hurry types. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** Those whose name or organisation holds every word of `search`, by name as the language orders it. */
export function membersFound(members: readonly Member[], search: string, locale: Locale): Member[] {
  const words = plain(search).split(/\s+/)
  const { compare } = new Intl.Collator(locale)
  return members
    .filter((member) => {
      const text = plain(`${member.name} ${member.organisation}`)
      return words.every((word) => text.includes(word))
    })
    .sort((a, b) => compare(a.name, b.name) || compare(a.organisation, b.organisation))
}

/** Fit to receive a packet: verified in person, with a card that is still good. */
export const canReceive = (member: Member): boolean => member.trust === 'verified' && !member.expired
