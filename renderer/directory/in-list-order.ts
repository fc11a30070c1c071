import { type CodeList, codesOf } from '../../shared/vocab/code-list.ts'

/** Codes as their list has them, from what comes first in a situation to what comes last; those of no list at the end. */
export function inListOrder(list: CodeList, codes: readonly string[]): readonly string[] {
  const order = codesOf(list)
  const known = order.filter((code) => codes.includes(code))
  return [...known, ...codes.filter((code) => !order.includes(code))]
}
