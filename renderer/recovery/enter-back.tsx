import { Button, Stack, Text } from '@mantine/core'
import type { Kit } from '../../shared/recovery/recovery.contract.ts'
import type { KitOpener } from '../../shared/vault/opener.ts'
import { useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { EnterKit } from './enter-kit.tsx'

interface EnterBackProps {
  readonly kit: Pick<Kit, 'form' | 'kitId'>
  readonly busy: boolean
  readonly error: Error | null
  readonly onEntered: (kit: KitOpener, current: string) => void
  readonly onBack: () => void
}

/** From paper, not from the screen: what can't be read today can't be read on the day it is needed. */
export function EnterBack({ kit: { form, kitId }, busy, error, onEntered, onBack }: EnterBackProps) {
  const t = useWords()
  return (
    <Stack gap="lg">
      <FocusedTitle>{t('recovery.enter.title')}</FocusedTitle>
      <Text>{t(`recovery.enter.why.${form}`)}</Text>
      <EnterKit
        form={form}
        checkIn={null}
        freshKit={kitId}
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
