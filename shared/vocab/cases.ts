import { codeList } from './code-list.ts'

/** French labels agree with « situation ». */
export const caseStatuses = codeList('Primero case status, archived proposed', {
  open: { fr: 'Ouverte', en: 'Open' },
  closed: { fr: 'Fermée', en: 'Closed' },
  archived: { fr: 'Archivée', en: 'Archived' },
})
