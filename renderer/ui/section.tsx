import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './section.module.css'

interface SectionProps {
  /** Names the section in the address: `/settings/<name>` goes to it. */
  readonly name: string
  readonly title: string
  readonly intro?: string
  readonly children: ReactNode
}

/** A part of a long page, under a heading that can be gone to by its name. */
export function Section({ name, title, intro, children }: SectionProps) {
  return (
    <section id={name} aria-labelledby={`${name}-title`} className={classes.section}>
      <Title order={2} id={`${name}-title`} tabIndex={-1} className={classes.title}>
        {title}
      </Title>
      {intro !== undefined && (
        <Text c="dimmed" mt={4}>
          {intro}
        </Text>
      )}
      <Stack gap="lg" mt="md">
        {children}
      </Stack>
    </section>
  )
}
