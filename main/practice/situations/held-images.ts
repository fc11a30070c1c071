import { agreed, type Situation, section, step } from '../situation.ts'

/** Images held by someone else. A consent has run out, and the police were asked, then not. */
export const heldImages: Situation = {
  openedDaysAgo: 55,
  writtenDaysAgo: 22,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, entries } = of
    const support = agreed(of, {
      purpose: 'service_referral',
      services: ['psychosocial', 'legal_aid'],
      givenBy: 'person',
      explained: ['in_writing', 'said_back'],
      givenDaysAgo: 50,
      endsInDays: 70,
    })
    const police = agreed(of, {
      purpose: 'service_referral',
      services: ['police_safety'],
      entries: [entries.police.entryId],
      sections: ['wishes', 'summary'],
      givenBy: 'person',
      explained: ['in_writing'],
      givenDaysAgo: 36,
      endsInDays: -6,
      note: say('Pour un mois, le temps d’y réfléchir.', 'For one month, to think it over.'),
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Que les images disparaissent. Garder son emploi. Décider plus tard pour la police.',
            'That the images disappear. To keep a job. To decide about the police later.',
          ),
          contacts: [
            {
              id: id(),
              who: 'person',
              means: ['email', 'text_message'],
              safety: 'safe',
              note: say('Nouvelle adresse, ouverte avec nous.', 'New address, opened with us.'),
            },
            {
              id: id(),
              who: 'employer',
              means: ['phone_call'],
              safety: 'not_safe',
              note: say('Ne sait rien.', 'Knows nothing.'),
            },
          ],
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_18_to_23',
          gender: 'another',
          region: '03',
          migrationStatus: 'citizen',
          languages: ['french'],
          periodFrom: monthsAgo(16),
          periodUntil: monthsAgo(2),
        }),
        section('trafficking', {
          scope: 'internal',
          acts: ['recruitment'],
          means: ['deception', 'coercion'],
          purposes: ['sexual_exploitation'],
          controls: ['threats', 'takes_earnings', 'psychological_abuse'],
          sectors: ['remote_interactive_services', 'pornography'],
          settings: ['remote_interactive_sexual_acts'],
          recruiterRelation: 'friend',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('indicators', {
          signs: [
            'first_contact_online',
            'made_to_perform_online',
            'images_used_as_blackmail',
            'earnings_taken',
          ],
        }),
        section('summary', {
          context: say(
            'Des séances en ligne proposées par une connaissance, d’abord à deux, puis pour des inconnus.',
            'Online sessions suggested by an acquaintance, at first for two, then for strangers.',
          ),
          situation: say(
            'Les gains passaient par le compte de l’autre personne. Depuis l’arrêt, elle menace de tout envoyer au travail et à la famille.',
            'The earnings went through the other person’s account. Since it stopped, there are threats to send everything to work and family.',
          ),
          needs: say(
            'Du soutien sans jugement, un avis sur le retrait des images, un compte à soi.',
            'Support without judgement, advice on taking images down, an account of one’s own.',
          ),
        }),
        section('risk', {
          level: 'medium',
          reasons: say(
            'Menaces répétées, mais aucune diffusion connue.',
            'Repeated threats, but nothing known to have been spread.',
          ),
          factors: ['images_held', 'psychological_distress'],
          protective: ['work_or_school', 'peer_support', 'own_strategies'],
          reviewOn: ago(-19),
        }),
        section('services', {
          items: [
            { id: id(), service: 'psychosocial', outcome: 'referred', on: ago(50) },
            { id: id(), service: 'sexual_assault_support', outcome: 'already_provided', on: ago(50) },
            { id: id(), service: 'police_safety', outcome: 'declined_by_person', on: ago(22) },
          ],
        }),
        section('consents', { items: [support, police] }),
      ],
      steps: [
        step(
          of,
          {
            service: 'psychosocial',
            ...entries.helpline,
            channel: 'phone',
            consentId: support.id,
            outcome: say('Rencontres aux deux semaines.', 'Meetings every two weeks.'),
          },
          50,
          ['sent', 50],
          ['accepted', 49],
          ['in_progress', 43],
        ),
        step(
          of,
          { service: 'police_safety', ...entries.police, channel: 'phone', consentId: police.id },
          36,
          ['sent', 35],
          ['received', 34],
          ['withdrawn', 22, 'person_declined'],
        ),
        step(
          of,
          {
            service: 'legal_aid',
            ...entries.legal,
            channel: 'letter',
            consentId: support.id,
            note: say(
              'Retrait d’images intimes, ordonnance civile.',
              'Taking down intimate images, civil order.',
            ),
          },
          22,
          ['sent', 21],
          ['accepted', 15],
        ),
      ],
    }
  },
}
