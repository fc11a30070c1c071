import { describe, expect, it } from 'vitest'
import {
  childrenOf,
  parse,
  rendererPrograms,
  type Source,
  type SyntaxNode,
  walk,
} from '../../tests/support/renderer-sources.ts'

/** Attributes that a person sees or hears. */
const spoken = new Set([
  'title',
  'label',
  'placeholder',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'alt',
  'hint',
  'text',
  'error',
])

const hasLetters = (value: unknown): boolean => typeof value === 'string' && /\p{L}/u.test(value)

/** The words that an expression would put on the screen by itself, whichever way its conditions go. */
function literalWords(node: SyntaxNode): string[] {
  switch (node.type) {
    case 'JSXText':
    case 'Literal':
      return hasLetters(node.value) ? [String(node.value).trim()] : []
    case 'TemplateLiteral':
      return (node.quasis as { value: { cooked: string } }[])
        .map(({ value }) => value.cooked)
        .filter((cooked) => hasLetters(cooked))
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((branch) => literalWords(branch as SyntaxNode))
    case 'LogicalExpression':
    case 'BinaryExpression':
      return ['==', '!=', '===', '!=='].includes(String(node.operator))
        ? []
        : [node.left, node.right].flatMap((side) => literalWords(side as SyntaxNode))
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return literalWords(node.expression as SyntaxNode)
    default:
      return []
  }
}

function hardCodedWords({ path, text, tree }: Source): string[] {
  const found: string[] = []
  const note = (node: SyntaxNode): void => {
    const line = text.slice(0, node.start).split('\n').length
    for (const words of literalWords(node)) found.push(`${path}:${line} “${words}”`)
  }
  for (const node of walk(tree)) {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of childrenOf({ ...node, openingElement: null, closingElement: null })) note(child)
    }
    if (node.type === 'JSXAttribute' && node.value) {
      const { name } = node.name as { name: string }
      if (spoken.has(name)) note(node.value as SyntaxNode)
    }
  }
  return found
}

describe('the interface', () => {
  it('has no word that is not in the catalogue', () => {
    expect(rendererPrograms(/\.tsx$/).flatMap(hardCodedWords)).toEqual([])
  })

  it.each([
    ['between tags', '<p>Bonjour</p>'],
    ['in a fragment', '<>Bonjour</>'],
    ['in braces', '<p>{"Bonjour"}</p>'],
    ['in a template', `<p>{\`Bonjour \${name}\`}</p>`],
    ['behind a condition', '<p>{open ? t("a.b") : "Bonjour"}</p>'],
    ['behind an and', '<p>{open && "Bonjour"}</p>'],
    ['in a title', '<p title="Bonjour" />'],
    ['in a label given in braces', '<Field label={"Bonjour"} />'],
    ['in an aria-label', '<button aria-label="Bonjour" />'],
    ['deep inside', '<A><B c={<p>Bonjour</p>} /></A>'],
  ])('would be caught with a word planted %s', (_, jsx) => {
    expect(hardCodedWords(parse('planted.tsx', `const a = ${jsx}`)).join()).toContain('Bonjour')
  })

  it.each([
    '<p>{t("a.b")}</p>',
    '<p>· {count} —</p>',
    '<Button variant="default" type="submit">{t("a.b")}</Button>',
    '<p>{kind === "case" && <A />}</p>',
    '<Select label={t("a.b")} />',
  ])('is left alone where there is no word: %s', (jsx) => {
    expect(hardCodedWords(parse('fine.tsx', `const a = ${jsx}`))).toEqual([])
  })
})
