import { Pagination, SegmentedControl, Text } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import classes from './referrals.module.css'
import { type Filter, pageOfSteps, type StepList } from './use-step-list.ts'

const filters: readonly Filter[] = ['all', 'us', 'them', 'nobody']

/** Steps from which on choosing whose turn they are is quicker than looking. */
const manySteps = 6

/** Whose turn one looks at. Only where there are enough steps for it to help. */
export function StepFilter({ list }: { list: StepList }) {
  const t = useWords()
  if (list.counts.all < manySteps) return null
  return (
    <SegmentedControl
      aria-label={t('referrals.filter')}
      className={classes.filter}
      value={list.filter}
      onChange={(filter) => list.choose(filter as Filter)}
      data={filters.map((value) => ({
        value,
        label: t(`referrals.filter.${value}`, { count: list.counts[value] }),
      }))}
    />
  )
}

/** From page to page of a long trajectory. */
export function StepPages({ list }: { list: StepList }) {
  const t = useWords()
  if (list.pages === 1) return null
  const from = (list.page - 1) * pageOfSteps
  return (
    <nav aria-label={t('referrals.pages')} className={classes.pages}>
      <Text size="sm">
        {t('referrals.pages.range', {
          from: from + 1,
          until: from + list.shown.length,
          total: list.total,
        })}
      </Text>
      <Pagination
        total={list.pages}
        value={list.page}
        onChange={list.go}
        withEdges
        getControlProps={(control) => ({ 'aria-label': t(`referrals.pages.${control}`) })}
        getItemProps={(page) => ({ 'aria-label': t('referrals.pages.page', { page }) })}
      />
    </nav>
  )
}
