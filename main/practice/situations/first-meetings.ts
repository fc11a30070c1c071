import { agreed, type Situation, section } from '../situation.ts'

/** A student whose housing, job and debt come from the same person. She has agreed to the committee, to nothing else yet. */
const feesToPay: Situation = {
  openedDaysAgo: 11,
  writtenDaysAgo: 5,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id } = of
    const committee = agreed(of, {
      purpose: 'committee_review',
      sections: ['wishes', 'profile', 'summary', 'question'],
      givenBy: 'person',
      explained: ['read_together', 'said_back'],
      givenDaysAgo: 5,
      endsInDays: 60,
      note: say('Veut lire le résumé avant la rencontre.', 'Wants to read the summary before the meeting.'),
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Garder son permis d’études. Que ses parents ne sachent rien de la dette.',
            'To keep her study permit. That her parents learn nothing of the debt.',
          ),
          contacts: [
            {
              id: id(),
              who: 'person',
              means: ['email'],
              safety: 'safe',
              note: say('Adresse de l’école seulement.', 'School address only.'),
            },
          ],
        }),
        section('profile', {
          majority: 'adult',
          ageBand: 'from_18_to_23',
          gender: 'woman',
          region: '05',
          migrationStatus: 'student',
          languages: ['punjabi', 'english'],
          periodFrom: monthsAgo(13),
        }),
        section('trafficking', {
          scope: 'international',
          acts: ['recruitment', 'harbouring'],
          means: ['deception', 'coercion'],
          purposes: ['debt_bondage', 'forced_labour'],
          controls: ['debt_bondage', 'false_promises', 'threat_of_law_enforcement'],
          sectors: ['labour_other'],
          settings: ['commercial_cleaning'],
          recruiterRelation: 'person_in_position',
          majorityAtExploitation: 'adult',
          place: 'canada_only',
        }),
        section('indicators', {
          signs: [
            'recruitment_fees',
            'debt_never_ends',
            'excessive_hours',
            'threats_to_report',
            'earnings_taken',
          ],
          notes: say(
            'Parle de «\u00a0service rendu\u00a0», jamais d’exploitation.',
            'Speaks of “a favour”, never of exploitation.',
          ),
        }),
        section('summary', {
          context: say(
            'Un consultant a avancé ses frais de scolarité, puis trouvé la chambre et l’emploi.',
            'A consultant advanced her tuition fees, then found the room and the job.',
          ),
          situation: say(
            'Nettoie des bureaux la nuit, au-delà des heures permises, pour une dette dont elle ne voit pas le compte.',
            'Cleans offices at night, beyond the hours allowed, for a debt of which she is shown no account.',
          ),
          needs: say(
            'Comprendre ses droits sans que l’école ni l’immigration l’apprennent.',
            'To understand her rights without the school or immigration learning of it.',
          ),
        }),
        section('risk', { level: 'unassessed', factors: ['debt', 'precarious_status'], reviewOn: ago(-7) }),
        section('services', {
          items: [
            {
              id: id(),
              service: 'legal_aid',
              outcome: null,
              note: say(
                'Attend la rencontre du comité pour décider.',
                'Is waiting for the committee’s meeting to decide.',
              ),
            },
          ],
        }),
        section('consents', { items: [committee] }),
        section('question', {
          question: say(
            'Peut-elle dénoncer le consultant sans que ses heures de travail lui soient reprochées\u00a0?',
            'Can she report the consultant without her working hours being held against her?',
          ),
        }),
      ],
    }
  },
}

/** A first meeting: signs were ticked, nothing was concluded. */
const doorToDoor: Situation = {
  openedDaysAgo: 3,
  status: 'open',
  tell: ({ say, monthsAgo }) => ({
    sections: [
      section('wishes', {
        wishes: say('Se reposer. Ravoir sa carte bancaire.', 'To rest. To have her bank card back.'),
        safeContacts: say(
          'Par la bibliothèque où elle vient le mardi.',
          'Through the library where she comes on Tuesdays.',
        ),
      }),
      section('profile', {
        majority: 'adult',
        ageBand: 'from_18_to_23',
        gender: 'woman',
        region: '04',
        languages: ['french'],
        periodFrom: monthsAgo(5),
      }),
      section('indicators', {
        signs: [
          'moved_often',
          'earnings_taken',
          'no_access_to_money',
          'deprived_of_basics',
          'cut_off_from_others',
        ],
        notes: say(
          'Vend de porte à porte avec un groupe qui change de ville chaque semaine.',
          'Sells door to door with a crew that moves to another town every week.',
        ),
      }),
    ],
  }),
}

/** A case may be saved with one word. */
const oneWord: Situation = {
  openedDaysAgo: 1,
  status: 'open',
  tell: ({ say }) => ({ sections: [section('wishes', { wishes: say('Souffler.', 'Breathe.') })] }),
}

export const firstMeetings: readonly Situation[] = [feesToPay, doorToDoor, oneWord]
