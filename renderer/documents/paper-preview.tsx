import { Text } from '@mantine/core'
import type { Block, Paper } from '../../shared/documents/paper.ts'
import { useWords } from '../i18n/words.tsx'
import { PaperBlock } from './paper-block.tsx'
import classes from './paper-preview.module.css'

/** What a screen shows at once: some twenty pages. Nobody reads more before printing, and 5,000 steps would freeze it. */
const blocksShown = 300

/** What will be on the paper, from the same blocks that are printed, in the language of the paper. */
export function PaperPreview({ paper }: { paper: Paper }) {
  const t = useWords()
  const shown = paper.blocks.slice(0, blocksShown)
  const left = paper.blocks.length - shown.length
  return (
    <article lang={`${paper.locale}-CA`} aria-label={t('documents.preview.page')}>
      {sheetsOf(shown).map((blocks, index, sheets) => (
        // Sheets have no name of their own, and stay in their order.
        <div key={sheets.indexOf(blocks)} className={classes.sheet}>
          <p className={classes.margin}>
            <span>{paper.mark}</span>
            <span>{paper.care}</span>
          </p>
          {index === 0 && <h2>{paper.title}</h2>}
          {blocks.map((block) => (
            <PaperBlock key={blocks.indexOf(block)} block={block} />
          ))}
          {left > 0 && index === sheets.length - 1 && (
            <Text className={classes.more}>{t('documents.preview.more', { count: left })}</Text>
          )}
        </div>
      ))}
    </article>
  )
}

/** Apart where the paper asks for another sheet. */
function sheetsOf(blocks: readonly Block[]): Block[][] {
  const sheets: Block[][] = [[]]
  for (const block of blocks) {
    if (block.is === 'sheet') sheets.push([])
    else sheets.at(-1)?.push(block)
  }
  return sheets
}
