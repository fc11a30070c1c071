import { Button, Stack, Text, Title } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { TodayItem } from '../../shared/today/today.contract.ts'
import { useFresh } from '../cases/use-fresh.ts'
import { useAsk } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import classes from './today.module.css'
import { TodayLine } from './today-line.tsx'

const groups = ['late', 'waits', 'arrives'] as const

/** The first thing one sees: what is late, what waits, what arrives, each one click from its place. */
export function TodayPage() {
  const t = useWords()
  const inWords = useDates()
  const [, go] = useLocation()
  const [newId] = useState(() => crypto.randomUUID())
  const { data, error } = useAsk('today.list', {})
  useFresh('today.list')
  useHotkeys([['alt+N', () => go(`/cases/${newId}`), { usePhysicalKeys: true }]], [])
  const begin = (
    <Button component={Link} href={`/cases/${newId}`} aria-keyshortcuts="Alt+N">
      {t('cases.new')}
    </Button>
  )
  return (
    <Page
      title={t('today.title')}
      actions={
        <>
          <Button component={Link} href="/meetings" variant="default">
            {t('today.meetings')}
          </Button>
          {data && data.cases > 0 && begin}
        </>
      }
    >
      <ErrorNotice error={error} />
      {data && (
        <>
          <Text c="dimmed" className={classes.day}>
            {inWords(data.today)}
          </Text>
          {data.cases === 0 && data.items.length === 0 ? (
            <EmptyState title={t('today.first.title')} text={t('today.first.text')} action={begin} />
          ) : data.items.length === 0 ? (
            <EmptyState
              title={t('today.calm.title')}
              text={t('today.calm.text')}
              action={
                <Button component={Link} href="/cases" variant="default">
                  {t('today.calm.action')}
                </Button>
              }
            />
          ) : (
            <Stack gap="xl">
              {groups.map((when) => (
                <Group
                  key={when}
                  when={when}
                  today={data.today}
                  total={data.totals[when]}
                  items={data.items.filter((item) => item.when === when)}
                />
              ))}
            </Stack>
          )}
        </>
      )}
    </Page>
  )
}

interface GroupProps {
  readonly when: TodayItem['when']
  readonly today: string
  readonly total: number
  readonly items: readonly TodayItem[]
}

function Group({ when, today, total, items }: GroupProps) {
  const t = useWords()
  if (items.length === 0) return null
  return (
    <section aria-labelledby={`today-${when}`}>
      <Title order={2} size="h3" id={`today-${when}`} className={classes.group}>
        {t(`today.${when}`, { count: total })}
      </Title>
      <ul className={classes.lines}>
        {items.map((item) => (
          <TodayLine key={`${item.kind}-${item.caseId}-${item.itemId}`} item={item} today={today} />
        ))}
      </ul>
      {total > items.length && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('today.more', { count: total - items.length })}
        </Text>
      )}
    </section>
  )
}
