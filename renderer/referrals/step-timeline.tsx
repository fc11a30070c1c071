import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './referrals.module.css'
import { WholeStep } from './step-content.tsx'

/** Steps shown at first, and by each “more”: thousands of them would keep the page from answering. */
const portion = 30

/** The trajectory, in order, to be read. */
export function StepTimeline({ steps }: { steps: readonly Step[] }) {
  const t = useWords()
  const [shown, setShown] = useState(portion)
  const left = steps.length - shown
  return (
    <>
      <ol className={classes.timeline} aria-label={t('referrals.trajectory')}>
        {steps.slice(0, shown).map((step) => (
          <li key={step.id}>
            <WholeStep step={step} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <div>
          <Button variant="default" onClick={() => setShown(shown + portion)}>
            {t('referrals.more', { count: Math.min(portion, left), left })}
          </Button>
        </div>
      )}
    </>
  )
}
