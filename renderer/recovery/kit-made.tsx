import { Button, Group, List, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { useAsk } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'

/** The kit counts: where its paper goes, and when it will be asked for again. */
export function KitMade({ form }: { readonly form: KitForm }) {
  const t = useWords()
  const date = useDates()
  const { data } = useAsk('recovery.state', {})
  return (
    <Stack gap="lg">
      <FocusedTitle>{t('recovery.done.title')}</FocusedTitle>
      <Text>{t('recovery.done.text')}</Text>
      <List spacing="xs">
        <List.Item>{t(`recovery.done.place.${form}`)}</List.Item>
        <List.Item>{t('recovery.done.old')}</List.Item>
        {data?.dueOn && <List.Item>{t('recovery.done.due', { date: date(data.dueOn) })}</List.Item>}
      </List>
      <Group>
        <Button size="lg" component={Link} href="/cases">
          {t('recovery.done.go')}
        </Button>
      </Group>
    </Stack>
  )
}
