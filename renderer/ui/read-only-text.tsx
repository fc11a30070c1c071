import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/words.tsx'
import classes from './read-only-text.module.css'

/** A value that is only to be read. An empty one says that nothing was noted. */
export function ReadOnly({ label, children }: { label: string; children: ReactNode }) {
  const t = useWords()
  const empty = children === null || children === undefined || children === ''
  return (
    <dl className={classes.pair}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value} dir="auto">
        {empty ? <Text c="dimmed">{t('ui.nothingNoted')}</Text> : children}
      </dd>
    </dl>
  )
}
