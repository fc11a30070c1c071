import { agreed, type Situation, section, step } from '../situation.ts'

/** Two seasons on a building site. He chose to go home; closed, then archived. */
export const buildingSite: Situation = {
  openedDaysAgo: 410,
  writtenDaysAgo: 260,
  status: 'archived',
  tell: (of) => {
    const { say, ago, monthsAgo, id, entries } = of
    const agreement = agreed(of, {
      purpose: 'service_referral',
      services: ['voluntary_return', 'employment', 'interpretation'],
      givenBy: 'person',
      explained: ['with_interpreter', 'in_writing'],
      givenDaysAgo: 405,
      endsInDays: -220,
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Rentrer avec son salaire, la tête haute.',
            'To go home with his wages and his head high.',
          ),
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_39_to_47',
          gender: 'man',
          region: '14',
          migrationStatus: 'visitor',
          languages: ['romanian', 'english'],
          periodFrom: monthsAgo(24),
          periodUntil: monthsAgo(14),
        }),
        section('trafficking', {
          scope: 'international',
          acts: ['recruitment', 'receipt', 'harbouring'],
          means: ['deception', 'abuse_of_vulnerability'],
          purposes: ['forced_labour'],
          controls: ['false_promises', 'takes_earnings', 'threat_of_law_enforcement'],
          sectors: ['construction'],
          settings: ['construction'],
          recruiterRelation: 'stranger',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('summary', {
          context: say(
            'Recruté par une annonce qui promettait un permis à l’arrivée.',
            'Recruited through an advertisement that promised a permit on arrival.',
          ),
          situation: say(
            'Six jours par semaine sur des chantiers, payé en partie, logé dans une roulotte.',
            'Six days a week on building sites, paid in part, lodged in a trailer.',
          ),
          needs: say('Son dû, puis un billet de retour.', 'What he was owed, then a ticket home.'),
        }),
        section('risk', { level: 'low', protective: ['no_contact', 'stable_income'] }),
        section('services', {
          items: [
            { id: id(), service: 'voluntary_return', outcome: 'referred', on: ago(400) },
            { id: id(), service: 'temporary_resident_permit', outcome: 'declined_by_person', on: ago(400) },
          ],
        }),
        section('consents', { items: [agreement] }),
        section('feedback', {
          on: ago(262),
          answers: [
            { question: 'comfortable', answer: 'yes' },
            { question: 'told_options', answer: 'yes' },
            { question: 'decided_herself', answer: 'yes' },
            { question: 'same_worker', answer: 'partly' },
          ],
          words: say('On m’a laissé le temps de choisir.', 'I was given time to choose.'),
        }),
      ],
      steps: [
        step(
          of,
          {
            service: 'employment',
            ...entries.workers,
            channel: 'in_person',
            consentId: agreement.id,
            outcome: say('Salaire récupéré pour l’essentiel.', 'Most of the wages were recovered.'),
          },
          402,
          ['sent', 402],
          ['accepted', 398],
          ['in_progress', 390],
          ['completed', 300],
        ),
        step(
          of,
          {
            service: 'voluntary_return',
            organisation: say('Programme de retour inventé', 'Invented return programme'),
            channel: 'letter',
            consentId: agreement.id,
            outcome: say(
              'Rentré, attendu par un organisme sur place.',
              'Back home, met by an organisation there.',
            ),
          },
          330,
          ['sent', 328],
          ['accepted', 310],
          ['completed', 265],
        ),
      ],
      turns: [
        {
          to: 'closed',
          on: ago(260),
          reasons: ['left_area', 'needs_met_as_far_as_possible'],
          checklist: [
            'needs_reviewed',
            'may_come_back',
            'agreed_together',
            'referrals_settled',
            'feedback_offered',
          ],
          note: say(
            'Il a notre numéro, s’il en a besoin de là-bas.',
            'He has our number, should he need it from there.',
          ),
        },
        { to: 'archived', on: ago(75), reasons: [], checklist: [], note: '' },
      ],
    }
  },
}
