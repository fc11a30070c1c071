import { Anchor, Group, Paper, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../i18n/words.tsx'
import { LanguageChoice } from '../settings/language-choice.tsx'
import classes from './gate-layout.module.css'

interface GateLayoutProps {
  readonly title: string
  readonly onBack?: () => void
  readonly children: ReactNode
}

/** What every screen before the vault looks like: one sheet, one thing to do, and the language within reach. */
export function GateLayout({ title, onBack, children }: GateLayoutProps) {
  const t = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={classes.ground}>
      <header className={classes.top}>
        <span className={classes.name}>{t('vault.appName')}</span>
        <LanguageChoice />
      </header>
      <main className={classes.main}>
        <Paper className={classes.sheet} withBorder>
          {onBack && (
            <Anchor component="button" type="button" onClick={onBack} className={classes.back}>
              <IconArrowLeft size={18} aria-hidden />
              {t('vault.back')}
            </Anchor>
          )}
          <Group mb="md">
            <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
              {title}
            </Title>
          </Group>
          {children}
        </Paper>
      </main>
    </div>
  )
}
