import type { EntryDetails } from '../../../shared/directory/directory.contract.ts'
import { foldedName } from '../words.ts'

export type Column = 'id' | keyof EntryDetails

interface Names {
  readonly fr: string
  readonly en: string
  /** What else people call it. */
  readonly also?: readonly string[]
}

/** The columns of a sheet, in the order in which they are written. Their French names are the header. */
export const columns: Readonly<Record<Column, Names>> = {
  organisation: { fr: 'Organisme', en: 'Organisation', also: ['Organization', 'Nom', 'Name', 'Ressource'] },
  sector: { fr: 'Secteur', en: 'Sector' },
  services: { fr: 'Services', en: 'Services', also: ['Service'] },
  regions: { fr: 'Régions', en: 'Regions', also: ['Région', 'Region'] },
  languages: { fr: 'Langues', en: 'Languages', also: ['Langue', 'Language'] },
  conditions: { fr: 'Conditions', en: 'Conditions' },
  capacity: { fr: 'Disponibilité', en: 'Capacity', also: ['Capacité'] },
  hours: { fr: 'Heures', en: 'Hours', also: ['Horaire'] },
  phone: { fr: 'Téléphone', en: 'Phone', also: ['Telephone'] },
  email: { fr: 'Courriel', en: 'E-mail', also: ['Email'] },
  website: { fr: 'Site Web', en: 'Website' },
  contact: { fr: 'À qui s’adresser', en: 'Whom to ask for', also: ['Contact'] },
  note: { fr: 'Note', en: 'Note', also: ['Notes'] },
  checkedOn: { fr: 'Vérifié le', en: 'Checked on' },
  id: { fr: 'Identifiant', en: 'Id', also: ['Identifier'] },
}

export const columnNames = Object.keys(columns) as readonly Column[]

const byName = new Map(
  columnNames.flatMap((column) => {
    const { fr, en, also = [] } = columns[column]
    return [column, fr, en, ...also].map((name) => [foldedName(name), column] as const)
  }),
)

/** The column that a header means, in either language, whatever its accents and case. */
export const columnOf = (header: string): Column | undefined => byName.get(foldedName(header))
