import { codeList, type Entry, type Term } from './code-list.ts'
import type { sectors } from './trafficking.ts'

/** The two axes of the coalition’s work. Some settings lie on both: what is asked of her there differs. */
type Axis = 'sexual' | 'labour'

export interface Setting extends Term {
  readonly axes: readonly Axis[]
  /** The CTDC sectors that the setting is a finer case of: a form may offer first what fits the sectors chosen. */
  readonly sectors: readonly (keyof typeof sectors)[]
}

/*
 * Polaris’s typology of 2017, in its order and with all of its 25 types. Axes and sectors are ours, from the names: the
 * report itself was not at hand.
 */
const terms = {
  escort_services: {
    fr: 'Services d’escorte',
    en: 'Escort services',
    definition: {
      fr: 'Services sexuels chez le client, à l’hôtel ou dans un appartement loué.',
      en: 'Sexual services at the client’s place, in a hotel or in a rented flat.',
    },
    axes: ['sexual'],
    sectors: ['prostitution'],
  },
  illicit_massage: {
    fr: 'Salon de massage ou de beauté servant de façade',
    en: 'Illicit massage, health and beauty',
    definition: {
      fr: 'Un commerce de massage ou d’esthétique cache des services sexuels, un travail forcé ou les deux.',
      en: 'A massage or beauty business hides sexual services, forced labour or both.',
    },
    axes: ['sexual', 'labour'],
    sectors: ['prostitution', 'labour_other'],
  },
  outdoor_solicitation: {
    fr: 'Sollicitation dans la rue',
    en: 'Outdoor solicitation',
    axes: ['sexual'],
    sectors: ['prostitution'],
  },
  residential: {
    fr: 'Logement privé où l’on reçoit des clients',
    en: 'Residential',
    definition: {
      fr: 'Services sexuels dans une maison ou un appartement tenu par la personne qui exploite.',
      en: 'Sexual services in a house or flat kept by the exploiter.',
    },
    axes: ['sexual'],
    sectors: ['prostitution'],
  },
  domestic_work: {
    fr: 'Travail domestique',
    en: 'Domestic work',
    definition: {
      fr: 'Ménage, garde d’enfants ou soins à domicile, souvent en logeant chez l’employeur.',
      en: 'Cleaning, child care or home care, often while living with the employer.',
    },
    axes: ['labour'],
    sectors: ['domestic_work'],
  },
  bars_and_strip_clubs: {
    fr: 'Bars et bars de danseuses',
    en: 'Bars, strip clubs and cantinas',
    axes: ['sexual', 'labour'],
    sectors: ['prostitution', 'hospitality'],
  },
  pornography: {
    fr: 'Pornographie',
    en: 'Pornography',
    axes: ['sexual'],
    sectors: ['pornography'],
  },
  traveling_sales_crews: {
    fr: 'Équipes de vente itinérante',
    en: 'Traveling sales crews',
    definition: {
      fr: 'Vente de porte à porte en groupe, de ville en ville.',
      en: 'Door-to-door selling in a crew, from town to town.',
    },
    axes: ['labour'],
    sectors: ['peddling'],
  },
  restaurants: {
    fr: 'Restauration',
    en: 'Restaurants and food service',
    axes: ['labour'],
    sectors: ['hospitality'],
  },
  peddling_and_begging: {
    fr: 'Vente ambulante et mendicité',
    en: 'Peddling and begging',
    axes: ['labour'],
    sectors: ['peddling', 'begging'],
  },
  agriculture: {
    fr: 'Agriculture et élevage',
    en: 'Agriculture and animal husbandry',
    axes: ['labour'],
    sectors: ['agriculture'],
  },
  personal_sexual_servitude: {
    fr: 'Servitude sexuelle au profit d’une seule personne',
    en: 'Personal sexual servitude',
    definition: {
      fr: 'Retenue pour l’usage sexuel d’une personne ou d’un foyer, parfois sous le couvert d’un mariage.',
      en: 'Kept for the sexual use of one person or household, sometimes under cover of a marriage.',
    },
    axes: ['sexual'],
    sectors: ['private_sexual_services'],
  },
  health_and_beauty: {
    fr: 'Soins de beauté et bien-être',
    en: 'Health and beauty services',
    definition: {
      fr: 'Salons d’ongles, de coiffure ou de soins, sans services sexuels.',
      en: 'Nail, hair or care salons, without sexual services.',
    },
    axes: ['labour'],
    sectors: ['labour_other'],
  },
  construction: { fr: 'Construction', en: 'Construction', axes: ['labour'], sectors: ['construction'] },
  hotels: {
    fr: 'Hôtellerie',
    en: 'Hotels and hospitality',
    definition: {
      fr: 'Travail dans un hôtel. Un hôtel où l’on reçoit des clients relève des services d’escorte.',
      en: 'Work in a hotel. A hotel where clients are received comes under escort services.',
    },
    axes: ['labour'],
    sectors: ['hospitality'],
  },
  landscaping: {
    fr: 'Aménagement paysager',
    en: 'Landscaping',
    axes: ['labour'],
    sectors: ['labour_other'],
  },
  illicit_activities: {
    fr: 'Activités illicites',
    en: 'Illicit activities',
    definition: {
      fr: 'Vente ou transport de drogue, vol, fraude ou culture clandestine au profit d’autrui.',
      en: 'Selling or carrying drugs, theft, fraud or clandestine growing for someone else’s gain.',
    },
    axes: ['labour'],
    sectors: ['illicit_activities'],
  },
  arts_and_entertainment: {
    fr: 'Arts, mannequinat et spectacle',
    en: 'Arts and entertainment',
    axes: ['labour'],
    sectors: ['labour_other'],
  },
  commercial_cleaning: {
    fr: 'Entretien ménager commercial',
    en: 'Commercial cleaning',
    axes: ['labour'],
    sectors: ['labour_other'],
  },
  factories: {
    fr: 'Usines et fabrication',
    en: 'Factories and manufacturing',
    axes: ['labour'],
    sectors: ['manufacturing'],
  },
  remote_interactive_sexual_acts: {
    fr: 'Actes sexuels interactifs à distance',
    en: 'Remote interactive sexual acts',
    definition: {
      fr: 'Actes sexuels en direct devant une caméra, au téléphone ou par messages.',
      en: 'Live sexual acts on camera, by phone or by messages.',
    },
    axes: ['sexual'],
    sectors: ['remote_interactive_services'],
  },
  carnivals: { fr: 'Foires et fêtes foraines', en: 'Carnivals', axes: ['labour'], sectors: ['labour_other'] },
  forestry: {
    fr: 'Foresterie et exploitation forestière',
    en: 'Forestry and logging',
    axes: ['labour'],
    sectors: ['agriculture', 'labour_other'],
  },
  health_care: {
    fr: 'Soins de santé',
    en: 'Health care',
    definition: {
      fr: 'Travail en résidence, en agence de placement ou auprès de malades.',
      en: 'Work in a care home, through a placement agency or with patients.',
    },
    axes: ['labour'],
    sectors: ['labour_other'],
  },
  recreational_facilities: {
    fr: 'Installations de loisirs',
    en: 'Recreational facilities',
    definition: {
      fr: 'Centres de vacances, parcs d’attractions, golfs, stations de ski.',
      en: 'Resorts, amusement parks, golf courses, ski stations.',
    },
    axes: ['labour'],
    sectors: ['hospitality', 'labour_other'],
  },
} as const satisfies Readonly<Record<string, Entry<Setting>>>

/** Where she was exploited, more finely than the sector. An optional second level that nobody has to fill. */
export const settings = codeList<keyof typeof terms, Setting>(
  'Polaris typology, 2017; French labels, axes and sectors proposed',
  terms,
)
