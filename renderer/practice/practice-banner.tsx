import { IconSchool } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './practice.module.css'

/** Whether the open vault is the practice vault. */
export const usePractice = (): boolean => useAsk('practice.state', {}).data?.practice ?? false

/** On every screen of a practice vault, so that nobody writes something real into it. */
export function PracticeBanner() {
  const t = useWords()
  useLeaveNothingBehind()
  return (
    <div className={classes.banner} role="note">
      <IconSchool size={20} aria-hidden />
      <strong>{t('practice.banner')}</strong>
      <span className={classes.text}>{t('practice.banner.text')}</span>
    </div>
  )
}

/** After a lock another vault may be opened, in which the page that was shown here does not exist. */
function useLeaveNothingBehind(): void {
  const [, go] = useLocation()
  useEffect(() => window.relaisEvents.flush(() => go('/today', { replace: true })), [go])
}
