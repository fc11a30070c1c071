import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import { useLocale, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useEntry } from '../vault/use-entry.ts'

interface OpenPracticeProps {
  readonly folder: string
  /** A link below the real way in, for whoever has a vault already. */
  readonly aside?: boolean
}

/** Opens the practice vault, which is made the first time. No passphrase is asked for: it hides nothing. */
export function OpenPractice({ folder, aside = false }: OpenPracticeProps) {
  const t = useWords()
  const locale = useLocale()
  const [, go] = useLocation()
  const entry = useEntry('practice.open', { onOpen: () => go('/today') })
  const open = () => {
    if (!entry.busy) void entry.enter({ folder, locale })
  }
  return (
    <Stack gap="xs" align={aside ? 'flex-start' : 'stretch'}>
      {aside ? (
        <Anchor component="button" type="button" onClick={open} mih="2rem">
          {t('practice.open')}
        </Anchor>
      ) : (
        <>
          <Button size="lg" variant="default" onClick={open} loading={entry.busy} mt="sm">
            {t('practice.open')}
          </Button>
          <Text size="sm" c="dimmed" ta="center">
            {t('practice.hint')}
          </Text>
        </>
      )}
      <Text size="sm" c="dimmed" role="status">
        {entry.busy ? t('practice.busy') : ''}
      </Text>
      <ErrorNotice error={entry.error} />
    </Stack>
  )
}
