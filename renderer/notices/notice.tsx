import { Anchor, CloseButton, Text } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Out } from '../../shared/contract.ts'
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
  return (
    <li className={classes.notice}>
      <IconInfoCircle size={22} aria-hidden className={classes.icon} />
      <div className={classes.content}>
        <Text className={classes.words}>{t(`notices.${code}`, { ...unknown, ...params })}</Text>
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
