import { Anchor, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { call, useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import classes from './lock-settings.module.css'
import { PassphraseField } from './passphrase-field.tsx'

/** Enough for an honest person's bad day, few enough that nobody guesses. */
const failureChoices = [10, 20, 30, 50]
const usualFailures = 10

/** Erasing the keys after many wrong passphrases: off, unless someone has weighed what it costs and has a backup. */
export function EraseKeys() {
  const t = useWords()
  const confirm = useConfirm()
  const protection = useAsk('vault.protection', {})
  const backups = useAsk('backup.state', {})
  const client = useQueryClient()
  const [failures, setFailures] = useState(usualFailures)
  const [current, setCurrent] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  if (!protection.data) return <ErrorNotice error={protection.error} />
  const { eraseAfter } = protection.data
  const noBackup = backups.data?.last === null

  const isAsked = (): boolean => {
    if (current !== '') return true
    setMissing(true)
    field.current?.focus()
    return false
  }
  // Not through React Query, whose mutation cache would remember the passphrase.
  const change = async (next: number | null) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await call('vault.setProtection', { eraseAfter: next, current })
      setCurrent('')
      setMissing(false)
      await client.invalidateQueries()
      // The button that did it is another one now; what it changed is said beside the title.
      title.current?.focus()
    } catch (refusal) {
      setError(refusal as Error)
      field.current?.focus()
    } finally {
      setBusy(false)
    }
  }
  const turnOff = () => {
    if (isAsked()) void change(null)
  }
  const turnOn = async () => {
    if (!isAsked()) return
    const sure = await confirm({
      title: t('vault.erase.confirm.title', { failures }),
      text: t('vault.erase.confirm.text', { failures }),
      action: t('vault.erase.confirm.action'),
    })
    if (sure) await change(failures)
  }

  return (
    <Paper withBorder p="md" component="section" aria-labelledby="erase-title">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={3} size="h4" id="erase-title" ref={title} tabIndex={-1} className={classes.title}>
            {t('vault.erase.title')}
          </Title>
          <StateBadge tone={eraseAfter === null ? 'neutral' : 'wait'}>
            {eraseAfter === null ? t('vault.erase.off') : t('vault.erase.on', { failures: eraseAfter })}
          </StateBadge>
        </Group>
        <Text>{t('vault.erase.what')}</Text>
        <Text>{t('vault.erase.risk')}</Text>
        {(eraseAfter !== null || !noBackup) && (
          <PassphraseField
            ref={field}
            label={t('vault.erase.current')}
            description={t('vault.erase.current.why')}
            value={current}
            onChange={setCurrent}
            {...(missing && current === '' && { error: t('vault.passphrase.missing') })}
          />
        )}
        <ErrorNotice error={error} />
        {eraseAfter !== null && (
          <Group>
            <Button variant="default" loading={busy} onClick={turnOff}>
              {t('vault.erase.turnOff')}
            </Button>
          </Group>
        )}
        {eraseAfter === null && noBackup && (
          <Text>
            {t('vault.erase.noBackup')}{' '}
            <Anchor component={Link} href="/settings/backup" underline="always">
              {t('vault.erase.toBackup')}
            </Anchor>
          </Text>
        )}
        {eraseAfter === null && !noBackup && (
          <Group align="flex-end" gap="sm">
            <NativeSelect
              size="md"
              label={t('vault.erase.after')}
              value={String(failures)}
              onChange={(event) => setFailures(Number(event.currentTarget.value))}
              data={failureChoices.map((count) => ({
                value: String(count),
                label: t('vault.erase.failures', { count }),
              }))}
              className={classes.failures}
            />
            <Button variant="default" loading={busy} onClick={() => void turnOn()}>
              {t('vault.erase.turnOn')}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  )
}
