import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { NoticeCode } from '../../shared/notices/notices.contract.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { Notice } from './notice.tsx'
import classes from './notices.module.css'

/** More than that at once is a wall: the rest waits behind one press. */
const shownAtOnce = 2

/**
 * What the vault has to tell, above every page and never in its way. The box is there before its words are, so that a
 * voice reader says them when it has finished with the page.
 */
export function Notices() {
  const t = useWords()
  const { data } = useAsk('notices.list', {})
  const { mutate: dismiss } = useChange('notices.dismiss')
  const [all, setAll] = useState(false)
  const box = useRef<HTMLElement>(null)
  const notices = data?.notices ?? []
  const shown = all ? notices : notices.slice(0, shownAtOnce)
  const more = notices.length - shown.length

  const put = (code: NoticeCode) => {
    const last = notices.length === 1
    dismiss(
      { code },
      { onSuccess: () => (last ? document.querySelector<HTMLElement>('main h1') : box.current)?.focus() },
    )
  }

  return (
    <div className={classes.ground} aria-live="polite" data-any={notices.length > 0 || undefined}>
      {notices.length > 0 && (
        <section ref={box} tabIndex={-1} aria-label={t('notices.title')} className={classes.box}>
          <ul className={classes.list}>
            {shown.map((notice) => (
              <Notice key={notice.code} notice={notice} onDismiss={() => put(notice.code)} />
            ))}
          </ul>
          {more > 0 && (
            <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
              {t('notices.more', { count: more })}
            </Button>
          )}
        </section>
      )}
    </div>
  )
}
