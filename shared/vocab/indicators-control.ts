import type { SignEntry } from './indicators.ts'

/** What keeps her there: control and isolation, money and debt, health. */
export const signsOfControl = {
  watched_or_spoken_for: {
    fr: 'Quelqu’un l’accompagne partout ou répond à sa place',
    en: 'Someone goes everywhere with the person or answers for them',
    group: 'control_isolation',
    suggests: { means: ['coercion'], controls: ['restricts_movement'] },
  },
  locked_or_kept_from_leaving: {
    fr: 'Enfermée, ou empêchée de partir',
    en: 'Locked in, or kept from leaving',
    group: 'control_isolation',
    suggests: { acts: ['harbouring'], means: ['abduction'], controls: ['restricts_movement'] },
  },
  cut_off_from_others: {
    fr: 'Coupée de sa famille, de ses amis ou de sa communauté',
    en: 'Cut off from family, friends or community',
    group: 'control_isolation',
    suggests: { means: ['coercion'], controls: ['psychological_abuse'] },
  },
  physical_violence: {
    fr: 'Violence physique pour la faire obéir',
    en: 'Physical violence to make the person obey',
    group: 'control_isolation',
    suggests: { means: ['force'], controls: ['physical_abuse'] },
  },
  threats_of_violence: {
    fr: 'Menaces de violence contre elle ou ses proches, ici ou ailleurs',
    en: 'Threats of violence against the person or those close to them, here or elsewhere',
    group: 'control_isolation',
    suggests: { means: ['force'], controls: ['threats'] },
  },
  threats_to_report: {
    fr: 'Menaces de la dénoncer à la police, à l’immigration ou à la DPJ',
    en: 'Threats to report the person to the police, immigration or youth protection',
    group: 'control_isolation',
    suggests: { means: ['coercion'], controls: ['threat_of_law_enforcement'] },
  },
  children_used: {
    fr: 'On se sert de ses enfants pour faire pression',
    en: 'The person’s children are used to put pressure on them',
    group: 'control_isolation',
    suggests: { means: ['coercion'], controls: ['uses_children'] },
  },
  shame_or_oath: {
    fr: 'Honte, serment ou croyance employés pour la faire taire',
    en: 'Shame, an oath or a belief used to keep the person silent',
    group: 'control_isolation',
    suggests: { means: ['coercion'], controls: ['psychological_abuse'] },
  },
  debt_never_ends: {
    fr: 'Dette qui grossit ou ne s’éteint jamais malgré le travail',
    en: 'A debt that grows or is never paid off despite the work',
    group: 'money_debt',
    suggests: { means: ['coercion'], purposes: ['debt_bondage'], controls: ['debt_bondage'] },
  },
  recruitment_fees: {
    fr: 'Frais de recrutement ou de voyage à rembourser par le travail',
    en: 'Recruitment or travel fees to be paid back through work',
    group: 'money_debt',
    suggests: { acts: ['recruitment'], means: ['abuse_of_vulnerability'], controls: ['debt_bondage'] },
  },
  earnings_taken: {
    fr: 'L’argent gagné va à quelqu’un d’autre, ou un montant est à rapporter chaque jour',
    en: 'The money earned goes to someone else, or an amount is to be brought in every day',
    group: 'money_debt',
    suggests: { means: ['coercion'], controls: ['takes_earnings'] },
  },
  no_access_to_money: {
    fr: 'N’a pas accès à son compte, à ses cartes ou à son argent',
    en: 'No access to their own account, cards or money',
    group: 'money_debt',
    suggests: { controls: ['restricts_financial_access'] },
  },
  credit_in_own_name: {
    fr: 'Prêts, téléphones, voitures ou prestations pris à son nom par quelqu’un d’autre',
    en: 'Loans, phones, cars or benefits taken in the person’s name by someone else',
    group: 'money_debt',
    suggests: { means: ['fraud'], controls: ['restricts_financial_access'] },
  },
  care_refused: {
    fr: 'Blessures ou maladies laissées sans soins, ou soins refusés par quelqu’un d’autre',
    en: 'Injuries or illness left untreated, or care refused by someone else',
    group: 'health',
    suggests: { controls: ['restricts_medical_care'] },
  },
  deprived_of_basics: {
    fr: 'Privée de nourriture, de sommeil, d’hygiène ou d’un logement convenable',
    en: 'Deprived of food, sleep, hygiene or decent lodging',
    group: 'health',
    suggests: { means: ['coercion'], controls: ['withholds_necessities'] },
  },
  substances_supplied: {
    fr: 'Alcool ou drogue fournis ou imposés pour la tenir',
    en: 'Alcohol or drugs supplied or imposed to keep a hold on the person',
    group: 'health',
    suggests: { means: ['coercion'], controls: ['psychoactive_substances'] },
  },
  fear_when_speaking: {
    fr: 'Peur, honte ou épuisement dès qu’il est question du travail ou de cette personne',
    en: 'Fear, shame or exhaustion as soon as the work or that person is mentioned',
    definition: {
      fr: 'Un tel signe a bien d’autres causes possibles ; il invite à prendre le temps.',
      en: 'Such a sign may have many other causes; it invites us to take time.',
    },
    group: 'health',
  },
} as const satisfies Readonly<Record<string, SignEntry>>
