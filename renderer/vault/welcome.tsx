import { Button, Stack, Text } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { GateLayout } from './gate-layout.tsx'

/** The very first screen: the language above, then one of two ways in. */
export function Welcome({ onCreate, onOpen }: { onCreate: () => void; onOpen: () => void }) {
  const t = useWords()
  return (
    <GateLayout title={t('vault.welcome.title')}>
      <Stack gap="md">
        <Text>{t('vault.welcome.what')}</Text>
        <Text>{t('vault.welcome.promise')}</Text>
        <Stack gap="sm" mt="md">
          <Button size="lg" onClick={onCreate}>
            {t('vault.welcome.create')}
          </Button>
          <Text size="sm" c="dimmed" ta="center">
            {t('vault.welcome.createHint')}
          </Text>
          <Button size="lg" variant="default" onClick={onOpen} mt="sm">
            {t('vault.welcome.open')}
          </Button>
        </Stack>
      </Stack>
    </GateLayout>
  )
}
