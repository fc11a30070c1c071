import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { CaseLine } from './case-line.tsx'
import classes from './cases.module.css'
import { type ListState, scrollOf } from './list-state.ts'
import { SortHeader } from './sort-header.tsx'
import { type CaseRows, useCaseRows } from './use-case-rows.ts'

/** Height of a row before it is measured, in pixels, and rows kept ready above and below the window. */
const rowHeight = 57
const overscan = 8
/** Rows that Page up and Page down go by. */
const pageRows = 10

interface CaseListProps {
  readonly query: ListState
  readonly onChange: (part: Partial<ListState>) => void
  /** Told how many match, so that the page can say it. */
  readonly onCounts: (counts: NonNullable<CaseRows['counts']>) => void
}

/** The cases, a window of rows at a time: ten thousand scroll like ten. */
export function CaseList({ query, onChange, onCounts }: CaseListProps) {
  const t = useWords()
  const table = useRef<HTMLTableElement>(null)
  const [total, setTotal] = useState(0)
  const [top, setTop] = useState(0)
  // Measured before each paint: what stands above the list changes its height (drafts, wrapped filters).
  useLayoutEffect(() => {
    const body = table.current?.tBodies[0]
    if (body) setTop(Math.round(body.getBoundingClientRect().top + window.scrollY))
  })
  const virtual = useWindowVirtualizer({
    count: total,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: top,
    initialOffset: scrollOf.recall,
  })
  const items = virtual.getVirtualItems()
  const rows = useCaseRows(query, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  const matching = rows.counts?.total
  const all = rows.counts?.all
  useEffect(() => {
    if (matching === undefined || all === undefined) return
    setTotal(matching)
    onCounts({ total: matching, all })
  }, [matching, all, onCounts])
  const focus = useRowFocus(total, (index) => virtual.scrollToIndex(index))

  const before = (items[0]?.start ?? top) - top
  const after = virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top)
  return (
    <>
      <ErrorNotice error={rows.error} />
      <div className={classes.scroller}>
        <table ref={table} className={classes.list} aria-rowcount={total + 1} hidden={total === 0}>
          <caption className={classes.hidden}>{t('cases.list.caption')}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <SortHeader by="code" query={query} onChange={onChange} />
              <SortHeader by="status" query={query} onChange={onChange} />
              <SortHeader by="region" query={query} onChange={onChange} />
              <SortHeader by="risk" query={query} onChange={onChange} />
              <th scope="col">{t('cases.column.marks')}</th>
              <SortHeader by="updatedOn" query={query} onChange={onChange} />
            </tr>
          </thead>
          <tbody onKeyDown={focus.onKeyDown}>
            <Filler height={before} />
            {items.map(({ index }) => (
              <CaseLine
                key={index}
                ref={virtual.measureElement}
                index={index}
                row={rows.row(index)}
                takesFocus={focus.wanted === index}
                onFocused={focus.arrived}
              />
            ))}
            <Filler height={after} />
          </tbody>
        </table>
      </div>
    </>
  )
}

/** Stands for the rows that are not rendered. */
function Filler({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={6} style={{ height, padding: 0 }} />
    </tr>
  )
}

/** Arrow keys, Page up and down, Home and End move the focus from row to row, also to rows not rendered yet. */
function useRowFocus(total: number, scrollTo: (index: number) => void) {
  const [wanted, setWanted] = useState<number | null>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const from = Number((event.target as HTMLElement).closest('tr')?.dataset.index)
    const by: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: pageRows,
      PageUp: -pageRows,
      Home: -total,
      End: total,
    }
    const step = by[event.key]
    if (step === undefined || Number.isNaN(from)) return
    event.preventDefault()
    const next = Math.max(0, Math.min(total - 1, from + step))
    scrollTo(next)
    setWanted(next)
  }
  return { wanted, onKeyDown, arrived: () => setWanted(null) }
}
