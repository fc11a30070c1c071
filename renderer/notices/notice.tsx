import { Anchor, Button, CloseButton, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Out } from '../../shared/contract.ts'
import { useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './notices.module.css'
import { ways } from './ways.ts'

interface NoticeProps {
  readonly notice: Out<'notices.list'>['notices'][number]
  readonly onDismiss: () => void
}

/** What is left out of a notice counts as not known. */
const unknown = { count: 0, days: 0 }

/** One sentence, the way to where it is settled, and the way to have read it. */
export function Notice({ notice: { code, params }, onDismiss }: NoticeProps) {
  const t = useWords()
  const way = ways[code]
  const { mutate: trustClock } = useChange('notices.trustClock')
  return (
    <li className={classes.notice}>
      <IconInfoCircle size={22} aria-hidden className={classes.icon} />
      <div className={classes.content}>
        <Text className={classes.words}>{t(`notices.${code}`, { ...unknown, ...params })}</Text>
        {code === 'clock_set_back' && (
          <Button variant="subtle" size="compact-md" className={classes.way} onClick={() => trustClock({})}>
            {t('notices.clock_set_back.trust')}
          </Button>
        )}
        {way && (
          <Anchor component={Link} href={way.to} className={classes.way}>
            {t(way.label)}
          </Anchor>
        )}
      </div>
      <CloseButton
        size="lg"
        aria-label={t('notices.dismiss', { notice: t(`notices.${code}.name`) })}
        onClick={onDismiss}
      />
    </li>
  )
}
