import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { RelaisError } from '../../shared/errors.ts'
import { type CardEffect, cardFileLimit, type MemberCard } from '../../shared/members/members.contract.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { call, useChange } from '../client.ts'
import { useDates, useLabels, useLocale, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { toast } from '../ui/toast.ts'
import { FingerprintWords } from './fingerprint-words.tsx'

interface AddCardProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Reads a card file, says whose it is and what adding it would do, then adds it. */
export function AddCard({ opened, onClose }: AddCardProps) {
  const t = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('members.add')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('members.close') }}
    >
      <Reading onDone={onClose} />
    </Modal>
  )
}

function Reading({ onDone }: { readonly onDone: () => void }) {
  const t = useWords()
  const [tooLarge, setTooLarge] = useState<RelaisError | null>(null)
  const read = useMutation({
    mutationFn: async (bytes: Uint8Array<ArrayBuffer>) => ({
      bytes,
      ...(await call('members.readCard', { bytes })),
    }),
  })
  const take = useChange('members.takeCard')

  if (!read.data) {
    return (
      <Stack>
        <Text>{t('members.add.text')}</Text>
        <FileDrop
          label={t('members.add.choose')}
          hint={t('members.add.hint')}
          accept=".relais-card"
          limit={cardFileLimit}
          onFile={(bytes) => {
            setTooLarge(null)
            read.mutate(bytes)
          }}
          onTooLarge={() => {
            read.reset()
            setTooLarge(new RelaisError('members.card_malformed'))
          }}
        />
        <ErrorNotice error={tooLarge ?? read.error} />
      </Stack>
    )
  }
  const { bytes, card, effect } = read.data
  const add = () =>
    take.mutate(
      { bytes },
      {
        onSuccess: () => {
          toast(t('members.added'))
          onDone()
        },
      },
    )
  return (
    <Stack>
      <CardFound card={card} effect={effect} />
      <ErrorNotice error={take.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => read.reset()}>
          {t('members.add.another')}
        </Button>
        {effect === 'known' ? (
          <Button onClick={onDone} data-autofocus>
            {t('members.close')}
          </Button>
        ) : (
          <Button
            variant={effect === 'sameName' ? 'default' : 'filled'}
            onClick={add}
            loading={take.isPending}
          >
            {t(`members.add.${effect}`)}
          </Button>
        )}
      </Group>
    </Stack>
  )
}

function CardFound({ card, effect }: { readonly card: MemberCard; readonly effect: CardEffect }) {
  const t = useWords()
  const label = useLabels()
  const date = useDates()
  const locale = useLocale()
  return (
    <Stack role="status" gap="sm">
      <div>
        <Text fw={600} size="lg">
          {card.name}
        </Text>
        <Text>{card.organisation}</Text>
        <Text c="dimmed">{label(coalitionSectors, card.sector)}</Text>
        <Text c="dimmed">{t('members.validUntil', { date: date(card.validUntil) })}</Text>
      </div>
      <FingerprintWords
        label={t('members.words', { name: card.name })}
        words={card.words[locale]}
        language={locale}
      />
      <Alert
        color={effect === 'sameName' ? 'red' : 'relais'}
        icon={effect === 'sameName' && <IconAlertTriangle aria-hidden />}
        title={t(`members.effect.${effect}`)}
      >
        {t(`members.effect.${effect}.next`)}
      </Alert>
    </Stack>
  )
}
