import type { ReactNode } from 'react'
import classes from './state-badge.module.css'

/** How a state feels; what it is, the word says. */
export type Tone = 'neutral' | 'good' | 'wait' | 'bad' | 'info'

/** The state of something, in a word. The colour only repeats it. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  )
}
