import { agreed, type Situation, section, step } from '../situation.ts'

/** A union decided by others. What matters most is who must not learn where she is. */
export const decidedByOthers: Situation = {
  openedDaysAgo: 120,
  writtenDaysAgo: 30,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, entries } = of
    const agreement = agreed(of, {
      purpose: 'service_referral',
      services: ['safe_housing', 'legal_aid', 'child_care', 'education'],
      givenBy: 'person',
      explained: ['aloud_plain_words', 'with_support_person'],
      givenDaysAgo: 118,
      endsInDays: 62,
      withheld: [
        {
          sections: [],
          from: say('Tout organisme fréquenté par sa belle-famille', 'Any organisation her in-laws go to'),
          why: 'fear_of_harm',
        },
        {
          sections: ['profile'],
          from: say('La garderie', 'The day care'),
          why: 'no_reason_given',
        },
      ],
    })
    const committee = agreed(of, {
      purpose: 'committee_review',
      sections: ['wishes', 'profile', 'summary', 'question'],
      givenBy: 'person',
      explained: ['read_together'],
      givenDaysAgo: 30,
      endsInDays: 45,
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Ne plus jamais être renvoyée là-bas. Rester mère de son fils au quotidien. Revoir ses sœurs, mais pas tout de suite.',
            'Never to be sent back there. To be a mother to her son every day. To see her sisters again, but not yet.',
          ),
          contacts: [
            {
              id: id(),
              who: 'friend',
              means: ['phone_call'],
              safety: 'safe',
              when: say('En semaine, après 18\u00a0h', 'On weekdays, after 6 p.m.'),
            },
            { id: id(), who: 'relative', means: ['phone_call', 'social_media'], safety: 'not_safe' },
            { id: id(), who: 'partner', means: ['phone_call', 'in_person'], safety: 'not_safe' },
          ],
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_18_to_23',
          gender: 'woman',
          region: '06',
          migrationStatus: 'permanent_resident',
          languages: ['french', 'english'],
          periodFrom: monthsAgo(26),
          periodUntil: monthsAgo(4),
        }),
        section('trafficking', {
          scope: 'international',
          acts: ['transfer', 'receipt', 'harbouring'],
          means: ['payments', 'abuse_of_power', 'force'],
          purposes: ['forced_marriage', 'domestic_servitude'],
          controls: ['physical_abuse', 'restricts_movement', 'uses_children', 'withholds_documents'],
          sectors: ['domestic_work'],
          settings: ['personal_sexual_servitude'],
          recruiterRelation: 'family',
          majorityAtExploitation: 'adult',
          place: 'canada_and_abroad',
        }),
        section('summary', {
          context: say(
            'Promise à dix-neuf ans lors d’un voyage dont elle ne devait pas connaître le but.',
            'Promised at nineteen during a journey whose purpose she was not told.',
          ),
          situation: say(
            'De retour ici, elle tenait la maison de sa belle-famille sans en sortir seule. Le départ a été préparé pendant deux mois avec une amie.',
            'Back here, she kept her in-laws’ house and never went out alone. Leaving was prepared for two months with a friend.',
          ),
          needs: say(
            'Un avis de droit de la famille, une garderie sûre, reprendre ses études.',
            'Advice on family law, a safe day care, going back to her studies.',
          ),
        }),
        section('risk', {
          level: 'high',
          reasons: say(
            'Menaces de faire sortir l’enfant du pays.',
            'Threats to take the child out of the country.',
          ),
          factors: ['threats_to_relatives', 'children_exposed', 'recent_violence', 'isolation'],
          protective: ['safe_housing', 'trusted_person', 'safety_plan', 'own_strategies'],
          plan: {
            concern: say(
              'Que son fils soit emmené à la sortie de la garderie.',
              'That her son is taken away when day care ends.',
            ),
            resources: say(
              'Son amie, l’avocate, une voisine de palier.',
              'Her friend, the lawyer, a next-door neighbour.',
            ),
            preparedness: say(
              'Passeports de l’enfant en lieu sûr. Liste des personnes qui peuvent le chercher.',
              'The child’s passports in a safe place. A list of people who may fetch him.',
            ),
            strategies: say(
              'Trajets différents chaque jour. Une phrase pour dire à l’école d’appeler.',
              'A different way every day. A sentence that tells the day care to call.',
            ),
            after: '',
          },
          reviewOn: ago(-24),
        }),
        section('services', {
          items: [
            { id: id(), service: 'safe_housing', outcome: 'referred', on: ago(118) },
            {
              id: id(),
              service: 'housing',
              outcome: 'waiting_list',
              on: ago(90),
              note: say('Deux ans d’attente annoncés.', 'A wait of two years was announced.'),
            },
            { id: id(), service: 'police_safety', outcome: 'declined_by_person', on: ago(118) },
          ],
        }),
        section('consents', { items: [agreement, committee] }),
        section('question', {
          question: say(
            'Quelles précautions pour la garde de l’enfant avant la première audience\u00a0?',
            'What precautions about custody of the child before the first hearing?',
          ),
        }),
      ],
      steps: [
        step(
          of,
          {
            service: 'safe_housing',
            ...entries.shelter,
            channel: 'phone',
            consentId: agreement.id,
            outcome: say(
              'Quatre mois à la maison, puis un appartement avec une amie.',
              'Four months at the shelter, then a flat with a friend.',
            ),
          },
          118,
          ['sent', 118],
          ['accepted', 117],
          ['in_progress', 116],
          ['completed', 32],
        ),
        step(
          of,
          { service: 'legal_aid', ...entries.legal, channel: 'letter', consentId: agreement.id },
          110,
          ['sent', 108],
          ['accepted', 101],
          ['in_progress', 95],
        ),
        step(
          of,
          {
            service: 'child_care',
            ...entries.daycare,
            channel: 'in_person',
            consentId: agreement.id,
            note: say('Rien de son profil n’a été donné.', 'Nothing of her profile was given.'),
          },
          30,
          ['sent', 30],
          ['accepted', 29],
        ),
      ],
    }
  },
}
