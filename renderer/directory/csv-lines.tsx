import { List, Text, Title } from '@mantine/core'
import type { CsvLine, CsvPreview } from '../../shared/directory/directory.contract.ts'
import type { MessageId } from '../i18n/catalogue.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './directory.module.css'

/** What each line of a sheet would do. Those with a problem come first: somebody has to do something about them. */
export function CsvLines({ preview: { lines, counts } }: { readonly preview: CsvPreview }) {
  const t = useWords()
  const problems = lines.filter(({ effect }) => effect === 'problem')
  const others = lines.filter(({ effect }) => effect !== 'problem')
  const left = counts.new + counts.update + counts.same + counts.problem - lines.length
  return (
    <>
      {problems.length > 0 && (
        <Lines title={t('directory.preview.problems', { count: counts.problem })} lines={problems} />
      )}
      {others.length > 0 && <Lines title={t('directory.preview.others')} lines={others} />}
      {left > 0 && <Text c="dimmed">{t('directory.preview.left', { count: left })}</Text>}
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly CsvLine[] }) {
  const t = useWords()
  const sentence = useProblems()
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {/* A region that scrolls sideways must be reached by the keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section className={classes.scroller} tabIndex={0} aria-label={t('directory.preview.table', { title })}>
        <table className={classes.problems}>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                {t('directory.preview.line')}
              </th>
              <th scope="col">{t('directory.field.organisation')}</th>
              <th scope="col">{t('directory.preview.effect')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line}>
                <th scope="row">{line.line}</th>
                <td dir="auto">{line.organisation}</td>
                <td>
                  {line.effect !== 'problem' ? (
                    t(`directory.effect.${line.effect}.one`)
                  ) : line.problems.length === 1 ? (
                    line.problems.map(sentence)
                  ) : (
                    <List>
                      {line.problems.map((problem) => (
                        <List.Item key={`${problem.problem} ${problem.column} ${problem.value}`}>
                          {sentence(problem)}
                        </List.Item>
                      ))}
                    </List>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const known = [
  'ambiguous',
  'bad_date',
  'bad_id',
  'control',
  'duplicate',
  'extra_cells',
  'formula',
  'future_date',
  'line_break',
  'missing_organisation',
  'one_term',
  'quote_open',
  'too_long',
  'undecodable',
  'unknown_code',
] as const

/** What is wrong, in a plain sentence that names the column and shows what stands there. */
function useProblems(): (problem: CsvLine['problems'][number]) => string {
  const t = useWords()
  return ({ problem, column, value }) => {
    const name = known.find((one) => one === problem) ?? 'other'
    const field = column === '' ? '' : t(`directory.field.${column}` as MessageId)
    return t(`directory.problem.${name}`, { column: field, value })
  }
}
