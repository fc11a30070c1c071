import { Button, Center, Paper, Stack, Text, Title } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { useAsk, useChange } from '../client.ts'
import { useDates, useLabels, useLocale, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { FingerprintWords } from './fingerprint-words.tsx'
import { SavedPath } from './saved-path.tsx'

/** What I hand to colleagues: the card as a file, as a code on screen, and its words to be read aloud. */
export function MyCard() {
  const t = useWords()
  const label = useLabels()
  const date = useDates()
  const locale = useLocale()
  const { data: card, error } = useAsk('members.me', {})
  const save = useChange('members.saveCard')

  return (
    <Paper component="section" aria-labelledby="my-card" withBorder p="md">
      <Stack gap="sm">
        <Title order={2} size="h4" id="my-card">
          {t('members.mine.title')}
        </Title>
        <ErrorNotice error={error} />
        {card && (
          <>
            <div>
              <Text fw={600}>{card.name}</Text>
              <Text size="sm">{card.organisation}</Text>
              <Text size="sm" c="dimmed">
                {label(coalitionSectors, card.sector)}
              </Text>
              <Text size="sm" c="dimmed">
                {t('members.validUntil', { date: date(card.validUntil) })}
              </Text>
            </div>
            <Text size="sm">{t('members.mine.text')}</Text>
            <Button
              variant="default"
              leftSection={<IconDeviceFloppy size={18} aria-hidden />}
              loading={save.isPending}
              onClick={() => save.mutate({})}
            >
              {t('members.mine.save')}
            </Button>
            <ErrorNotice error={save.error} />
            <SavedPath label={t('members.mine.saved')} path={save.data?.path ?? null} />
            <Title order={3} size="h6">
              {t('members.mine.words')}
            </Title>
            <FingerprintWords label={t('members.mine.words')} words={card.words[locale]} language={locale} />
            <Center>
              <QrCode
                text={card.qrText}
                alternative={t('members.mine.qr', { name: card.name, organisation: card.organisation })}
                size={232}
              />
            </Center>
          </>
        )}
      </Stack>
    </Paper>
  )
}
