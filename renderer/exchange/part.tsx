import { Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** One thing to decide before a packet can be looked at. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Paper component="section" aria-label={title} withBorder p="md">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      {children}
    </Paper>
  )
}
