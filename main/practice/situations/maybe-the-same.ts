import { type Situation, section } from '../situation.ts'

/** A colleague’s case that could be the one above, or somebody else’s: two people have to talk. */
export const maybeTheSame: Situation = {
  openedDaysAgo: 30,
  status: 'open',
  ownedBy: 'health',
  tell: ({ say, monthsAgo }) => ({
    sections: [
      section('wishes', {
        wishes: say(
          'Être soignée sans que ses proches soient appelés.',
          'To be cared for without her relatives being called.',
        ),
      }),
      section('profile', {
        majority: 'minor',
        ageBand: 'from_14_to_17',
        gender: 'woman',
        region: '16',
        migrationStatus: 'citizen',
        languages: ['french'],
        periodFrom: monthsAgo(9),
        periodUntil: monthsAgo(1),
      }),
      section('summary', {
        situation: say(
          'Vue deux fois au centre, accompagnée chaque fois d’un adulte qui répondait à sa place. Elle est revenue seule.',
          'Seen twice at the centre, each time with an adult who answered for her. She came back alone.',
        ),
      }),
      section('question', {
        question: say(
          'Quelqu’un la suit-il déjà\u00a0? Nous ne voulons pas lui faire tout redire.',
          'Is anyone following her already? We do not want to have her say it all again.',
        ),
      }),
    ],
  }),
}
