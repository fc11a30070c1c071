import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'
import { caseIdsOnlyInDrafts, discardDraft, draftBody, isRoomForDraft, putDraft } from './drafts.store.ts'

/** Every form of a hundred cases left half written. A page gone wrong must not fill the disk, a few megabytes a draft. */
const draftsKept = 1000

export const draftsHandlers: VaultHandlers<'drafts'> = {
  'drafts.put': ({ key, body }, { vault }) => {
    if (!isRoomForDraft(vault.reader, key, draftsKept)) throw new RelaisError('drafts.too_many')
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
