import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'
import { OpenPractice } from '../practice/open-practice.tsx'
import { GateLayout } from './gate-layout.tsx'

interface WelcomeProps {
  readonly practiceFolder: string
  readonly onCreate: () => void
  readonly onOpen: () => void
  readonly onRestore: () => void
}

/** The very first screen: the language above, then a way in; the one for whoever lost a computer is there too. */
export function Welcome({ practiceFolder, onCreate, onOpen, onRestore }: WelcomeProps) {
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
          <OpenPractice folder={practiceFolder} />
          <Anchor component="button" type="button" onClick={onRestore} mt="sm" mih="2rem">
            {t('vault.restore')}
          </Anchor>
        </Stack>
      </Stack>
    </GateLayout>
  )
}
