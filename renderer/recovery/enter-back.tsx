import { Button, Stack, Text } from '@mantine/core'
import type { KitOpener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { EnterKit } from './enter-kit.tsx'

interface EnterBackProps {
  readonly form: KitForm
  readonly busy: boolean
  readonly error: Error | null
  readonly onEntered: (kit: KitOpener, current: string) => void
  readonly onBack: () => void
}

/** From paper, not from the screen: what can't be read today can't be read on the day it is needed. */
export function EnterBack({ form, busy, error, onEntered, onBack }: EnterBackProps) {
  const t = useWords()
  return (
    <Stack gap="lg">
      <FocusedTitle>{t('recovery.enter.title')}</FocusedTitle>
      <Text>{t(`recovery.enter.why.${form}`)}</Text>
      <EnterKit
        form={form}
        checkIn={null}
        asksPassphrase
        label={t('recovery.enter.confirm')}
        busy={busy}
        error={error}
        onEntered={onEntered}
      >
        <Button size="lg" variant="default" onClick={onBack}>
          {t('recovery.enter.back')}
        </Button>
      </EnterKit>
    </Stack>
  )
}
