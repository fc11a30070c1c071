import { codeList } from './code-list.ts'

const UN_2010 = 'UN CTOC/COP/WG.4/2010/2'

/**
 * The Protocol gives these purposes “at a minimum”, hence the additions and `other`. Several purposes share one CTDC
 * column; CTDC’s isSexAndLabour is worked out from the two others when exporting.
 */
export const purposes = codeList('Palermo Protocol, art. 3(a)', {
  sexual_exploitation: {
    fr: 'Exploitation de la prostitution d’autrui ou autres formes d’exploitation sexuelle',
    en: 'Exploitation of the prostitution of others or other forms of sexual exploitation',
    ctdc: 'isSexualExploit',
    definition: {
      fr: 'Tirer profit d’actes ou d’images sexuels de la personne.',
      en: 'Profiting from sexual acts or images of the person.',
    },
  },
  forced_labour: {
    fr: 'Travail ou services forcés',
    en: 'Forced labour or services',
    ctdc: 'isForcedLabour',
    definition: {
      fr: 'Obtenir un travail ou un service sous la menace, sans qu’elle l’ait offert librement.',
      en: 'Getting work or a service under threat, which the person has not freely offered.',
    },
  },
  slavery: {
    fr: 'Esclavage',
    en: 'Slavery',
    ctdc: 'isSlaveryAndPractices',
    definition: {
      fr: 'La traiter comme une chose que l’on possède.',
      en: 'Treating the person as a thing that is owned.',
    },
  },
  practices_similar_to_slavery: {
    fr: 'Pratiques analogues à l’esclavage',
    en: 'Practices similar to slavery',
    ctdc: 'isSlaveryAndPractices',
    definition: {
      fr: 'La placer sous l’emprise d’autrui par une dette, une union ou la remise d’un enfant.',
      en: 'Placing the person under someone’s hold through a debt, a union or the handing over of a child.',
    },
  },
  servitude: {
    fr: 'Servitude',
    en: 'Servitude',
    ctdc: 'isSlaveryAndPractices',
    definition: {
      fr: 'L’obliger à servir quelqu’un sans pouvoir changer sa condition ni partir.',
      en: 'Making the person serve someone, with no way to change their condition or to leave.',
    },
  },
  organ_removal: {
    fr: 'Prélèvement d’organes',
    en: 'Removal of organs',
    ctdc: 'isOrganRemoval',
    definition: {
      fr: 'Lui faire enlever un organe pour le vendre ou le donner à d’autres.',
      en: 'Having an organ taken from the person to sell it or give it to others.',
    },
  },
  forced_marriage: {
    fr: 'Mariage forcé ou servile',
    en: 'Forced or servile marriage',
    ctdc: 'isForcedMarriage',
    source: UN_2010,
    definition: {
      fr: 'L’unir à quelqu’un sans qu’elle puisse refuser.',
      en: 'Marrying the person to someone they cannot refuse.',
    },
  },
  debt_bondage: {
    fr: 'Servitude pour dettes',
    en: 'Debt bondage',
    ctdc: 'isSlaveryAndPractices',
    source: UN_2010,
    definition: {
      fr: 'La faire travailler pour une dette qui ne s’éteint jamais.',
      en: 'Making the person work for a debt that is never paid off.',
    },
  },
  domestic_servitude: {
    fr: 'Servitude domestique',
    en: 'Domestic servitude',
    ctdc: 'isForcedLabour',
    source: 'IOM France, TACT',
    definition: {
      fr: 'La faire servir dans une maison, sans repos, sans paie juste ni liberté.',
      en: 'Making the person serve in a home without rest, fair pay or freedom.',
    },
  },
  forced_begging: {
    fr: 'Mendicité forcée',
    en: 'Forced begging',
    ctdc: 'isForcedLabour',
    source: 'IOM France, TACT',
    definition: {
      fr: 'L’obliger à mendier et en garder l’argent.',
      en: 'Making the person beg and keeping the money.',
    },
  },
  forced_criminality: {
    fr: 'Criminalité forcée',
    en: 'Forced criminality',
    ctdc: 'isForcedLabour',
    source: 'IOM France, TACT',
    definition: {
      fr: 'L’obliger à commettre des délits au profit de quelqu’un d’autre.',
      en: 'Making the person commit offences for someone else’s gain.',
    },
  },
  forced_military: {
    fr: 'Enrôlement forcé',
    en: 'Forced military service',
    ctdc: 'isForcedMilitary',
    source: 'CTDC; proposed FR',
    definition: {
      fr: 'La forcer à combattre ou à servir dans un groupe armé.',
      en: 'Forcing the person to fight for or serve in an armed group.',
    },
  },
  other: {
    fr: 'Autre forme d’exploitation',
    en: 'Other exploitation',
    ctdc: 'isOtherExploit',
    source: 'CTDC; proposed FR',
    definition: {
      fr: 'Une exploitation qui n’entre dans aucune autre case.',
      en: 'Exploitation that fits nowhere else.',
    },
  },
  unknown: {
    fr: 'Pas encore connue',
    en: 'Not yet known',
    source: 'Proposed',
    definition: {
      fr: 'On ne sait pas encore à quoi elle devait servir.',
      en: 'It is not yet known what it was for.',
    },
  },
})
