import { Link } from 'wouter'
import { useWords } from '../i18n/words.tsx'
import classes from './settings-page.module.css'
import type { SettingsSection } from './settings-page.tsx'

interface SettingsNavProps {
  readonly names: readonly SettingsSection[]
  /** The section one went to, by its name. */
  readonly current: string | undefined
}

/** The sections of the page: each a link, so that a lock comes back to where one was. */
export function SettingsNav({ names, current }: SettingsNavProps) {
  const t = useWords()
  return (
    <nav className={classes.nav} aria-label={t('settings.nav')}>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Link
              href={`/settings/${name}`}
              className={classes.navLink}
              aria-current={name === current ? 'location' : undefined}
              onClick={() => goToSection(name)}
            >
              {t(`settings.nav.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Brings the section on screen; its title takes the focus, as a page's does on arrival. */
export function goToSection(name: string): void {
  const section = document.getElementById(name)
  section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  section?.scrollIntoView({ block: 'start' })
}
