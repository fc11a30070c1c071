import { Button, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { call } from '../client.ts'
import { useInstants, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { GateLayout } from '../vault/gate-layout.tsx'
import classes from './backup-settings.module.css'
import type { ChosenBackup } from './chosen-backup.ts'
import { type Entered, nothingEntered, openerOf } from './opener.ts'
import { OpenerFields } from './opener-fields.tsx'
import { useAttempt } from './use-attempt.ts'

interface LookIntoBackupProps {
  readonly chosen: ChosenBackup
  readonly onOpened: (opener: Opener, found: Out<'backup.look'>) => void
  readonly onBack: () => void
}

/** Opens the head of a backup, which tells whose it is and what it holds. Writes nothing. */
export function LookIntoBackup({ chosen, onOpened, onBack }: LookIntoBackupProps) {
  const t = useWords()
  const { at, ago } = useInstants()
  const [entered, setEntered] = useState<Entered>(nothingEntered)
  const [tries, setTries] = useState(0)
  const attempt = useAttempt()
  const { folder, backup } = chosen

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const opener = openerOf(entered)
    setTries(tries + 1)
    if (opener === null) return
    await attempt.run(async () => {
      const found = await call('backup.look', { folder, name: backup.name, opener })
      onOpened(opener, found)
    })
  }

  return (
    <GateLayout title={t('backup.look.title')} onBack={onBack}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <div>
            <Text>{t('backup.look.which', { date: at(backup.madeAt), age: ago(backup.madeAt) })}</Text>
            <Text size="sm" c="dimmed" className={classes.path}>
              {t('backup.last.where', { name: backup.name, folder })}
            </Text>
          </div>
          <OpenerFields
            value={entered}
            onChange={(next) => {
              setEntered(next)
              if (next.by === entered.by) return
              attempt.forgetError()
              setTries(0)
            }}
            kits={['code', 'shares']}
            checkIn={null}
            hint={t('backup.look.passphrase.hint')}
            tries={tries}
            error={attempt.error}
          />
          <ErrorNotice error={attempt.error} />
          <Button type="submit" size="lg" loading={attempt.busy}>
            {t('backup.look.open')}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {attempt.busy ? t('backup.look.busy') : ''}
          </Text>
        </Stack>
      </form>
    </GateLayout>
  )
}
