import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CodeList } from '../shared/vocab/code-list.ts'
import { lists } from '../shared/vocab/lists.ts'

/**
 * `node build/vocabulary.ts`: writes into `docs/vocabulary.md`, between its two marks, the table of the coded lists: where
 * each stands, how many terms it has, and where they come from. The rest of the page is written by hand.
 */
export const vocabularyFile = fileURLToPath(new URL('../docs/vocabulary.md', import.meta.url))
const folder = fileURLToPath(new URL('../shared/vocab/', import.meta.url))

const marks = /(<!-- lists[^>]*-->\n)[\s\S]*(<!-- \/lists -->)/
const head = `| list | file | terms | to CTDC | proposed | to be checked | sources |
|---|---|---:|---:|---:|---:|---|`

/** The page with its table made anew. */
export function withTable(page: string): string {
  if (!marks.test(page)) throw new Error('docs/vocabulary.md has lost the marks around its table')
  const sources = readSources()
  const rows = Object.entries(lists).map(([name, list]) => rowOf(name, sources[name] ?? '?', list))
  return page.replace(marks, (_, opens, closes) => `${opens}${[head, ...rows].join('\n')}\n${closes}`)
}

/** Each list that a file of `shared/vocab` declares, and that file. */
export function readSources(): Readonly<Record<string, string>> {
  const files = readdirSync(folder).filter((file) => !file.endsWith('.test.ts') && file !== 'lists.ts')
  return Object.fromEntries(
    files.flatMap((file) => {
      const declared = readFileSync(folder + file, 'utf8').matchAll(
        /^export const (\w+) = (codeList\b|\{\s+\.\.\.)/gm,
      )
      return [...declared].map(([, name = '']) => [name, file])
    }),
  )
}

function rowOf(name: string, file: string, list: CodeList): string {
  const terms = Object.values(list)
  const count = (is: (term: CodeList[string]) => boolean) => String(terms.filter(is).length || '')
  const cells = [
    `\`${name}\``,
    file,
    String(terms.length),
    count((term) => term.ctdc !== undefined),
    count((term) => /proposed/i.test(term.source)),
    count((term) => /to be checked/.test(term.source)),
    [...new Set(terms.map((term) => term.source))].join(' · '),
  ]
  return `| ${cells.join(' | ')} |`
}

if (import.meta.main) writeFileSync(vocabularyFile, withTable(readFileSync(vocabularyFile, 'utf8')))
