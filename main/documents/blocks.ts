import type { Block } from '../../shared/documents/paper.ts'

/** One line of facts; a value may be missing, and then the line is. */
export type Fact = readonly [name: string, value: string | null | readonly string[]]

/** The facts that there are, or nothing. */
export function factsBlock(label: string, facts: readonly Fact[]): Block[] {
  const there = facts
    .map(([name, value]) => ({ name, values: valuesOf(value) }))
    .filter(({ values }) => values.length > 0)
  return there.length > 0 ? [{ is: 'facts', label, facts: there }] : []
}

const valuesOf = (value: Fact[1]): string[] =>
  (typeof value === 'string' ? [value] : [...(value ?? [])]).filter((one) => one.trim() !== '')

export const heading = (level: 2 | 3, text: string): Block => ({ is: 'heading', level, text })
export const text = (words: string): Block => ({ is: 'text', text: words })

/** A text under its name; nothing when nothing was written. */
export const named = (name: string, words: string): Block[] =>
  words.trim() === '' ? [] : [heading(3, name), text(words.trim())]

/** What is there under its heading, or nothing. */
export const under = (title: Block, blocks: readonly Block[]): Block[] =>
  blocks.length > 0 ? [title, ...blocks] : []
