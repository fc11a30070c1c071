import type { ReactNode } from 'react'
import { Link } from 'wouter'
import classes from './side-nav.module.css'

interface BesideNavProps {
  readonly nav: ReactNode
  readonly children: ReactNode
}

/** A long page with its sections beside it, or above it in a narrow window. */
export function BesideNav({ nav, children }: BesideNavProps) {
  return (
    <div className={classes.layout}>
      {nav}
      <div>{children}</div>
    </div>
  )
}

interface SideNavProps {
  readonly label: string
  /** One `SideNavLink` a section. */
  readonly children: ReactNode
  /** A quiet sentence under them. */
  readonly foot?: string
}

/** The sections of a page, in sight while one scrolls. */
export function SideNav({ label, children, foot }: SideNavProps) {
  return (
    <nav className={classes.nav} aria-label={label}>
      <ul>{children}</ul>
      {foot && <p className={classes.foot}>{foot}</p>}
    </nav>
  )
}

interface SideNavLinkProps {
  readonly href: string
  /** Where one is: a page of its own, or a place on this one. */
  readonly current: 'page' | 'location' | undefined
  readonly onClick?: () => void
  readonly children: ReactNode
}

/** One section: a link, so that a lock comes back to where one was. */
export function SideNavLink({ href, current, onClick, children }: SideNavLinkProps) {
  return (
    <li>
      <Link href={href} className={classes.link} aria-current={current} {...(onClick && { onClick })}>
        {children}
      </Link>
    </li>
  )
}
