import { Text } from '@mantine/core'
import type { Block } from '../../shared/documents/paper.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './paper-preview.module.css'

/** Rows of a table that the preview shows; the paper has them all. */
const rowsShown = 200

/** One piece of a paper. Headings stand a level deeper than in print, under the title of the screen. */
export function PaperBlock({ block }: { block: Block }) {
  switch (block.is) {
    case 'heading':
      return block.level === 2 ? <h3 dir="auto">{block.text}</h3> : <h4 dir="auto">{block.text}</h4>
    case 'text':
      return (
        <p className={classes.text} dir="auto">
          {block.text}
        </p>
      )
    case 'facts':
      return <Facts block={block} />
    case 'list':
      return <Items items={block.items} />
    case 'ticks':
      return <Items items={block.items} className={classes.ticks} />
    case 'table':
      return <Grid block={block} />
    case 'blank':
      return <p className={classes.blank}>{block.label}</p>
    case 'sheet':
      return null
  }
}

type Of<K extends Block['is']> = { readonly block: Extract<Block, { is: K }> }

function Items({ items, className }: { items: readonly string[]; className?: string | undefined }) {
  // Two may say the same: their places name them.
  const numbered = items.map((item, index) => ({ number: index + 1, item }))
  return (
    <ul className={className}>
      {numbered.map(({ number, item }) => (
        <li key={number} dir="auto">
          {item}
        </li>
      ))}
    </ul>
  )
}

function Facts({ block: { label, facts } }: Of<'facts'>) {
  return (
    <table className={classes.facts} aria-label={label}>
      <tbody>
        {facts.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td dir="auto">{values.length > 1 ? <Items items={values} /> : values[0]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Grid({ block: { caption, head, rows } }: Of<'table'>) {
  const t = useWords()
  const left = rows.length - rowsShown
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls a wide table with the arrows.
    <section className={classes.scroll} tabIndex={0} aria-label={caption}>
      <table className={classes.grid}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, rowsShown).map((cells) => (
            <tr key={rows.indexOf(cells)}>
              {cells.map((cell, column) => (
                <td key={head[column]} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <Text className={classes.more}>{t('documents.preview.rows', { count: left })}</Text>}
    </section>
  )
}
