import { ActionIcon, AppShell, Burger, Button, Group, NavLink, Text, VisuallyHidden } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLock, IconSearch, IconShieldLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Out } from '../../shared/contract.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { isAt, places } from '../navigation.ts'
import { Notices } from '../notices/notices.tsx'
import { PracticeBanner, usePractice } from '../practice/practice-banner.tsx'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import classes from './frame.module.css'
import { Palette } from './palette.tsx'
import { keyShortcut, Shortcut } from './shortcut.tsx'
import { lock, useLockShortcut } from './use-lock.ts'
import { usePresence } from './use-presence.ts'

interface FrameProps {
  readonly state: Out<'app.state'>
  readonly children: ReactNode
}

/** What stands around every place while the vault is open. */
export function Frame(props: FrameProps) {
  return (
    <LeaveGuard>
      <Around {...props} />
    </LeaveGuard>
  )
}

function Around({ state, children }: FrameProps) {
  const t = useWords()
  const [location] = useLocation()
  const [menuOpen, menu] = useDisclosure(false)
  const [paletteOpen, palette] = useDisclosure(false)
  const practice = usePractice()
  useLockShortcut()
  usePresence()
  return (
    <AppShell
      header={{ height: practice ? 104 : 64 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding="xl"
      classNames={classes}
      transitionDuration={0}
    >
      <button type="button" className={classes.skip} onClick={skipToContent}>
        {t('app.skip')}
      </button>
      <AppShell.Header>
        {practice && <PracticeBanner />}
        <Group h={64} px="md" gap="md" wrap="nowrap" justify="space-between">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger
              opened={menuOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              aria-label={t('app.menu')}
              aria-expanded={menuOpen}
            />
            <Whose />
          </Group>
          <Group gap="md" wrap="nowrap" flex="none">
            <Button
              variant="default"
              leftSection={<IconSearch size={18} aria-hidden />}
              rightSection={<Shortcut letter="K" />}
              onClick={palette.open}
              aria-keyshortcuts={keyShortcut('K')}
              visibleFrom="sm"
            >
              {t('app.palette.open')}
            </Button>
            <ActionIcon
              variant="default"
              onClick={palette.open}
              aria-label={t('app.palette.open')}
              hiddenFrom="sm"
            >
              <IconSearch size={18} aria-hidden />
            </ActionIcon>
            <div className={classes.sealed}>
              <IconShieldLock size={20} aria-hidden />
              <Text size="sm" visibleFrom="sm">
                {t('app.sealed')}
              </Text>
              <Text size="sm" hiddenFrom="sm">
                {t('app.sealed.short')}
              </Text>
            </div>
            <Button
              variant="light"
              leftSection={<IconLock size={18} aria-hidden />}
              rightSection={<Shortcut letter="L" />}
              onClick={lock}
              aria-keyshortcuts={keyShortcut('L')}
            >
              {t('app.lock')}
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" aria-label={t('app.nav')}>
        {places.map(({ path, label, icon: Icon }) => (
          <NavLink
            key={path}
            component={Link}
            href={path}
            label={t(label)}
            leftSection={<Icon size={22} stroke={1.6} aria-hidden />}
            active={isAt(path, location)}
            aria-current={isAt(path, location) ? 'page' : undefined}
            onClick={menu.close}
            className={classes.place}
            classNames={{ label: classes.placeWord }}
          />
        ))}
      </AppShell.Navbar>
      {/* Whoever is at her kit needs not be told that it is missing. */}
      {!location.startsWith('/recovery') && <Notices />}
      {children}
      <Palette
        preferences={state.preferences}
        opened={paletteOpen}
        onOpen={palette.open}
        onClose={palette.close}
      />
    </AppShell>
  )
}

/** Whose vault this is: on a shared desk, the wrong one is a mistake worth seeing. */
function Whose() {
  const t = useWords()
  const { data: me } = useAsk('members.me', {})
  if (!me) return null
  return (
    <div className={classes.whose}>
      <VisuallyHidden>{t('app.vaultOf')}</VisuallyHidden>
      <Text fw={600} truncate>
        {me.name}
      </Text>
      <Text size="sm" c="dimmed" truncate visibleFrom="sm">
        {me.organisation}
      </Text>
    </div>
  )
}

function skipToContent(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}
