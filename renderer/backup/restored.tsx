import { Button, Code, Stack, Text } from '@mantine/core'
import type { Opener } from '../../shared/vault/opener.ts'
import { useWords } from '../i18n/words.tsx'
import { GateLayout } from '../vault/gate-layout.tsx'
import classes from './restored.module.css'

interface RestoredProps {
  readonly into: string
  /** With what the backup was opened: whoever did it with her kit does not know the passphrase. */
  readonly by: Opener['by']
  readonly onOpen: () => void
}

/** The restored vault is in its place; the next step is to open it like any other. */
export function Restored({ into, by, onOpen }: RestoredProps) {
  const t = useWords()
  return (
    <GateLayout title={t('backup.restored.title')}>
      <Stack gap="md">
        <Text>{t('backup.restored.where')}</Text>
        <Code className={classes.place}>{into}</Code>
        <Text>
          {by === 'passphrase'
            ? t('backup.restored.passphrase')
            : t('backup.restored.kit', { forgotten: t('vault.unlock.forgotten') })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('backup.restored.old')}
        </Text>
        <Button size="lg" onClick={onOpen}>
          {t('backup.restored.open')}
        </Button>
      </Stack>
    </GateLayout>
  )
}
