import type { VaultHandlers } from '../vault/handler.ts'
import { caseIdsOnlyInDrafts, discardDraft, draftBody, putDraft } from './drafts.store.ts'

export const draftsHandlers: VaultHandlers<'drafts'> = {
  'drafts.put': ({ key, body }, { vault }) => {
    putDraft(vault.writer, key, body)
    // What was typed before and taken out again must not wait in the log either.
    vault.sweepSoon()
    return {}
  },

  'drafts.get': ({ key }, { vault }) => ({ body: draftBody(vault.reader, key) }),

  'drafts.discard': ({ key }, { vault }) => {
    if (discardDraft(vault.writer, key)) vault.sweepSoon()
    return {}
  },

  'drafts.unsavedCases': (_, { vault }) => ({ ids: caseIdsOnlyInDrafts(vault.reader) }),
}
