import { agreed, type Situation, section, step } from '../situation.ts'

/** She left, came back, and was received as before. */
export const backAgain: Situation = {
  openedDaysAgo: 320,
  writtenDaysAgo: 12,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, entries } = of
    const first = agreed(of, {
      purpose: 'service_referral',
      services: ['safe_housing', 'addiction', 'health_care'],
      givenBy: 'person',
      explained: ['aloud_plain_words'],
      givenDaysAgo: 318,
      withdrawnDaysAgo: 200,
      note: say('Retiré à son départ.', 'Withdrawn when she left.'),
    })
    const second = agreed(of, {
      purpose: 'service_referral',
      services: ['safe_housing', 'psychosocial', 'financial_aid'],
      givenBy: 'person',
      explained: ['aloud_plain_words', 'said_back'],
      givenDaysAgo: 12,
      endsInDays: 168,
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Qu’on ne lui demande pas pourquoi elle était repartie. Une porte qui ferme. Voir son fils le dimanche.',
            'Not to be asked why she had gone back. A door that locks. To see her son on Sundays.',
          ),
          contacts: [
            {
              id: id(),
              who: 'person',
              means: ['phone_call', 'text_message'],
              safety: 'safe',
              when: say('En tout temps, nouveau numéro', 'Any time, new number'),
            },
          ],
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_30_to_38',
          gender: 'woman',
          region: '02',
          migrationStatus: 'citizen',
          languages: ['french'],
          periodFrom: monthsAgo(40),
          periodUntil: monthsAgo(1),
        }),
        section('trafficking', {
          scope: 'internal',
          acts: ['recruitment', 'harbouring'],
          means: ['force', 'abuse_of_vulnerability', 'coercion'],
          purposes: ['sexual_exploitation'],
          controls: ['takes_earnings', 'physical_abuse', 'psychoactive_substances', 'uses_children'],
          sectors: ['prostitution'],
          settings: ['bars_and_strip_clubs', 'residential'],
          recruiterRelation: 'intimate_partner',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('summary', {
          context: say(
            'Suivie l’an dernier pendant quatre mois, puis repartie. Elle a rappelé d’elle-même.',
            'Followed for four months last year, then went back. She called again herself.',
          ),
          situation: say(
            'Sortie un matin avec son sac. Elle connaît la maison et sait ce qu’elle veut cette fois.',
            'Left one morning with her bag. She knows the house and knows what she wants this time.',
          ),
          needs: say(
            'Un lit tout de suite, un revenu à elle, un suivi qui ne s’arrête pas si elle hésite.',
            'A bed at once, an income of her own, follow-up that does not stop if she hesitates.',
          ),
        }),
        section('risk', {
          level: 'high',
          reasons: say(
            'Il connaît les lieux où elle va d’habitude.',
            'He knows the places where she usually goes.',
          ),
          factors: ['whereabouts_known', 'recent_violence', 'substance_use', 'children_exposed'],
          protective: ['own_strategies', 'trusted_worker', 'knows_rights'],
          plan: {
            concern: say('Céder quand il promettra encore.', 'Giving in when he makes promises again.'),
            resources: say('Deux amies qui sont passées par là.', 'Two friends who have been through it.'),
            preparedness: say(
              'Son sac, ses papiers, la photo de son fils.',
              'Her bag, her papers, the photo of her son.',
            ),
            strategies: say(
              'Appeler une des deux avant de répondre à un message de lui.',
              'Calling one of the two before answering any message of his.',
            ),
            after: say(
              'Revenir en parler, même après un retour.',
              'Coming back to talk about it, even after going back.',
            ),
          },
          reviewOn: ago(-5),
        }),
        section('services', {
          items: [
            { id: id(), service: 'safe_housing', outcome: 'referred', on: ago(12) },
            { id: id(), service: 'court_accompaniment', outcome: 'declined_by_person', on: ago(12) },
          ],
        }),
        section('consents', { items: [first, second] }),
        section('feedback', {
          on: ago(199),
          answers: [
            { question: 'comfortable', answer: 'yes' },
            { question: 'decided_herself', answer: 'yes' },
            { question: 'same_worker', answer: 'no' },
            { question: 'would_recommend', answer: 'yes' },
          ],
          words: say('Personne ne m’a fait la leçon.', 'Nobody lectured me.'),
        }),
      ],
      steps: [
        step(
          of,
          {
            service: 'safe_housing',
            ...entries.refuge,
            channel: 'phone',
            consentId: first.id,
            outcome: say('Départ avant la fin du séjour.', 'Left before the end of the stay.'),
          },
          318,
          ['sent', 318],
          ['accepted', 317],
          ['in_progress', 316],
          ['not_completed', 200, 'person_declined'],
        ),
        step(
          of,
          {
            service: 'addiction',
            ...entries.recovery,
            channel: 'letter',
            consentId: first.id,
          },
          300,
          ['sent', 299],
          ['refused', 280, 'waiting_list'],
        ),
        step(
          of,
          {
            service: 'safe_housing',
            ...entries.refuge,
            channel: 'phone',
            consentId: second.id,
            note: say('La même chambre, si elle est libre.', 'The same room, if it is free.'),
          },
          12,
          ['sent', 12],
          ['accepted', 12],
          ['in_progress', 11],
        ),
        step(
          of,
          {
            service: 'financial_aid',
            ...entries.housing,
            channel: 'letter',
            consentId: second.id,
            dueOn: ago(-1),
          },
          4,
          ['sent', 4],
        ),
      ],
      turns: [
        {
          to: 'closed',
          on: ago(198),
          reasons: ['person_asked'],
          checklist: ['may_come_back', 'consents_reviewed', 'emergency_contact', 'feedback_offered'],
          note: say('Elle garde le numéro de la ligne d’écoute.', 'She keeps the helpline’s number.'),
        },
        {
          to: 'open',
          on: ago(12),
          reasons: [],
          checklist: [],
          note: say(
            'Elle a rappelé. Elle veut un lit ce soir.',
            'She called again. She wants a bed tonight.',
          ),
        },
      ],
    }
  },
}
