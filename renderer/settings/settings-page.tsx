import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { useRoute } from 'wouter'
import { BackupSettings } from '../backup/backup-settings.tsx'
import { useAsk } from '../client.ts'
import { CheckVault } from '../damage/check-vault.tsx'
import { useWords } from '../i18n/words.tsx'
import { RecoverySettings } from '../recovery/recovery-settings.tsx'
import { Page } from '../ui/page.tsx'
import { BesideNav } from '../ui/side-nav.tsx'
import { LockSettings } from '../vault/lock-settings.tsx'
import { PassphraseSettings } from '../vault/passphrase-settings.tsx'
import { AboutVault } from './about-vault.tsx'
import { isJustOpened } from './just-opened.ts'
import { LookSettings } from './look-settings.tsx'
import { type SettingsSection, settingsSections } from './sections.ts'
import { goToSection, SettingsNav } from './settings-nav.tsx'

/** Each feature brings its own. */
const sections = {
  look: LookSettings,
  lock: LockSettings,
  passphrase: PassphraseSettings,
  recovery: RecoverySettings,
  backup: BackupSettings,
  check: CheckVault,
  about: AboutVault,
} as const satisfies Readonly<Record<SettingsSection, () => ReactNode>>

/** What a person may choose of the window and of her vault's protection, and what she should know of it. */
export function SettingsPage() {
  const t = useWords()
  const [, params] = useRoute('/settings/:section?')
  const wanted = params?.section
  // Sections grow when what they ask for has come: gone to earlier, one would be pushed off the screen again.
  const queries = useQueryClient()
  const asking = useIsFetching()
  const arrivedAt = useRef<string>(undefined)
  const { data: told } = useAsk('notices.list', {})
  // Whoever has just unlocked has not read what stands above the page, and which she would be carried past.
  const unread = told != null && told.notices.length > 0 && isJustOpened()
  useEffect(() => {
    // Asked of the client itself: at the first render the sections have not begun to ask.
    if (asking > 0 || queries.isFetching() > 0 || wanted === arrivedAt.current) return
    arrivedAt.current = wanted
    if (wanted !== undefined && !unread) goToSection(wanted)
  }, [asking, queries, unread, wanted])
  return (
    <Page title={t('settings.title')}>
      <BesideNav nav={<SettingsNav current={wanted} />}>
        {settingsSections.map((name) => {
          const Settings = sections[name]
          return <Settings key={name} />
        })}
      </BesideNav>
    </Page>
  )
}
