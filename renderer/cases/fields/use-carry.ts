import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { emptySection, type SectionBody } from '../../../shared/cases/sections.ts'
import { call, useAsk } from '../../client.ts'
import { flushDrafts } from '../../drafts/use-draft.ts'
import { versionsOf } from '../section-state.ts'
import { useCase } from '../use-case.ts'
import { type CarriedField, type TypedTrafficking, typedTrafficking, withCode } from './carry-codes.ts'
import type { FormPlace } from './fields.ts'

interface Carry {
  /** The section on trafficking as its form would show it: its draft, or what was saved. */
  readonly current: SectionBody<'trafficking'>
  readonly error: Error | null
  /** Ticks a code in the draft of that section; saving it stays for the person to do, there. */
  carry(field: CarriedField, code: string): void
}

/** Brings codes into the section on trafficking of the same case, as a draft and never behind anybody’s back. */
export function useCarry({ caseId, onDrafted }: FormPlace): Carry {
  const client = useQueryClient()
  const known = useCase(caseId)
  const key = { caseId, form: 'trafficking' } as const
  const { data } = useAsk('drafts.get', { key })
  const [error, setError] = useState<Error | null>(null)
  const last = useRef<Promise<void>>(Promise.resolve())

  const versions = known.is === 'there' ? versionsOf(known.view.sections, 'trafficking') : []
  const saved: TypedTrafficking = {
    body: versions[0]?.body ?? emptySection('trafficking'),
    seen: versions.map(({ version }) => version),
  }

  const put = async (field: CarriedField, code: string): Promise<void> => {
    // Its own form may have closed a moment ago, with words still on their way.
    await flushDrafts()
    const { body: kept } = await call('drafts.get', { key })
    const typed = typedTrafficking(kept) ?? saved
    await call('drafts.put', {
      key,
      body: JSON.stringify({ ...typed, body: withCode(typed.body, field, code) }),
    })
    await client.invalidateQueries({ queryKey: ['drafts.get'] })
    onDrafted('trafficking')
  }

  return {
    current: draftOr(saved, data?.body ?? null).body,
    error,
    carry: (field, code) => {
      setError(null)
      // One after the other: each begins from what the one before has put away.
      last.current = last.current.then(() => put(field, code)).catch(setError)
    },
  }
}

function draftOr(saved: TypedTrafficking, kept: string | null): TypedTrafficking {
  try {
    return typedTrafficking(kept) ?? saved
  } catch {
    return saved
  }
}
