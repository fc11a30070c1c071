import type { z } from 'zod'

/**
 * What a draft holds, with an empty value for every field that an earlier version did not have. A text that is still too
 * long to be saved is as dear as any other: it comes back whole. Null when it does not fit the form in another way.
 */
export function keptWhole<T>(form: z.ZodType<T>, kept: unknown): T | null {
  const parsed = form.safeParse(kept)
  if (parsed.success) return parsed.data
  const tooLong = parsed.error.issues.filter(
    (issue) => issue.code === 'too_big' && typeof at(kept, issue.path) === 'string',
  )
  if (tooLong.length < parsed.error.issues.length) return null
  const shortened = structuredClone(kept)
  for (const { path } of tooLong) put(shortened, path, '')
  const rest = form.safeParse(shortened)
  if (!rest.success) return null
  for (const { path } of tooLong) put(rest.data, path, at(kept, path))
  return rest.data
}

type Branch = Record<PropertyKey, unknown>
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((found, key) => (isBranch(found) ? found[key] : undefined), value)

function put(value: unknown, path: readonly PropertyKey[], text: unknown): void {
  const [last, parent] = [path.at(-1), at(value, path.slice(0, -1))]
  if (last !== undefined && isBranch(parent)) parent[last] = text
}
