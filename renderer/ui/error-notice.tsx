import { Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { isRelaisError } from '../../shared/errors.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './error-notice.module.css'

/** What went wrong in one plain sentence, and what to do next. Nothing when nothing did. */
export function ErrorNotice({ error }: { error: Error | null | undefined }) {
  const t = useWords()
  if (!error) return null
  const code = isRelaisError(error) ? error.code : 'app.unexpected'
  const params = isRelaisError(error) ? error.params : {}
  return (
    <div role="alert" className={classes.notice}>
      <IconAlertTriangle size={22} aria-hidden className={classes.icon} />
      <div>
        <Text fw={600}>{t(`error.${code}`, params)}</Text>
        <Text mt={4}>{t(`error.${code}.next`, params)}</Text>
      </div>
    </div>
  )
}
