import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CodeList, codesOf } from '../shared/vocab/code-list.ts'
import { lists } from '../shared/vocab/lists.ts'

/**
 * `node build/vocabulary.ts`: writes into `docs/vocabulary.md`, between their marks, the table of the coded lists (where
 * each stands, how many terms it has, where they come from) and every code. The rest of the page is written by hand.
 */
export const vocabularyFile = fileURLToPath(new URL('../docs/vocabulary.md', import.meta.url))
const folder = fileURLToPath(new URL('../shared/vocab/', import.meta.url))

const head = `| list | file | terms | to CTDC | proposed | to be checked | sources |
|---|---|---:|---:|---:|---:|---|`

type Lists = Readonly<Record<string, CodeList>>

/**
 * The page with its tables made anew. The codes that stand on it are those that vaults may hold: throws when one of them
 * is in no list any more, rather than forget it.
 */
export function withTables(page: string, of: Lists = lists): string {
  const gone = codesOn(page).filter(({ list, code }) => !Object.hasOwn(of[list] ?? {}, code))
  if (gone.length > 0) {
    const names = gone.map(({ list, code }) => `${list}.${code}`).join(', ')
    throw new Error(
      `Vaults may hold these codes; retire them (retired: true) instead of taking them out: ${names}`,
    )
  }
  const files = declaredLists()
  const rows = Object.entries(of).map(([name, list]) => rowOf(name, files[name] ?? '', list))
  const codes = Object.entries(of).map(([name, list]) => `- \`${name}\`: ${codesOf(list).join(', ')}`)
  return between(between(page, 'lists', [head, ...rows]), 'codes', codes)
}

/** Each list that a file of `shared/vocab` declares, and that file. */
export function declaredLists(): Readonly<Record<string, string>> {
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

const marked = (name: string) => new RegExp(`(<!-- ${name}:[^>]*-->\\n)([\\s\\S]*)(<!-- /${name} -->)`)

function between(page: string, name: string, lines: readonly string[]): string {
  if (!marked(name).test(page)) throw new Error(`docs/vocabulary.md has lost its marks “${name}”`)
  return page.replace(marked(name), (_, opens, __, closes) => `${opens}${lines.join('\n')}\n${closes}`)
}

function codesOn(page: string): readonly { list: string; code: string }[] {
  const lines =
    marked('codes')
      .exec(page)?.[2]
      ?.matchAll(/^- `(\w+)`: (.*)$/gm) ?? []
  return [...lines].flatMap(([, list = '', codes = '']) => codes.split(', ').map((code) => ({ list, code })))
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

if (import.meta.main) writeFileSync(vocabularyFile, withTables(readFileSync(vocabularyFile, 'utf8')))
