import { randomBytes } from 'node:crypto'
import type { VaultHandlers } from '../vault/handler.ts'
import { composePaper } from './compose-paper.ts'
import { pageOf } from './page.ts'

export const documentsHandlers: VaultHandlers<'documents'> = {
  'documents.compose': (choice, { vault, today }) => ({ paper: composePaper(vault, choice, today()) }),

  // The dispatcher writes the line into the journal before this leaves, and lets nothing leave when it can't.
  'documents.page': (choice, { vault, today }) => ({
    name: freeName(),
    html: pageOf(composePaper(vault, choice, today())),
  }),
}

/** Says nothing, not even the code or the day: a file name is shown by every program that opens the file, and kept by some. */
const freeName = (): string => `relais-document-${randomBytes(4).toString('hex')}.pdf`
