import { agreed, type Situation, section, step } from '../situation.ts'

/** A case that ended well, with the whole list gone through. */
export const assemblyLine: Situation = {
  openedDaysAgo: 290,
  writtenDaysAgo: 28,
  status: 'closed',
  tell: (of) => {
    const { say, ago, monthsAgo, id, entries } = of
    const agreement = agreed(of, {
      purpose: 'service_referral',
      services: ['legal_aid', 'education', 'compensation', 'health_care'],
      givenBy: 'person',
      explained: ['read_together', 'with_interpreter'],
      givenDaysAgo: 285,
      endsInDays: -20,
    })
    const figures = agreed(of, {
      purpose: 'statistics',
      givenBy: 'person',
      explained: ['aloud_plain_words'],
      givenDaysAgo: 285,
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Travailler près de chez elle, à des heures normales. Apprendre le français.',
            'To work close to home, at normal hours. To learn French.',
          ),
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_48',
          gender: 'woman',
          region: '17',
          migrationStatus: 'temporary_resident_permit',
          languages: ['portuguese'],
          periodFrom: monthsAgo(34),
          periodUntil: monthsAgo(10),
        }),
        section('trafficking', {
          scope: 'international',
          acts: ['recruitment', 'receipt'],
          means: ['fraud', 'abuse_of_vulnerability'],
          purposes: ['forced_labour'],
          controls: ['excessive_working_hours', 'withholds_documents', 'restricts_financial_access'],
          sectors: ['manufacturing'],
          settings: ['factories'],
          recruiterRelation: 'employer',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('summary', {
          context: say(
            'Venue pour un emploi en usine annoncé par une agence.',
            'Came for a factory job advertised by an agency.',
          ),
          situation: say(
            'Postes doublés, compte bancaire ouvert et tenu par l’agence. Elle est sortie avec trois collègues.',
            'Double shifts, a bank account opened and held by the agency. She left with three co-workers.',
          ),
          needs: say('Salaire, statut, cours.', 'Wages, status, classes.'),
        }),
        section('risk', {
          level: 'low',
          factors: [],
          protective: ['no_contact', 'stable_income', 'stable_status', 'peer_support', 'knows_rights'],
        }),
        section('services', {
          items: [
            { id: id(), service: 'legal_aid', outcome: 'referred', on: ago(284) },
            { id: id(), service: 'education', outcome: 'referred', on: ago(200) },
          ],
        }),
        section('consents', { items: [agreement, figures] }),
        section('feedback', {
          on: ago(29),
          answers: [
            { question: 'comfortable', answer: 'yes' },
            { question: 'same_worker', answer: 'yes' },
            { question: 'told_options', answer: 'yes' },
            { question: 'decided_herself', answer: 'yes' },
            { question: 'confidentiality', answer: 'yes' },
            { question: 'private_space', answer: 'partly' },
            { question: 'would_recommend', answer: 'yes' },
          ],
          words: say(
            'J’aurais voulu une interprète dès le premier jour.',
            'I would have liked an interpreter from the first day.',
          ),
        }),
      ],
      steps: [
        step(
          of,
          {
            service: 'legal_aid',
            ...entries.legal,
            channel: 'letter',
            consentId: agreement.id,
            outcome: say(
              'Permis obtenu, salaire réclamé avec succès.',
              'Permit obtained, wages claimed with success.',
            ),
          },
          284,
          ['sent', 284],
          ['accepted', 278],
          ['in_progress', 270],
          ['completed', 120],
        ),
        step(
          of,
          {
            service: 'compensation',
            ...entries.compensation,
            channel: 'letter',
            consentId: agreement.id,
          },
          240,
          ['sent', 238],
          ['refused', 190, 'not_eligible'],
        ),
        step(
          of,
          {
            service: 'education',
            ...entries.school,
            channel: 'in_person',
            consentId: agreement.id,
            outcome: say('Francisation à temps partiel terminée.', 'Part-time French course finished.'),
          },
          200,
          ['sent', 200],
          ['accepted', 196],
          ['in_progress', 180],
          ['completed', 40],
        ),
      ],
      turns: [
        {
          to: 'closed',
          on: ago(28),
          reasons: ['needs_met', 'agreed_together'],
          checklist: [
            'needs_reviewed',
            'safety_plan',
            'may_come_back',
            'agreed_together',
            'referrals_settled',
            'consents_reviewed',
            'emergency_contact',
            'feedback_offered',
            'supervisor_reviewed',
          ],
          note: say(
            'Elle peut revenir à tout moment, et le sait.',
            'She may come back at any time, and knows it.',
          ),
        },
      ],
    }
  },
}
