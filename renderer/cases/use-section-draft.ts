import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { z } from 'zod'
import { emptySection, type SectionBody, type SectionName, sections } from '../../shared/cases/sections.ts'
import { type VersionVector, versionKey, versionVector } from '../../shared/cases/version.ts'
import { useChange } from '../client.ts'
import { keptWhole } from '../drafts/kept-whole.ts'
import { beforeLock, type Draft, flushDrafts, useDraft } from '../drafts/use-draft.ts'
import type { VersionOf } from './section-state.ts'

/** What is kept while a section is written: the text, and the versions it was begun from. */
interface Typed<N extends SectionName> {
  readonly body: SectionBody<N>
  readonly seen: readonly VersionVector[]
}

export interface SectionDraft<N extends SectionName> {
  readonly body: SectionBody<N>
  readonly status: Draft<unknown>['status']
  readonly found: boolean
  /** Versions that came in since this text was begun: to be read before they are replaced. */
  readonly unseen: readonly VersionOf<N>[]
  readonly saving: boolean
  readonly error: Error | null
  change(body: SectionBody<N>): void
  /** The text stays as it is; what came in has been read and will be replaced by it. */
  keepMine(): void
  discard(): Promise<void>
  /** What was given up a moment ago can still be had back, until something else is typed. */
  readonly givenUp: boolean
  /** As `discard`, with a way back for as long as this section is open. */
  giveUp(): Promise<void>
  takeUp(): void
  /** @returns whether it was saved */
  save(): Promise<boolean>
}

/** One section being written, from the first letter to the save, whatever comes in meanwhile. */
export function useSectionDraft<N extends SectionName>(
  caseId: string,
  name: N,
  versions: readonly VersionOf<N>[],
): SectionDraft<N> {
  const draft = useDraft<Typed<N>>(
    { caseId, form: name },
    { body: versions[0]?.body ?? emptySection(name), seen: versions.map(({ version }) => version) },
    (kept) => restore(name, kept),
  )
  const client = useQueryClient()
  const saveSection = useChange('cases.saveSection')
  const [saving, setSaving] = useState(false)
  const [lastSaved, setLastSaved] = useState<VersionVector | null>(null)
  const latest = useRef(draft.value)
  latest.current = draft.value
  const [given, setGiven] = useState<Typed<N> | null>(null)
  // Two presses in a row come before the screen has changed: only the first is a save.
  const underway = useRef(false)

  const seen = lastSaved ? [...draft.value.seen, lastSaved] : draft.value.seen
  const seenKeys = new Set(seen.map(versionKey))
  const isUnseen = ({ version }: VersionOf<N>) => !seenKeys.has(versionKey(version))
  const unseen = saving || draft.status === 'loading' ? [] : versions.filter(isUnseen)

  // Nothing typed, and the case has changed elsewhere: show it as it now is.
  const overtaken = draft.status === 'clean' && unseen.length > 0
  const showCurrent = useEffectEvent(() => void draft.discard())
  useEffect(() => {
    if (overtaken) showCurrent()
  }, [overtaken])

  const write = (body: SectionBody<N>, known: readonly VersionVector[]): void => {
    const current = new Set(versions.map(({ version }) => versionKey(version)))
    const next = { body, seen: known.filter((version) => current.has(versionKey(version))) }
    latest.current = next
    setGiven(null)
    draft.change(next)
  }

  const goOn = (sent: Typed<N>, version: VersionVector): void => {
    setLastSaved(version)
    if (latest.current === sent) draft.settled()
    // Typed meanwhile: these words come after the save, and have seen it.
    else draft.change({ body: latest.current.body, seen: [version] })
  }

  const save = async (): Promise<boolean> => {
    if (underway.current) return false
    underway.current = true
    setSaving(true)
    try {
      // A draft put away after the save would come back as if it had never been saved.
      await flushDrafts()
      const sent = latest.current
      const saved = saveSection.mutateAsync({
        id: caseId,
        section: { name, body: sent.body } as never,
        seen: lastSaved ? [...sent.seen, lastSaved] : [...sent.seen],
      })
      await beforeLock(saved.then(({ version }) => goOn(sent, version)))
      return true
    } catch {
      // Most likely something came in: it is shown beside.
      await client.invalidateQueries({ queryKey: ['cases.get'] })
      return false
    } finally {
      underway.current = false
      setSaving(false)
    }
  }

  return {
    body: draft.value.body,
    status: draft.status,
    found: draft.found,
    unseen,
    saving,
    error: saveSection.error,
    change: (body) => write(body, seen),
    keepMine: () =>
      write(
        latest.current.body,
        versions.map(({ version }) => version),
      ),
    discard: draft.discard,
    givenUp: given !== null,
    giveUp: async () => {
      const words = latest.current
      await draft.discard()
      setGiven(words)
    },
    takeUp: () => {
      if (given === null) return
      latest.current = given
      setGiven(null)
      // With the versions it had seen: what came in meanwhile is shown before it is replaced.
      draft.change(given)
    },
    save,
  }
}

/** A kept draft, if it still fits the section; null otherwise. */
function restore<N extends SectionName>(name: N, kept: unknown): Typed<N> | null {
  return keptWhole(
    z.object({ body: sections[name], seen: z.array(versionVector).max(20) }),
    kept,
  ) as Typed<N> | null
}
