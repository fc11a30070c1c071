import { Button, Group, List, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { BackUpNow } from '../backup/back-up-now.tsx'
import { useAsk } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import type { Occasion } from './occasion.ts'

interface KitMadeProps {
  readonly form: KitForm
  readonly occasion: Occasion
}

/**
 * The kit counts: where its paper goes, and when it will be asked for again. An earlier kit still opens
 * the backups there are: a new one, made here, lets it be torn up.
 */
export function KitMade({ form, occasion }: KitMadeProps) {
  const t = useWords()
  const date = useDates()
  const { data } = useAsk('recovery.state', {})
  const { data: backups } = useAsk('backup.state', {})
  const backUp = occasion === 'after' || (backups != null && backups.last !== null)
  return (
    <Stack gap="lg">
      <FocusedTitle>{t('recovery.done.title')}</FocusedTitle>
      <Text>{t('recovery.done.text')}</Text>
      <List spacing="xs">
        <List.Item>{t(`recovery.done.place.${form}`)}</List.Item>
        <List.Item>{t('recovery.done.old')}</List.Item>
        {data?.dueOn && <List.Item>{t('recovery.done.due', { date: date(data.dueOn) })}</List.Item>}
      </List>
      {backUp && <BackUpNow />}
      <Group>
        <Button size="lg" variant={backUp ? 'default' : 'filled'} component={Link} href="/cases">
          {t('recovery.done.go')}
        </Button>
      </Group>
    </Stack>
  )
}
