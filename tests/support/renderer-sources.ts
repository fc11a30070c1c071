import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const rendererSources = fileURLToPath(new URL('../../renderer', import.meta.url))

/** Any node of a syntax tree: a type and whatever belongs to it. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [part: string]: unknown
}

export interface Source {
  readonly path: string
  readonly text: string
  readonly tree: SyntaxNode
}

/** Every file of the renderer whose name ends so, by its path from the renderer's folder. */
export function rendererFiles(ending: RegExp): string[] {
  return readdirSync(rendererSources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(rendererSources, join(entry.parentPath, entry.name)))
    .sort()
}

/** The syntax tree of a program, read by the parser that also bundles it. */
export function parse(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  return { path, text, tree: program as unknown as SyntaxNode }
}

/** The renderer's own programs, without its tests. */
export function rendererPrograms(ending = /\.tsx?$/): Source[] {
  return rendererFiles(ending)
    .filter((path) => !/\.(test|d|config)\.tsx?$/.test(path))
    .map((path) => parse(path, readFileSync(join(rendererSources, path), 'utf8')))
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

export const childrenOf = (node: SyntaxNode): SyntaxNode[] => Object.values(node).flat().filter(isNode)

/** A node and everything under it. */
export function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const child of childrenOf(node)) yield* walk(child)
}
