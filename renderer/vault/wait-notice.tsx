import { Text, VisuallyHidden } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { toldSeconds } from './told-seconds.ts'
import type { Wait } from './use-wait.ts'
import classes from './wait-notice.module.css'

/** How long to wait before the next try: on screen every second, aloud only now and then. */
export function WaitNotice({ wait: { left, total } }: { readonly wait: Wait }) {
  const t = useWords()
  return (
    <>
      {left > 0 && (
        <div className={classes.wait} aria-hidden>
          <Text fw={600}>{t('vault.wait', parts(left))}</Text>
          <Text size="sm">{t('vault.wait.why')}</Text>
        </div>
      )}
      <VisuallyHidden role="status">
        {left > 0 ? t('vault.wait', parts(toldSeconds(left, total))) : ''}
      </VisuallyHidden>
    </>
  )
}

const parts = (seconds: number) => ({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
