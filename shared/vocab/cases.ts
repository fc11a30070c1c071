import { codeList } from './code-list.ts'

/** French labels agree with « situation ». */
export const caseStatuses = codeList('Primero case status, archived proposed', {
  open: { fr: 'Ouverte', en: 'Open' },
  closed: { fr: 'Fermée', en: 'Closed' },
  transferred: {
    fr: 'Transférée',
    en: 'Transferred',
    definition: {
      fr: 'Un autre organisme en a la charge ; ce qui est ici est une copie.',
      en: 'Another organisation is in charge of it; what is here is a copy.',
    },
  },
  archived: { fr: 'Archivée', en: 'Archived' },
})
