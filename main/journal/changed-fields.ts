/**
 * Names of the fields in which a body differs from any of those it replaces, in their order; all that are filled in when
 * it replaces none. Only names: what was written, before or after, stays out of the journal.
 */
export function changedFields(body: object, before: readonly object[]): string[] {
  const earlier = before.map((one) => new Map(Object.entries(one)))
  return Object.entries(body)
    .filter(([name, value]) =>
      earlier.length === 0 ? !isEmpty(value) : earlier.some((one) => !isSame(one.get(name), value)),
    )
    .map(([name]) => name)
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Bodies have been through the same schema: what is the same is written the same. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
