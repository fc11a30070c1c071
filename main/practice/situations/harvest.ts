import { agreed, type Situation, section, step } from '../situation.ts'

/** A seasonal worker whose permit, papers and debt are all in one person’s hands. */
export const harvest: Situation = {
  openedDaysAgo: 82,
  writtenDaysAgo: 34,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, colleagues, entries } = of
    const legal = { ...entries.legal, ...colleagues.legal, channel: 'packet' }
    const agreement = agreed(of, {
      purpose: 'service_referral',
      services: ['legal_aid', 'immigration', 'interpretation', 'health_care', 'compensation', 'employment'],
      sections: ['wishes', 'profile', 'trafficking', 'summary'],
      givenBy: 'person',
      explained: ['with_interpreter', 'said_back'],
      givenDaysAgo: 80,
      endsInDays: 100,
      withheld: [
        {
          sections: [],
          from: say('Son employeur et l’agence', 'His employer and the agency'),
          why: 'fear_of_harm',
          note: say('Deux cousins y travaillent encore.', 'Two cousins still work there.'),
        },
      ],
    })
    const figures = agreed(of, {
      purpose: 'statistics',
      givenBy: 'person',
      explained: ['with_interpreter'],
      givenDaysAgo: 34,
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Être payé pour le travail fait. Travailler ailleurs au Québec la saison prochaine. Que ses cousins ne perdent pas leur place à cause de lui.',
            'To be paid for the work he did. To work elsewhere in the province next season. That his cousins do not lose their place because of him.',
          ),
          contacts: [
            {
              id: id(),
              who: 'person',
              means: ['text_message'],
              safety: 'only_at_times',
              when: say('Le dimanche après-midi', 'Sunday afternoons'),
              note: say('En espagnol, phrases courtes.', 'In Spanish, short sentences.'),
            },
            { id: id(), who: 'employer', means: ['phone_call', 'in_person'], safety: 'not_safe' },
          ],
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_30_to_38',
          gender: 'man',
          region: '12',
          migrationStatus: 'temporary_worker',
          languages: ['spanish'],
          periodFrom: monthsAgo(14),
          periodUntil: monthsAgo(3),
        }),
        section('trafficking', {
          scope: 'international',
          acts: ['recruitment', 'transportation', 'harbouring'],
          means: ['fraud', 'abuse_of_vulnerability', 'coercion'],
          purposes: ['forced_labour', 'debt_bondage'],
          controls: [
            'debt_bondage',
            'withholds_documents',
            'excessive_working_hours',
            'threat_of_law_enforcement',
          ],
          sectors: ['agriculture'],
          settings: ['agriculture'],
          recruiterRelation: 'employer',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('indicators', {
          signs: [
            'recruitment_fees',
            'work_not_as_promised',
            'documents_held',
            'permit_used_as_hold',
            'excessive_hours',
            'unpaid_or_underpaid',
            'lives_where_works',
            'care_refused',
          ],
        }),
        section('summary', {
          context: say(
            'Venu avec un permis fermé par l’entremise d’une agence, contre des frais qu’il devait rembourser sur sa paie.',
            'Came on a closed permit through an agency, for fees that were to be paid back out of his wages.',
          ),
          situation: say(
            'Journées de quatorze heures, logement partagé sur place, passeport gardé «\u00a0pour la sécurité\u00a0». Blessé à la main et renvoyé au champ le lendemain. Il est parti avec l’aide d’un bénévole.',
            'Fourteen-hour days, shared lodging on site, passport kept “for safety”. Hurt his hand and was sent back to the field the next day. He left with the help of a volunteer.',
          ),
          needs: say(
            'Permis de travail ouvert, soins pour sa main, salaire dû, un logement d’ici là.',
            'An open work permit, care for his hand, the wages owed, somewhere to live until then.',
          ),
        }),
        section('risk', {
          level: 'medium',
          reasons: say(
            'L’agence appelle sa famille au sujet de la dette. Son lieu de vie actuel n’est pas connu d’elle.',
            'The agency calls his family about the debt. It does not know where he lives now.',
          ),
          factors: ['debt', 'threats_to_relatives', 'precarious_status', 'no_income'],
          protective: ['no_contact', 'community', 'knows_rights'],
          safetyPlan: say(
            'Change de numéro\u00a0; sa famille sait quoi répondre.',
            'New number; his family knows what to answer.',
          ),
          reviewOn: ago(-10),
        }),
        section('services', {
          items: [
            { id: id(), service: 'immigration', outcome: 'referred', on: ago(79) },
            {
              id: id(),
              service: 'safe_housing',
              outcome: 'service_unavailable',
              on: ago(80),
              note: say(
                'Aucun hébergement pour hommes à moins de deux heures de route. Logé par une paroisse.',
                'No shelter for men within two hours by road. Lodged by a parish.',
              ),
            },
            {
              id: id(),
              service: 'housing',
              outcome: 'waiting_list',
              on: ago(34),
            },
          ],
        }),
        section('consents', { items: [agreement, figures] }),
      ],
      steps: [
        step(
          of,
          {
            service: 'interpretation',
            ...entries.interpreters,
            channel: 'phone',
            consentId: agreement.id,
            outcome: say(
              'Interprète d’une autre région, à sa demande.',
              'An interpreter from another region, at his request.',
            ),
          },
          80,
          ['sent', 80],
          ['accepted', 80],
          ['completed', 79],
        ),
        step(
          of,
          {
            service: 'health_care',
            ...entries.health,
            channel: 'in_person',
            consentId: agreement.id,
            outcome: say(
              'Main soignée, rapport remis à lui seul.',
              'Hand treated, report given to him alone.',
            ),
          },
          79,
          ['sent', 79],
          ['accepted', 78],
          ['completed', 70],
        ),
        step(
          of,
          { service: 'legal_aid', ...legal, consentId: agreement.id },
          78,
          ['sent', 78],
          ['received', 75],
          ['accepted', 74],
          ['in_progress', 66],
        ),
        step(
          of,
          {
            service: 'immigration',
            ...legal,
            consentId: agreement.id,
            dueOn: ago(-4),
            note: say('Permis ouvert pour travailleur vulnérable.', 'Open permit for a vulnerable worker.'),
          },
          8,
          ['sent', 6],
          ['received', 3],
        ),
        step(
          of,
          {
            service: 'compensation',
            ...entries.compensation,
            channel: 'letter',
            consentId: agreement.id,
            dueOn: ago(26),
            remindedOn: [ago(20)],
          },
          40,
          ['sent', 36],
          ['expired', 9],
        ),
      ],
    }
  },
}
