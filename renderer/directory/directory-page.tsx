import { Anchor, Button, Group, Paper, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Link } from 'wouter'
import { useFresh } from '../cases/use-fresh.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import classes from './directory.module.css'
import { DirectoryFilters } from './directory-filters.tsx'
import { EntryLine } from './entry-line.tsx'
import { ExportDirectory } from './export-directory.tsx'
import { unfiltered, useListState } from './list-state.ts'
import { useEntries } from './use-entries.ts'
import { newEntryDraft } from './use-entry-draft.ts'

/** A pause in typing after which the search is made, in milliseconds. */
const searchPause = 150

/** Whom one can refer to: looked for by need, region and language, and kept true. */
export function DirectoryPage() {
  const t = useWords()
  const [state, change] = useListState()
  const [words] = useDebouncedValue(state.words, searchPause)
  const entries = useEntries({ ...state, words })
  const [wanted, setWanted] = useState<number | null>(null)
  const { counts, rows } = entries
  const none = counts?.all === 0
  const add = (
    <Button component={Link} href="/directory/new">
      {t('directory.add')}
    </Button>
  )
  const bringIn = (
    <Button component={Link} href="/directory/import" variant="default">
      {t('directory.import')}
    </Button>
  )
  return (
    <Page
      title={t('directory.title')}
      actions={
        counts && !none ? (
          <>
            {bringIn}
            {add}
          </>
        ) : undefined
      }
    >
      <ErrorNotice error={entries.error} />
      <BegunEntry />
      {none && (
        <EmptyState
          title={t('directory.none.title')}
          text={t('directory.none.text')}
          action={
            <Group justify="center">
              {bringIn}
              {add}
            </Group>
          }
        />
      )}
      {counts && !none && (
        <>
          <DirectoryFilters query={state} onChange={change} staleCount={counts.staleCount} />
          <Text role="status" c="dimmed" size="sm" mb="xs">
            {t('directory.count', { total: counts.total, all: counts.all })}
          </Text>
          {counts.total === 0 ? (
            <EmptyState
              title={t('directory.noMatch.title')}
              text={t('directory.noMatch.text')}
              action={
                <Button variant="default" onClick={() => change(unfiltered)}>
                  {t('directory.noMatch.action')}
                </Button>
              }
            />
          ) : (
            <ul className={classes.list}>
              {rows.map((entry, index) => (
                <EntryLine key={entry.id} entry={entry} takesFocus={wanted === index} />
              ))}
            </ul>
          )}
          {entries.hasMore && (
            <Button
              variant="default"
              mt="md"
              onClick={() => {
                setWanted(rows.length)
                entries.more()
              }}
            >
              {t('directory.more')}
            </Button>
          )}
          <ExportDirectory all={counts.all} />
        </>
      )}
    </Page>
  )
}

/** An entry that was begun and never saved is in no list, and must be found again. */
function BegunEntry() {
  const t = useWords()
  const { data } = useAsk('drafts.get', { key: newEntryDraft })
  useFresh('drafts.get')
  if (!data || data.body === null) return null
  return (
    <Paper withBorder p="sm" mb="md">
      <Group justify="space-between">
        <Text>{t('directory.begun')}</Text>
        <Anchor component={Link} href="/directory/new">
          {t('directory.begun.resume')}
        </Anchor>
      </Group>
    </Paper>
  )
}
