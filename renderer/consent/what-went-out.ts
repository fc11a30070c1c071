import { type Consent, foldName, namesSomebody, organisationsIn } from '../../shared/cases/consent.ts'
import type { PlainDate } from '../../shared/dates.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'

/** Something that left while a consent held, to someone whom it covers. */
export type Departure = { readonly key: string; readonly on: PlainDate } & (
  | { readonly is: 'packet'; readonly names: readonly string[]; readonly sections: readonly string[] }
  | { readonly is: 'step'; readonly service: string; readonly organisation: string }
)

interface Sent {
  readonly packets: readonly SentPacket[]
  readonly steps: readonly Step[]
}

/**
 * What may have left on the strength of a consent, in order. A packet does not say which consent it rested on: any that left
 * while this one held, to someone it names, is listed, since one too many to be told is better than one too few.
 */
export function departuresUnder(consent: Consent, { packets, steps }: Sent): Departure[] {
  const heldOn = (day: PlainDate): boolean =>
    day >= consent.givenOn &&
    (consent.endsOn === null || day <= consent.endsOn) &&
    (consent.withdrawnOn === null || day <= consent.withdrawnOn)
  const left = packets
    .filter(({ kind, createdOn }) => kind !== 'answer' && kind !== 'directory' && heldOn(createdOn))
    .flatMap(({ packetId, createdOn, recipients, sections }): Departure[] => {
      const names = recipients
        .filter((one) => mayReach(consent, one))
        .map(({ name, organisation }) => name || organisation)
      return names.length > 0 ? [{ is: 'packet', key: packetId, on: createdOn, names, sections }] : []
    })
  const asked = steps
    .filter((step) => rests(step, consent))
    .flatMap((step): Departure[] => {
      const on = step.moves.find(({ to, on: day }) => to === 'sent' && heldOn(day))?.on
      const { id: key, service, organisation } = step
      return on === undefined ? [] : [{ is: 'step', key, on, service, organisation }]
    })
  return [...left, ...asked].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function rests({ consentId, service }: Step, { id, purpose, services }: Consent): boolean {
  if (consentId !== null) return consentId === id
  return purpose === 'service_referral' && services.includes(service)
}

/** An entry of the directory may stand for any organisation: its name is not known here. */
function mayReach(consent: Consent, recipient: SentPacket['recipients'][number]): boolean {
  if (!namesSomebody(consent) || consent.entries.length > 0) return true
  const organisation = foldName(recipient.organisation)
  return (
    consent.members.includes(recipient.fingerprint) ||
    organisationsIn(consent.recipients).some((name) => foldName(name) === organisation)
  )
}
