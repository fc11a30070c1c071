import { Anchor, AppShell, Group, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import classes from './page.module.css'

interface PageProps {
  readonly title: string
  /** The place one came from, when it is not in the side bar. */
  readonly back?: { readonly to: string; readonly label: string }
  readonly actions?: ReactNode
  /** For forms: lines of some 80 characters, which tired eyes follow best. */
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** What every place of the app looks like: where one is, what one can do, then the content. */
export function Page({ title, back, actions, narrow = false, children }: PageProps) {
  const heading = useArrival()
  return (
    <AppShell.Main>
      <div className={classes.content} data-narrow={narrow || undefined}>
        {back && (
          <Anchor component={Link} href={back.to} className={classes.back}>
            <IconArrowLeft size={18} aria-hidden />
            {back.label}
          </Anchor>
        )}
        <Group justify="space-between" align="flex-start" mb="lg" gap="md">
          <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
            {title}
          </Title>
          {actions && <Group gap="sm">{actions}</Group>}
        </Group>
        {children}
      </div>
    </AppShell.Main>
  )
}

/** On arrival the focus goes to the title, so that a screen reader says where one is, unless a field of the page has it. */
function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const title = heading.current
    if (title?.closest('main')?.contains(document.activeElement)) return
    title?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
  return heading
}
