import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  readonly title: string
  /** What to do so that it is no longer empty. */
  readonly text: string
  readonly action?: ReactNode
}

/** A list with nothing in it says so, and what to do. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <Stack gap="xs" align="center" className={classes.empty}>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text c="dimmed" maw="36rem">
        {text}
      </Text>
      {action && <div className={classes.action}>{action}</div>}
    </Stack>
  )
}
