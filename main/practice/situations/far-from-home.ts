import { agreed, type Situation, section, step } from '../situation.ts'

/** Taken from one region to another, far from her people. One consent was withdrawn, and the step behind it with it. */
export const farFromHome: Situation = {
  openedDaysAgo: 73,
  writtenDaysAgo: 10,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, entries } = of
    const community = agreed(of, {
      purpose: 'service_referral',
      services: ['indigenous_services', 'health_care'],
      givenBy: 'person',
      explained: ['aloud_plain_words', 'with_support_person'],
      givenDaysAgo: 70,
      endsInDays: 25,
    })
    const shelter = agreed(of, {
      purpose: 'service_referral',
      services: ['safe_housing'],
      entries: [entries.refuge.entryId],
      givenBy: 'person',
      explained: ['aloud_plain_words'],
      givenDaysAgo: 68,
      endsInDays: 112,
      withdrawnDaysAgo: 10,
      note: say(
        'Retiré de vive voix. Elle n’a pas à dire pourquoi.',
        'Withdrawn aloud. She does not have to say why.',
      ),
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Être accompagnée par une femme de sa nation. Décider elle-même si et quand elle rentre. Qu’on ne prévienne pas sa communauté à sa place.',
            'To have a woman of her nation with her. To decide herself whether and when to go home. That nobody tells her community in her place.',
          ),
          contacts: [
            {
              id: id(),
              who: 'caseworker',
              means: ['in_person'],
              safety: 'safe',
              note: say(
                'L’accompagnatrice du centre d’amitié.',
                'The support worker of the friendship centre.',
              ),
            },
          ],
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_24_to_29',
          gender: 'woman',
          region: '09',
          migrationStatus: 'citizen',
          languages: ['innu', 'french'],
          periodFrom: monthsAgo(22),
          periodUntil: monthsAgo(3),
        }),
        section('trafficking', {
          scope: 'internal',
          acts: ['recruitment', 'transportation', 'transfer'],
          means: ['abuse_of_vulnerability', 'force', 'deception'],
          purposes: ['sexual_exploitation'],
          controls: ['restricts_movement', 'physical_abuse', 'psychoactive_substances', 'false_promises'],
          sectors: ['prostitution'],
          settings: ['residential'],
          recruiterRelation: 'friend',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('indicators', {
          signs: [
            'hardship_used',
            'moved_often',
            'travel_in_other_hands',
            'cut_off_from_others',
            'physical_violence',
          ],
          notes: say(
            'Racontés avec l’accompagnatrice, dans sa langue, quand elle l’a voulu.',
            'Told with the support worker, in her language, when she wanted to.',
          ),
        }),
        section('summary', {
          context: say(
            'Partie vers le sud pour un logement et une formation promis par une connaissance.',
            'Went south for a home and a course promised by an acquaintance.',
          ),
          situation: say(
            'Emmenée d’une région à l’autre, chaque fois plus loin des siens. Revenue dans sa région depuis trois mois.',
            'Taken from one region to another, each time further from her people. Back in her region for three months.',
          ),
          needs: say(
            'Des soins où elle est crue, un appui culturel, du temps.',
            'Care in a place where she is believed, cultural support, time.',
          ),
        }),
        section('risk', {
          level: 'medium',
          reasons: say(
            'Contacts rompus\u00a0; la personne qui l’exploitait connaît sa région d’origine.',
            'No more contact; the one who exploited her knows which region she comes from.',
          ),
          factors: ['whereabouts_known', 'unstable_housing', 'substance_use'],
          protective: ['community', 'trusted_worker', 'no_contact', 'own_strategies'],
          plan: {
            concern: say('Croiser quelqu’un de ce temps-là.', 'To run into someone from that time.'),
            resources: say(
              'Sa grand-mère, l’accompagnatrice, le cercle du mercredi.',
              'Her grandmother, the support worker, the Wednesday circle.',
            ),
            preparedness: '',
            strategies: say('Appeler le centre, de jour comme de nuit.', 'Calling the centre, day or night.'),
            after: '',
          },
          reviewOn: ago(-28),
        }),
        section('services', {
          items: [
            { id: id(), service: 'indigenous_services', outcome: 'referred', on: ago(70) },
            {
              id: id(),
              service: 'addiction',
              outcome: 'service_unavailable',
              on: ago(40),
              note: say(
                'Rien qui soit offert par et pour des femmes autochtones à moins de 400\u00a0km.',
                'Nothing offered by and for Indigenous women within 400 km.',
              ),
            },
            { id: id(), service: 'housing', outcome: 'waiting_list', on: ago(40) },
          ],
        }),
        section('consents', { items: [community, shelter] }),
      ],
      steps: [
        step(
          of,
          {
            service: 'indigenous_services',
            ...entries.friendship,
            channel: 'in_person',
            consentId: community.id,
          },
          70,
          ['sent', 70],
          ['accepted', 70],
          ['in_progress', 69],
        ),
        step(
          of,
          {
            service: 'health_care',
            organisation: say('Clinique fictive du littoral', 'Fictional coastal clinic'),
            channel: 'phone',
            consentId: community.id,
            outcome: say(
              'Bilan complet, accompagnée du début à la fin.',
              'Full check-up, with someone beside her all along.',
            ),
          },
          66,
          ['sent', 66],
          ['accepted', 64],
          ['completed', 51],
        ),
        step(
          of,
          { service: 'safe_housing', ...entries.refuge, channel: 'letter', consentId: shelter.id },
          68,
          ['sent', 68],
          ['accepted', 66],
          ['revoked', 10],
        ),
      ],
    }
  },
}
