import nacl from 'tweetnacl'
import type { Locale } from '../../shared/app/app.contract.ts'
import { addDays, type PlainDate } from '../../shared/dates.ts'
import { fingerprintOf } from '../../shared/members/fingerprint.ts'
import { putMember, setVerified } from '../members/members.store.ts'
import type { Writer } from '../vault/database.ts'
import { services } from './services.ts'
import type { AskedMember } from './situation.ts'

interface Colleague {
  readonly name: Readonly<Record<Locale, string>>
  readonly organisation: Readonly<Record<Locale, string>>
  readonly sector: string
  readonly verified: boolean
}

/** Nobody: their names say what they are, so that no one takes them for someone. */
const colleagues = {
  shelter: {
    name: { fr: 'Collègue fictive A', en: 'Fictional colleague A' },
    organisation: services.shelter.organisation,
    sector: 'community',
    verified: true,
  },
  legal: {
    name: { fr: 'Collègue fictif B', en: 'Fictional colleague B' },
    organisation: services.legal.organisation,
    sector: 'crime_victims',
    verified: true,
  },
  health: {
    name: { fr: 'Collègue fictive C', en: 'Fictional colleague C' },
    organisation: services.health.organisation,
    sector: 'health',
    verified: true,
  },
  coordination: {
    name: { fr: 'Collègue fictif D', en: 'Fictional colleague D' },
    organisation: {
      fr: 'Coordination fictive de la coalition',
      en: 'Fictional coordination of the coalition',
    },
    sector: 'government',
    verified: false,
  },
} as const satisfies Readonly<Record<string, Colleague>>
export type ColleagueName = keyof typeof colleagues

/** Cards last a year; these were exchanged some weeks ago. */
const addedDaysAgo = 60
const cardDays = 365

/** Members whose secret keys are thrown away at once: nobody will ever answer, and nothing sent to them can be read. */
export function addColleagues(
  db: Writer,
  locale: Locale,
  today: PlainDate,
): Readonly<Record<ColleagueName, AskedMember>> {
  const addedOn = addDays(today, -addedDaysAgo)
  const added = Object.entries<Colleague>(colleagues).map(([name, colleague]) => {
    const sign = nacl.sign.keyPair()
    const box = nacl.box.keyPair()
    sign.secretKey.fill(0)
    box.secretKey.fill(0)
    const fingerprint = fingerprintOf(sign.publicKey)
    const organisation = colleague.organisation[locale]
    putMember(db, {
      fingerprint,
      name: colleague.name[locale],
      organisation,
      sector: colleague.sector,
      signPublic: sign.publicKey,
      boxPublic: box.publicKey,
      validFrom: addedOn,
      validUntil: addDays(addedOn, cardDays),
      addedOn,
    })
    if (colleague.verified) setVerified(db, fingerprint, addedOn)
    return [name, { member: fingerprint, organisation }] as const
  })
  return Object.fromEntries(added) as Record<ColleagueName, AskedMember>
}
