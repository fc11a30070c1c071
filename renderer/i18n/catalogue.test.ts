import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createIntl } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../shared/errors.ts'
import {
  rendererFiles,
  rendererPrograms,
  rendererSources,
  type SyntaxNode,
  walk,
} from '../../tests/support/renderer-sources.ts'

const languages = ['fr', 'en'] as const
type Language = (typeof languages)[number]

interface Message {
  readonly id: string
  readonly text: string
  readonly path: string
}

/** Read from the files, not from the catalogue: a language that lacks a key would not show there. */
const messages = Object.fromEntries(languages.map((language) => [language, read(language)])) as Record<
  Language,
  Message[]
>

function read(language: Language): Message[] {
  return rendererFiles(new RegExp(`\\.${language}\\.json$`)).flatMap((path) =>
    Object.entries(
      JSON.parse(readFileSync(join(rendererSources, path), 'utf8')) as Record<string, string>,
    ).map(([id, text]) => ({ id, text, path })),
  )
}

const idsOf = (language: Language): string[] => messages[language].map(({ id }) => id)
const ids = new Set(idsOf('fr'))

interface Element {
  readonly type: number
  readonly value: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
  readonly children?: readonly Element[]
}

/** The names of an ICU message's arguments. */
function argumentsOf(elements: readonly Element[]): string[] {
  const own = elements.flatMap(({ type, value, options, children }) => [
    // 0 is text and 7 the number sign of a plural.
    ...(type === 0 || type === 7 ? [] : [value]),
    ...Object.values(options ?? {}).flatMap((option) => argumentsOf(option.value)),
    ...argumentsOf(children ?? []),
  ])
  return [...new Set(own)].sort()
}

function parsed(text: string, language: Language): readonly Element[] {
  const intl = createIntl({ locale: language, messages: {} })
  return intl.formatters.getMessageFormat(text, language).getAst() as unknown as readonly Element[]
}

/** Ids that the programs name: whole, or as a template such as `error.${code}`. */
function namedIds(): { readonly whole: Set<string>; readonly templates: RegExp[] } {
  const nodes = rendererPrograms().flatMap(({ tree }) => [...walk(tree)])
  const whole = nodes.filter(({ type }) => type === 'Literal').map(({ value }) => value)
  return {
    whole: new Set(whole.filter((value) => typeof value === 'string')),
    templates: nodes.filter(({ type }) => type === 'TemplateLiteral').flatMap(templateOf),
  }
}

function templateOf(node: SyntaxNode): RegExp[] {
  const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  if (!/^[a-z]+\.[\w.]*$/i.test(parts[0] ?? '')) return []
  return [new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`)]
}

/** Whole ids given to `t(…)`. */
function askedIds(): string[] {
  return rendererPrograms()
    .flatMap(({ tree }) => [...walk(tree)])
    .filter(({ type, callee }) => type === 'CallExpression' && (callee as { name?: string }).name === 't')
    .map(({ arguments: given }) => (given as SyntaxNode[])[0]?.value)
    .filter((value) => typeof value === 'string')
}

describe('the catalogue', () => {
  it('says in English all that it says in French, and nothing else', () => {
    expect(idsOf('en').sort()).toEqual(idsOf('fr').sort())
  })

  it('names every sentence once, after the feature it belongs to', () => {
    for (const language of languages) {
      expect(new Set(idsOf(language)).size).toBe(messages[language].length)
      for (const { id, path } of messages[language]) {
        expect(id.split('.')[0]).toBe(path.startsWith('i18n') ? 'error' : dirname(path))
      }
    }
  })

  it.each(languages)('parses every message in %s, and none is empty', (language) => {
    for (const { id, text } of messages[language]) {
      expect(text.trim(), id).not.toBe('')
      expect(() => parsed(text, language), id).not.toThrow()
    }
  })

  it('uses the same arguments in both languages', () => {
    const english = new Map(messages.en.map(({ id, text }) => [id, argumentsOf(parsed(text, 'en'))]))
    const french = new Map(messages.fr.map(({ id, text }) => [id, argumentsOf(parsed(text, 'fr'))]))
    expect(english).toEqual(french)
  })

  it('has no sentence that no screen shows', () => {
    const { whole, templates } = namedIds()
    const unused = [...ids].filter((id) => !whole.has(id) && !templates.some((template) => template.test(id)))
    expect(unused).toEqual([])
  })

  it('has every sentence that a screen asks for', () => {
    expect(askedIds().filter((id) => !ids.has(id))).toEqual([])
  })

  it('explains every refusal and says what to do next, in both languages', () => {
    for (const language of languages) {
      const known = new Set(idsOf(language))
      const wanted = ERROR_CODES.flatMap((code) => [`error.${code}`, `error.${code}.next`])
      expect(wanted.filter((id) => !known.has(id))).toEqual([])
      expect([...known].filter((id) => id.startsWith('error.') && !wanted.includes(id))).toEqual([])
    }
  })

  it('never calls anonymised what is only de-identified', () => {
    for (const language of languages) {
      expect(messages[language].filter(({ text }) => /anonymi[sz]/i.test(text))).toEqual([])
    }
  })

  it('is typeset: curved apostrophes, and in French no line that begins with a lone : ; ? ! or »', () => {
    for (const language of languages) {
      expect(messages[language].filter(({ text }) => /\p{L}'\p{L}/u.test(text))).toEqual([])
    }
    expect(messages.fr.filter(({ text }) => / [:;?!»]|« |[\p{L}\d][;?!]/u.test(text))).toEqual([])
  })
})
