import { codeList } from './code-list.ts'

const FORM = 'Primero client feedback form; wording proposed'

/** What she is asked about the help received, if she wants to answer. */
export const feedbackQuestions = codeList(FORM, {
  comfortable: {
    fr: 'À l’aise avec les personnes qui l’ont reçue',
    en: 'Comfortable with those who received the person',
  },
  same_worker: {
    fr: 'Suivie par la même personne tout du long',
    en: 'Followed by the same worker throughout',
  },
  told_options: {
    fr: 'Informée de tous les choix possibles',
    en: 'Told about every option',
  },
  decided_herself: {
    fr: 'Libre de décider de la suite',
    en: 'Free to decide what happened next',
  },
  confidentiality: {
    fr: 'Confiante que ses renseignements restaient confidentiels',
    en: 'Confident that information stayed confidential',
  },
  private_space: {
    fr: 'Reçue dans un lieu privé',
    en: 'Received in a private place',
  },
  would_recommend: {
    fr: 'Prête à recommander ces services à quelqu’un',
    en: 'Would recommend these services to someone',
  },
})

export const feedbackAnswers = codeList(FORM, {
  yes: { fr: 'Oui', en: 'Yes' },
  partly: { fr: 'En partie', en: 'Partly' },
  no: { fr: 'Non', en: 'No' },
  not_asked: {
    fr: 'Pas demandé ou pas de réponse',
    en: 'Not asked or not answered',
    source: 'Proposed',
  },
})
