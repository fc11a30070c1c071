import { type SectionBody, type SectionName, sections } from '../../shared/cases/sections.ts'

/**
 * The body that a draft holds, with what an earlier version of the section had no field for. A text that is still too long
 * to be saved is as dear as any other: it comes back whole. Null when it is no body of this section.
 */
export function keptBody<N extends SectionName>(name: N, kept: unknown): SectionBody<N> | null {
  const parsed = sections[name].safeParse(kept)
  if (parsed.success) return parsed.data as SectionBody<N>
  const tooLong = parsed.error.issues.filter(
    (issue) => issue.code === 'too_big' && typeof at(kept, issue.path) === 'string',
  )
  if (tooLong.length < parsed.error.issues.length) return null
  const shortened = structuredClone(kept)
  for (const { path } of tooLong) put(shortened, path, '')
  const body = sections[name].safeParse(shortened)
  if (!body.success) return null
  for (const { path } of tooLong) put(body.data, path, at(kept, path))
  return body.data as SectionBody<N>
}

type Branch = Record<PropertyKey, unknown>
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((found, key) => (isBranch(found) ? found[key] : undefined), value)

function put(value: unknown, path: readonly PropertyKey[], text: unknown): void {
  const [last, parent] = [path.at(-1), at(value, path.slice(0, -1))]
  if (last !== undefined && isBranch(parent)) parent[last] = text
}
