import { agreed, type Situation, section, step } from '../situation.ts'

/** A cook without status. Little is offered in his language, and the lawyer has not answered. */
const kitchen: Situation = {
  openedDaysAgo: 21,
  writtenDaysAgo: 14,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, entries } = of
    const agreement = agreed(of, {
      purpose: 'service_referral',
      services: ['legal_aid', 'food_aid', 'health_care'],
      givenBy: 'person',
      explained: ['by_phone_or_video', 'with_interpreter'],
      givenDaysAgo: 20,
      endsInDays: 160,
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Savoir s’il peut réclamer sa paie sans être renvoyé. Continuer à cuisiner, ailleurs.',
            'To know whether he can claim his pay without being sent away. To go on cooking, somewhere else.',
          ),
          contacts: [
            {
              id: id(),
              who: 'person',
              means: ['social_media'],
              safety: 'only_at_times',
              when: say('Le lundi, jour de fermeture', 'Mondays, when it is closed'),
            },
          ],
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_24_to_29',
          gender: 'man',
          region: '07',
          migrationStatus: 'no_status',
          languages: ['bengali'],
          periodFrom: monthsAgo(19),
        }),
        section('trafficking', {
          scope: 'international',
          acts: ['harbouring'],
          means: ['abuse_of_vulnerability', 'coercion'],
          purposes: ['forced_labour'],
          controls: ['takes_earnings', 'threat_of_law_enforcement', 'excessive_working_hours'],
          sectors: ['hospitality'],
          settings: ['restaurants'],
          recruiterRelation: 'acquaintance',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('indicators', {
          signs: [
            'unpaid_or_underpaid',
            'excessive_hours',
            'cannot_quit',
            'threats_to_report',
            'lives_where_works',
          ],
        }),
        section('summary', {
          situation: say(
            'Dort dans une pièce au-dessus de la cuisine. La moitié de sa paie est retenue «\u00a0pour la chambre et les papiers\u00a0».',
            'Sleeps in a room above the kitchen. Half of his pay is kept “for the room and the papers”.',
          ),
          needs: say('Un avis juridique, dans sa langue.', 'Legal advice, in his language.'),
        }),
        section('risk', {
          level: 'medium',
          reasons: say(
            'Y travaille encore\u00a0; rien ne doit l’annoncer là-bas.',
            'Still works there; nothing must give him away.',
          ),
          factors: ['ongoing_contact', 'precarious_status', 'isolation'],
          reviewOn: ago(-14),
        }),
        section('services', {
          items: [
            { id: id(), service: 'legal_aid', outcome: 'referred', on: ago(14) },
            {
              id: id(),
              service: 'interpretation',
              outcome: 'service_unavailable',
              on: ago(18),
              note: say('Personne pour le bengali avant un mois.', 'Nobody for Bengali for a month.'),
            },
            { id: id(), service: 'psychosocial', outcome: 'declined_by_person', on: ago(14) },
          ],
        }),
        section('consents', { items: [agreement] }),
      ],
      steps: [
        step(
          of,
          {
            service: 'legal_aid',
            ...entries.workers,
            channel: 'letter',
            consentId: agreement.id,
            dueOn: ago(2),
            note: say('Joindre le lundi seulement.', 'To be reached on Mondays only.'),
          },
          8,
          ['sent', 7],
        ),
        step(
          of,
          {
            service: 'food_aid',
            ...entries.daycare,
            channel: 'phone',
            consentId: agreement.id,
          },
          14,
          ['sent', 14],
          ['withdrawn', 12, 'found_elsewhere'],
        ),
      ],
    }
  },
}

/** A colleague’s case, of which she sent a copy because she asks something of whoever practises. */
const roomsToClean: Situation = {
  openedDaysAgo: 16,
  status: 'open',
  ownedBy: 'legal',
  tell: (of) => {
    const { say, ago, monthsAgo, me, entries } = of
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Comprendre ce qu’elle signe. Parler à quelqu’un qui connaît son accent et ne la juge pas.',
            'To understand what she signs. To talk to someone who knows her accent and does not judge her.',
          ),
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_30_to_38',
          gender: 'woman',
          region: '15',
          migrationStatus: 'asylum_claimant',
          languages: ['haitian_creole', 'french'],
          periodFrom: monthsAgo(10),
          periodUntil: monthsAgo(1),
        }),
        section('trafficking', {
          scope: 'international',
          acts: ['recruitment', 'transportation'],
          means: ['deception', 'abuse_of_vulnerability'],
          purposes: ['forced_labour'],
          controls: ['takes_earnings', 'threats', 'excessive_working_hours'],
          sectors: ['hospitality'],
          settings: ['hotels'],
          recruiterRelation: 'employer',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('summary', {
          context: say(
            'Placée par une agence sans adresse fixe, transportée chaque nuit en fourgonnette.',
            'Placed by an agency with no fixed address, driven every night in a van.',
          ),
          situation: say(
            'Chambres nettoyées à la pièce, sans bulletin de paie. L’agence dit que sa demande d’asile serait perdue si elle parlait.',
            'Rooms cleaned at piece rate, without a pay slip. The agency says that her asylum claim would be lost if she spoke.',
          ),
          needs: say('Un suivi régulier près de chez elle.', 'Regular follow-up close to where she lives.'),
        }),
      ],
      steps: [
        step(
          of,
          {
            service: 'legal_aid',
            ...entries.legal,
            channel: 'in_person',
          },
          16,
          ['sent', 16],
          ['accepted', 16],
          ['in_progress', 14],
        ),
        step(
          of,
          {
            service: 'psychosocial',
            ...me,
            channel: 'packet',
            dueOn: ago(-3),
            note: say(
              'Pouvez-vous la rencontrer cette semaine ou la prochaine\u00a0? Elle préfère le matin.',
              'Could you meet her this week or next? She prefers mornings.',
            ),
          },
          4,
          ['sent', 4],
        ),
      ],
    }
  },
}

export const kitchensAndRooms: readonly Situation[] = [kitchen, roomsToClean]
