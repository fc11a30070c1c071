import { useRef } from 'react'
import { z } from 'zod'
import { versionVector } from '../../shared/cases/version.ts'
import { type EntryDetails, type EntryView, entryDetails } from '../../shared/directory/directory.contract.ts'
import { seenOf } from '../../shared/directory/seen.ts'
import { id } from '../../shared/fields.ts'
import { useChange } from '../client.ts'
import { beforeLock, type Draft, flushDrafts, useDraft } from '../drafts/use-draft.ts'

/** Where an entry that nobody has saved yet is kept: there is one at a time, and it has no place of its own. */
export const newEntryDraft = {
  caseId: '00000000-0000-4000-8000-000000000000',
  form: 'directory-entry' as const,
}

const unlimited = z.string()
/** As it is typed: it may have no name yet, and a text too long to be saved is kept all the same. */
const typed = z.object({
  id,
  seen: versionVector.nullable(),
  details: entryDetails.extend({
    organisation: unlimited,
    conditions: unlimited,
    hours: unlimited,
    phone: unlimited,
    email: unlimited,
    website: unlimited,
    contact: unlimited,
    note: unlimited,
  }),
})

const emptyEntry: EntryDetails = { ...entryDetails.parse({ organisation: '-' }), organisation: '' }

interface EntryDraft {
  readonly id: string
  readonly details: EntryDetails
  readonly status: Draft<unknown>['status']
  readonly found: boolean
  /** The entry has changed since these words were begun. */
  readonly overtaken: boolean
  readonly saving: boolean
  readonly error: Error | null
  change(part: Partial<EntryDetails>): void
  /** What is there now has been read, and will be replaced by these words. */
  keepMine(): void
  discard(): Promise<void>
  /** @returns whether it was saved */
  save(): Promise<boolean>
}

/** An entry being written, from the first letter to the save, across locks and whatever comes in meanwhile. */
export function useEntryDraft(view: EntryView | null): EntryDraft {
  const newId = useRef(crypto.randomUUID() as string)
  const draft = useDraft(
    view ? { ...newEntryDraft, caseId: view.id } : newEntryDraft,
    {
      id: view?.id ?? newId.current,
      seen: view ? seenOf(view) : null,
      details: view ? entryDetails.strip().parse(view) : emptyEntry,
    },
    (kept) => typed.safeParse(kept).data ?? null,
  )
  const saveEntry = useChange('directory.save')
  const latest = useRef(draft.value)
  latest.current = draft.value
  const write = (next: typeof draft.value): void => {
    latest.current = next
    draft.change(next)
  }

  const save = async (): Promise<boolean> => {
    // A draft put away after the save would come back as if it had never been saved.
    await flushDrafts()
    const sent = latest.current
    try {
      await beforeLock(saveEntry.mutateAsync(sent))
    } catch {
      return false
    }
    await draft.discard()
    return true
  }

  const { id: entryId, seen, details } = draft.value
  return {
    id: entryId,
    details,
    status: draft.status,
    found: draft.found,
    overtaken: view !== null && JSON.stringify(seen) !== JSON.stringify(seenOf(view)),
    saving: saveEntry.isPending,
    error: saveEntry.error,
    change: (part) => write({ ...latest.current, details: { ...latest.current.details, ...part } }),
    keepMine: () => write({ ...latest.current, seen: view ? seenOf(view) : null }),
    discard: draft.discard,
    save,
  }
}
