import { useRef } from 'react'
import type { CaseView } from '../../shared/cases/cases.contract.ts'
import { isRelaisError } from '../../shared/errors.ts'
import { useAsk } from '../client.ts'

export type KnownCase =
  | { readonly is: 'coming' }
  /** Nobody has saved it yet: it comes to be with the first save. */
  | { readonly is: 'new' }
  | { readonly is: 'there'; readonly view: CaseView }
  | { readonly is: 'failed'; readonly error: Error }

/** A case by its id. Once it is known it stays so while it is asked again: a form on screen is never taken away. */
export function useCase(id: string): KnownCase {
  const { data, error } = useAsk('cases.get', { id })
  const known = useRef<KnownCase>({ is: 'coming' })
  if (data) known.current = { is: 'there', view: data }
  else if (error && isRelaisError(error, 'cases.not_found')) known.current = { is: 'new' }
  else if (error) return { is: 'failed', error }
  return known.current
}
