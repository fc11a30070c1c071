import { agreed, type Situation, section, step } from '../situation.ts'

/** A girl of sixteen and the boyfriend who decides. Followed for two months, with much under way and some of it late. */
export const sixteenAndLoved: Situation = {
  openedDaysAgo: 64,
  writtenDaysAgo: 17,
  status: 'open',
  tell: (of) => {
    const { say, ago, monthsAgo, id, colleagues, entries } = of
    const shelter = { ...entries.shelter, ...colleagues.shelter, channel: 'packet' }
    const toShelter = agreed(of, {
      purpose: 'service_referral',
      services: ['safe_housing', 'psychosocial'],
      members: [colleagues.shelter.member],
      sections: ['wishes', 'profile', 'summary', 'risk'],
      givenBy: 'person',
      explained: ['aloud_plain_words', 'said_back'],
      givenDaysAgo: 60,
      endsInDays: 12,
      note: say('Veut être prévenue avant chaque appel.', 'Wants to be told before each call.'),
    })
    const toServices = agreed(of, {
      purpose: 'service_referral',
      services: ['crime_victim_support', 'education', 'health_care'],
      givenBy: 'person',
      explained: ['aloud_plain_words', 'in_writing'],
      givenDaysAgo: 40,
      endsInDays: 140,
      withheld: [
        {
          sections: ['summary', 'trafficking'],
          from: say('Son école', 'Her school'),
          why: 'wants_to_tell',
          note: say(
            'L’école sait seulement qu’elle reprend ses cours à distance.',
            'The school only knows that she is going back to her classes at a distance.',
          ),
        },
      ],
    })
    const report = agreed(of, {
      basis: 'legal_ground',
      purpose: 'service_referral',
      services: ['youth_protection'],
      entries: [entries.youth.entryId],
      givenBy: 'person',
      ground: 'youth_protection_report',
      note: say(
        'Moins de 18 ans, sécurité compromise. Elle a été prévenue du signalement et y a assisté.',
        'Under 18 and not safe. She was told of the report and was there when it was made.',
      ),
      givenDaysAgo: 62,
    })
    const committee = agreed(of, {
      purpose: 'committee_review',
      sections: ['wishes', 'profile', 'trafficking', 'summary', 'question'],
      givenBy: 'person',
      explained: ['read_together'],
      givenDaysAgo: 17,
      endsInDays: 90,
    })
    return {
      sections: [
        section('wishes', {
          wishes: say(
            'Finir son année scolaire. Choisir elle-même le moment d’en parler à sa mère. Ne pas porter plainte pour l’instant\u00a0: elle veut d’abord dormir sans avoir peur du téléphone.',
            'To finish her school year. To choose herself when to tell her mother. Not to make a complaint for now: first she wants to sleep without being afraid of the phone.',
          ),
          safeContacts: '',
          contacts: [
            {
              id: id(),
              who: 'caseworker',
              means: ['in_person', 'text_message'],
              safety: 'only_at_times',
              when: say('Les jours d’école, le midi', 'School days, at noon'),
              note: say('Texto neutre, sans nom d’organisme.', 'A neutral text, with no organisation named.'),
            },
            {
              id: id(),
              who: 'relative',
              means: ['phone_call'],
              safety: 'only_at_times',
              when: say('Le soir, quand elle le demande', 'In the evening, when she asks for it'),
              note: say('Une tante qu’elle a choisie.', 'An aunt whom she chose.'),
            },
            {
              id: id(),
              who: 'person',
              means: ['social_media', 'phone_call'],
              safety: 'not_safe',
              note: say('Ses comptes et son téléphone sont lus.', 'Her accounts and her phone are read.'),
            },
          ],
        }),
        section('profile', {
          majority: 'minor',
          ageBand: 'from_14_to_17',
          gender: 'woman',
          region: '16',
          migrationStatus: 'citizen',
          languages: ['french'],
          periodFrom: monthsAgo(11),
          periodUntil: monthsAgo(2),
        }),
        section('trafficking', {
          scope: 'internal',
          acts: ['recruitment', 'transportation', 'harbouring'],
          purposes: ['sexual_exploitation'],
          controls: ['false_promises', 'takes_earnings', 'psychological_abuse', 'threats'],
          sectors: ['prostitution'],
          settings: ['escort_services'],
          recruiterRelation: 'intimate_partner',
          majorityAtExploitation: 'minor',
          place: 'canada_only',
        }),
        section('indicators', {
          signs: [
            'romantic_promise',
            'older_partner_decides',
            'minor_sexual_services',
            'hotels_in_series',
            'runaway_with_unexplained_means',
            'earnings_taken',
            'phone_and_accounts_controlled',
          ],
          notes: say(
            'Signes racontés peu à peu, sur trois rencontres. Rien n’a été demandé deux fois.',
            'Signs told little by little, over three meetings. Nothing was asked twice.',
          ),
        }),
        section('summary', {
          context: say(
            'A quitté un centre jeunesse au début de l’année. Vivait depuis avec un partenaire plus âgé, rencontré en ligne, qui réglait les loyers à la semaine.',
            'Left a youth centre at the start of the year. Had lived since with an older partner, met online, who paid rent by the week.',
          ),
          situation: say(
            'Des annonces étaient publiées pour elle, et l’argent allait à lui pour «\u00a0leur appartement\u00a0». Quand elle a voulu arrêter, il a menacé d’envoyer des images à sa famille. Elle a profité d’un rendez-vous médical pour demander de l’aide.',
            'Advertisements were posted for her, and the money went to him for “their flat”. When she wanted to stop, he threatened to send images to her family. She used a medical appointment to ask for help.',
          ),
          needs: say(
            'Un endroit où il ne la cherchera pas, quelqu’un à qui parler sans être pressée, ses cours, un téléphone à elle.',
            'Somewhere he will not look for her, someone to talk to without being rushed, her classes, a phone of her own.',
          ),
        }),
        section('risk', {
          level: 'high',
          reasons: say(
            'Il la cherche encore par des amis communs et détient des images. Deux messages de menace ce mois-ci.',
            'He is still looking for her through friends they share, and he has images. Two threatening messages this month.',
          ),
          factors: ['images_held', 'threats_to_relatives', 'running_away', 'psychological_distress'],
          protective: ['safe_housing', 'trusted_worker', 'safety_plan', 'trusted_person'],
          plan: {
            concern: say(
              'Qu’il apparaisse à la sortie de l’école. Que sa mère voie les images avant qu’elle ait pu lui parler.',
              'That he will be there when school is over. That her mother will see the images before she could talk to her.',
            ),
            resources: say(
              'Sa tante, l’éducatrice de la maison, un ancien emploi d’été où l’on veut bien la reprendre.',
              'Her aunt, the worker at the shelter, a former summer job that would take her back.',
            ),
            preparedness: say(
              'Nouveau téléphone sans localisation. Sac prêt, papiers gardés par la maison. Mot convenu avec sa tante.',
              'A new phone without location sharing. A bag ready, papers kept by the shelter. A word agreed with her aunt.',
            ),
            strategies: say(
              'Sortir par la porte de côté, accompagnée. Ne pas répondre aux numéros inconnus. Appeler la maison au premier doute.',
              'Leaving by the side door, with someone. Not answering unknown numbers. Calling the shelter at the first doubt.',
            ),
            after: say(
              'Garder la chambre jusqu’à la fin de l’année scolaire, puis revoir ensemble.',
              'Keeping the room until the end of the school year, then looking at it together.',
            ),
          },
          reviewOn: ago(3),
        }),
        section('services', {
          items: [
            { id: id(), service: 'safe_housing', outcome: 'referred', on: ago(60) },
            { id: id(), service: 'psychosocial', outcome: 'referred', on: ago(60) },
            {
              id: id(),
              service: 'police_safety',
              outcome: 'declined_by_person',
              on: ago(40),
              note: say('En reparler si elle le demande.', 'To be talked about again if she asks.'),
            },
            {
              id: id(),
              service: 'housing',
              outcome: 'service_unavailable',
              on: ago(25),
              note: say(
                'Aucun appartement supervisé pour les 16 ans dans la région.',
                'No supervised flat for someone of 16 in the region.',
              ),
            },
          ],
        }),
        section('consents', { items: [toShelter, toServices, report, committee] }),
        section('question', {
          question: say(
            'Comment préparer avec elle le moment où elle parlera à sa mère\u00a0? Qui peut aider à faire retirer des images\u00a0?',
            'How can we prepare with her the moment when she talks to her mother? Who can help to have images taken down?',
          ),
        }),
      ],
      steps: [
        step(
          of,
          { service: 'youth_protection', ...entries.youth, channel: 'phone', consentId: report.id },
          62,
          ['sent', 62],
          ['accepted', 61],
          ['in_progress', 58],
        ),
        step(
          of,
          {
            ...shelter,
            service: 'safe_housing',
            consentId: toShelter.id,
            note: say(
              'Chambre seule si possible. Prévenir avant chaque appel.',
              'A single room if possible. To be told before each call.',
            ),
          },
          60,
          ['sent', 60],
          ['received', 59],
          ['accepted', 59],
          ['in_progress', 58],
        ),
        step(
          of,
          {
            ...shelter,
            service: 'psychosocial',
            consentId: toShelter.id,
            outcome: say(
              'Six rencontres. Suivi repris par l’équipe de la maison.',
              'Six meetings. Follow-up taken over by the shelter’s team.',
            ),
          },
          60,
          ['sent', 58],
          ['accepted', 55],
          ['in_progress', 50],
          ['completed', 20],
        ),
        step(
          of,
          {
            ...entries.victims,
            service: 'crime_victim_support',
            channel: 'letter',
            consentId: toServices.id,
            dueOn: ago(4),
            remindedOn: [ago(1)],
            note: say(
              'Information seulement\u00a0: ses droits si elle décidait un jour de porter plainte.',
              'Information only: her rights should she one day decide to make a complaint.',
            ),
          },
          12,
          ['sent', 11],
        ),
        step(of, { service: 'education', ...entries.school, channel: 'phone' }, 6),
      ],
    }
  },
}
