import { useWords } from '../i18n/words.tsx'
import { SideNav, SideNavLink } from '../ui/side-nav.tsx'
import { settingsSections } from './sections.ts'

interface SettingsNavProps {
  /** The section one went to, by its name. */
  readonly current: string | undefined
}

/** The sections of the page. */
export function SettingsNav({ current }: SettingsNavProps) {
  const t = useWords()
  return (
    <SideNav label={t('settings.nav')}>
      {settingsSections.map((name) => (
        <SideNavLink
          key={name}
          href={`/settings/${name}`}
          current={name === current ? 'location' : undefined}
          onClick={() => goToSection(name)}
        >
          {t(`settings.nav.${name}`)}
        </SideNavLink>
      ))}
    </SideNav>
  )
}

/** Brings the section on screen; its title takes the focus, as a page's does on arrival. */
export function goToSection(name: string): void {
  const section = document.getElementById(name)
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  section?.scrollIntoView({ block: 'start' })
}
