import { createHash } from 'node:crypto'
import type { Block, Paper } from '../../shared/documents/paper.ts'
import { documentWords } from '../../shared/documents/words.ts'
import { pageStyle } from './page-style.ts'

/**
 * The paper as one page that stands by itself: no script, no picture, nothing to be loaded, and a policy that would let none
 * of it through. Everything that was written is text here, whatever it looks like.
 */
export function pageOf(paper: Paper): string {
  const style = `${pageStyle}${marginsOf(paper)}`
  const hash = createHash('sha256').update(style).digest('base64')
  return `<!doctype html>
<html lang="${paper.locale}-CA" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<title>${escaped(paper.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(paper.title)}</h1>
${paper.blocks.map(htmlOf).join('\n')}
</body>
</html>
`
}

/** What stands around every page. The browser counts them. */
function marginsOf({ locale, title, mark, care }: Paper): string {
  const [before = '', between = '', after = ''] = documentWords.page[locale].split(/\{pages?\}/)
  const number = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`
  return `@page{@top-left{content:${quoted(mark)}}@top-right{content:${quoted(title)}}
@bottom-left{content:${quoted(care)}}@bottom-right{content:${number}}}`
}

/** A CSS string: everything but letters, digits and spaces by its number, so that nothing can end it. */
const quoted = (words: string): string =>
  `"${words.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`

const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** Whichever way it is written: a line in Arabic or Hebrew runs from the right. */
const words = (tag: string, content: string, attributes = ''): string =>
  `<${tag} dir="auto"${attributes}>${escaped(content)}</${tag}>`

const listOf = (items: readonly string[], attributes = ''): string =>
  `<ul${attributes}>${items.map((item) => words('li', item)).join('')}</ul>`

function htmlOf(block: Block): string {
  switch (block.is) {
    case 'heading':
      return words(`h${block.level}`, block.text)
    case 'text':
      return words('p', block.text)
    case 'facts':
      return `<table class="facts" aria-label="${escaped(block.label)}"><tbody>${block.facts
        .map(
          ({ name, values }) => `<tr>${words('th', name, ' scope="row"')}<td>${valuesOf(values)}</td></tr>`,
        )
        .join('')}</tbody></table>`
    case 'list':
      return listOf(block.items)
    case 'ticks':
      return listOf(block.items, ' class="ticks"')
    case 'table':
      return tableOf(block)
    case 'blank':
      return `<p class="blank"><span>${escaped(block.label)}</span></p>`
    case 'sheet':
      return '<div class="sheet"></div>'
  }
}

const valuesOf = (values: readonly string[]): string => {
  const [only = ''] = values
  return values.length > 1 ? listOf(values) : words('div', only)
}

function tableOf({ caption, head, rows }: Extract<Block, { is: 'table' }>): string {
  const row = (cells: readonly string[]): string => `<tr>${cells.map(cellOf).join('')}</tr>`
  return `<table class="grid"><caption>${escaped(caption)}</caption>
<thead><tr>${head.map((name) => words('th', name, ' scope="col"')).join('')}</tr></thead>
<tbody>${rows.map(row).join('')}</tbody></table>`
}

/** Columns are as wide as their longest word, unless somebody pasted one that would push the others off the page. */
const tooLong = /\S{24,}/gu
const cellOf = (content: string): string =>
  `<td dir="auto">${content
    .split(/(?<=\s)/u)
    .map((word) => (word.match(tooLong) ? [...word].map(escaped).join('<wbr>') : escaped(word)))
    .join('')}</td>`
