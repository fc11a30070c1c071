import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { BackUpNow } from '../backup/back-up-now.tsx'
import { useWords } from '../i18n/words.tsx'
import { Section } from '../ui/section.tsx'
import { ChangePassphrase } from './change-passphrase.tsx'

type Phase = 'idle' | 'changing' | 'changed'

/** The passphrase, and how to change it. */
export function PassphraseSettings() {
  const t = useWords()
  const [phase, setPhase] = useState<Phase>('idle')
  const begin = useRef<HTMLButtonElement>(null)
  const wasChanging = useRef(false)
  // The form that had the focus is gone.
  useEffect(() => {
    if (wasChanging.current && phase !== 'changing') begin.current?.focus()
    wasChanging.current = phase === 'changing'
  }, [phase])
  return (
    <Section
      name="passphrase"
      title={t('vault.passphrase.settings.title')}
      intro={t('vault.passphrase.settings.intro')}
    >
      {phase === 'changing' ? (
        <ChangePassphrase onChanged={() => setPhase('changed')} onCancel={() => setPhase('idle')} />
      ) : (
        <Group>
          <Button ref={begin} variant="default" onClick={() => setPhase('changing')}>
            {t('vault.change.begin')}
          </Button>
        </Group>
      )}
      <div role="status">
        {phase === 'changed' && (
          <Stack gap="sm">
            <Text fw={600}>{t('vault.change.done')}</Text>
            <Text>{t('vault.change.oldBackups')}</Text>
          </Stack>
        )}
      </div>
      {phase === 'changed' && <BackUpNow />}
    </Section>
  )
}
