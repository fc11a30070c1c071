import { agreed, type Situation, section, step } from '../situation.ts'

/** Live-in work that turned into confinement. A refused bed, then another; and two accounts of the risk to be settled. */
export const behindADoor: Situation = {
  openedDaysAgo: 38,
  writtenDaysAgo: 13,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, colleagues, entries } = of
    const agreement = agreed(of, {
      purpose: 'service_referral',
      services: ['safe_housing', 'temporary_resident_permit', 'interpretation', 'health_care'],
      givenBy: 'person',
      explained: ['with_interpreter', 'said_back'],
      givenDaysAgo: 36,
      endsInDays: 54,
      withheld: [
        {
          sections: [],
          from: say('La famille qui l’employait', 'The family who employed her'),
          why: 'fear_of_harm',
        },
      ],
    })
    const coordination = agreed(of, {
      purpose: 'coordination',
      members: [colleagues.shelter.member, colleagues.legal.member],
      sections: ['wishes', 'risk'],
      givenBy: 'person',
      explained: ['with_interpreter'],
      givenDaysAgo: 36,
      endsInDays: 54,
    })
    const risk = {
      factors: ['precarious_status', 'isolation', 'no_income'],
      protective: ['safe_housing', 'no_contact', 'trusted_worker'],
    }
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Rester ici et travailler. Envoyer de l’argent à sa fille le mois prochain. Être appelée par son vrai prénom.',
            'To stay here and work. To send money to her daughter next month. To be called by her real first name.',
          ),
          contacts: [
            {
              id: id(),
              who: 'shelter',
              means: ['through_organisation', 'in_person'],
              safety: 'safe',
              note: say(
                'Laisser le message à l’intervenante de garde.',
                'Leave the message with the worker on duty.',
              ),
            },
          ],
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_39_to_47',
          gender: 'woman',
          region: '13',
          migrationStatus: 'no_status',
          languages: ['tagalog', 'english'],
          periodFrom: monthsAgo(31),
          periodUntil: monthsAgo(2),
        }),
        section('trafficking', {
          scope: 'international',
          acts: ['recruitment', 'harbouring'],
          means: ['deception', 'abuse_of_vulnerability', 'coercion'],
          purposes: ['domestic_servitude', 'forced_labour'],
          controls: [
            'withholds_documents',
            'restricts_movement',
            'threat_of_law_enforcement',
            'excessive_working_hours',
            'takes_earnings',
          ],
          sectors: ['domestic_work'],
          settings: ['domestic_work'],
          recruiterRelation: 'employer',
          majorityAtExploitation: 'adult',
          place: 'canada_and_abroad',
        }),
        section('indicators', {
          signs: [
            'at_call_in_a_home',
            'documents_held',
            'threats_to_report',
            'no_access_to_money',
            'watched_or_spoken_for',
            'lives_where_works',
          ],
        }),
        section('summary', {
          context: say(
            'Employée par une même famille à l’étranger, puis emmenée ici avec un visa de visite qu’on a laissé expirer.',
            'Employed by one family abroad, then brought here on a visitor visa that was left to expire.',
          ),
          situation: say(
            'Ménage, cuisine et enfants sept jours sur sept, sans clé de la maison ni téléphone. Elle a écrit un mot à une enseignante, qui nous l’a remis avec son accord.',
            'Cleaning, cooking and children seven days a week, with no key to the house and no phone. She wrote a note to a teacher, who handed it to us with her agreement.',
          ),
          needs: say(
            'Un permis qui la protège, un hébergement stable, parler à sa fille.',
            'A permit that protects her, stable lodging, talking to her daughter.',
          ),
        }),
        section('risk', {
          ...risk,
          level: 'medium',
          reasons: say(
            'La famille ignore où elle est. Elle craint d’être dénoncée.',
            'The family does not know where she is. She fears being reported.',
          ),
          reviewOn: ago(-17),
        }),
        section('services', {
          items: [
            { id: id(), service: 'safe_housing', outcome: 'referred', on: ago(36) },
            { id: id(), service: 'temporary_resident_permit', outcome: 'referred', on: ago(20) },
            {
              id: id(),
              service: 'psychosocial',
              outcome: 'provided_by_us',
              on: ago(36),
            },
            {
              id: id(),
              service: 'family_reunification',
              outcome: 'not_applicable',
              on: ago(13),
              note: say('Pas avant le permis\u00a0; elle le sait.', 'Not before the permit; she knows.'),
            },
          ],
        }),
        section('consents', { items: [agreement, coordination] }),
      ],
      rival: {
        by: 'shelter',
        section: section('risk', {
          ...risk,
          factors: [...risk.factors, 'whereabouts_known'],
          level: 'high',
          reasons: say(
            'Une voiture connue d’elle est passée deux fois devant la maison cette semaine.',
            'A car that she knows drove past the house twice this week.',
          ),
          reviewOn: ago(-2),
        }),
      },
      steps: [
        step(
          of,
          {
            service: 'safe_housing',
            ...entries.shelter,
            ...colleagues.shelter,
            channel: 'packet',
            consentId: agreement.id,
          },
          36,
          ['sent', 36],
          ['refused', 35, 'no_capacity'],
        ),
        step(
          of,
          {
            service: 'safe_housing',
            ...entries.refuge,
            channel: 'phone',
            consentId: agreement.id,
            note: say(
              'Accepte de changer de région pour quelque temps.',
              'Agrees to another region for a while.',
            ),
          },
          35,
          ['sent', 35],
          ['accepted', 34],
          ['in_progress', 33],
        ),
        step(
          of,
          { service: 'interpretation', ...entries.interpreters, channel: 'phone', consentId: agreement.id },
          36,
          ['sent', 36],
          ['accepted', 36],
          ['in_progress', 33],
        ),
        step(
          of,
          {
            service: 'temporary_resident_permit',
            ...entries.legal,
            ...colleagues.legal,
            channel: 'packet',
            consentId: agreement.id,
            dueOn: ago(-6),
            note: say(
              'Permis de séjour temporaire pour personne victime de traite, 180 jours.',
              'Temporary resident permit for a victim of trafficking, 180 days.',
            ),
          },
          5,
          ['sent', 4],
        ),
      ],
    }
  },
}
