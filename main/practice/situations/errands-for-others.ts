import { agreed, type Situation, section, step } from '../situation.ts'

/** A boy who carries parcels for others. What he wants decides the pace. */
export const errandsForOthers: Situation = {
  openedDaysAgo: 47,
  writtenDaysAgo: 26,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, entries } = of
    const agreement = agreed(of, {
      purpose: 'service_referral',
      services: ['legal_aid', 'education', 'psychosocial'],
      givenBy: 'person',
      explained: ['aloud_plain_words', 'with_images'],
      givenDaysAgo: 44,
      endsInDays: 130,
      withheld: [
        {
          sections: [],
          from: say('Équipe policière imaginaire de liaison', 'Imaginary police liaison team'),
          why: 'fear_of_harm',
          note: say('Tant que l’avocate ne l’a pas rencontré.', 'Until the lawyer has met him.'),
        },
      ],
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Retourner au soccer. Ne plus devoir d’argent à personne. Que son petit frère ne soit jamais approché.',
            'To go back to soccer. To owe money to nobody. That his little brother is never approached.',
          ),
          contacts: [
            {
              id: id(),
              who: 'school',
              means: ['in_person'],
              safety: 'safe',
              when: say(
                'Au local de l’intervenant, sur rendez-vous',
                'In the worker’s office, by appointment',
              ),
            },
          ],
        }),
        section('profile', {
          majority: 'minor',
          ageBand: 'from_14_to_17',
          gender: 'man',
          region: '06',
          migrationStatus: 'permanent_resident',
          languages: ['french', 'english'],
          periodFrom: monthsAgo(8),
        }),
        section('trafficking', {
          scope: 'internal',
          acts: ['recruitment', 'transportation'],
          purposes: ['forced_criminality'],
          controls: ['debt_bondage', 'threats', 'psychoactive_substances'],
          sectors: ['illicit_activities'],
          settings: ['illicit_activities'],
          recruiterRelation: 'acquaintance',
          majorityAtExploitation: 'minor',
          place: 'canada_only',
        }),
        section('indicators', {
          signs: [
            'made_to_offend',
            'debt_never_ends',
            'threats_of_violence',
            'runaway_with_unexplained_means',
            'substances_supplied',
          ],
        }),
        section('summary', {
          context: say(
            'Une «\u00a0avance\u00a0» pour des chaussures, faite par des plus vieux de son quartier, est devenue une dette.',
            'An “advance” for a pair of shoes, from older boys in his neighbourhood, turned into a debt.',
          ),
          situation: say(
            'Doit transporter des colis plusieurs soirs par semaine. Chaque retard augmente la dette. A été frappé une fois.',
            'Has to carry parcels several evenings a week. Each delay adds to the debt. Was hit once.',
          ),
          needs: say(
            'Savoir ce qu’il risque avant de parler à qui que ce soit. Des soirées occupées ailleurs.',
            'To know what he is facing before he talks to anyone. Evenings spent elsewhere.',
          ),
        }),
        section('risk', {
          level: 'high',
          reasons: say(
            'Menaces contre son frère, violence récente.',
            'Threats against his brother, recent violence.',
          ),
          factors: ['ongoing_contact', 'recent_violence', 'threats_to_relatives', 'debt', 'substance_use'],
          protective: ['trusted_worker', 'work_or_school'],
          reviewOn: ago(-8),
        }),
        section('services', {
          items: [
            { id: id(), service: 'legal_aid', outcome: 'referred', on: ago(44) },
            { id: id(), service: 'addiction', outcome: 'declined_by_person', on: ago(26) },
            {
              id: id(),
              service: 'recovery_support',
              outcome: 'waiting_list',
              on: ago(26),
              note: say(
                'Groupe de garçons complet jusqu’à l’automne.',
                'The boys’ group is full until autumn.',
              ),
            },
          ],
        }),
        section('consents', { items: [agreement] }),
      ],
      steps: [
        step(
          of,
          {
            service: 'legal_aid',
            ...entries.legal,
            channel: 'phone',
            consentId: agreement.id,
            outcome: say(
              'Avocate désignée. Premier avis donné de vive voix.',
              'Lawyer assigned. First advice given aloud.',
            ),
          },
          44,
          ['sent', 44],
          ['accepted', 41],
          ['completed', 26],
        ),
        step(
          of,
          {
            service: 'psychosocial',
            ...entries.health,
            channel: 'letter',
            consentId: agreement.id,
            outcome: say(
              'Rendez-vous offerts le soir seulement, aux heures où il est attendu.',
              'Appointments offered in the evening only, when he is expected elsewhere.',
            ),
          },
          40,
          ['sent', 40],
          ['accepted', 37],
          ['not_completed', 19, 'barrier'],
        ),
        step(
          of,
          { service: 'education', ...entries.school, channel: 'in_person', consentId: agreement.id },
          9,
          ['sent', 9],
          ['received', 7],
        ),
      ],
    }
  },
}
