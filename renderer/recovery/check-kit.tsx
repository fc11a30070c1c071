import { Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { KitOpener } from '../../shared/vault/opener.ts'
import { call, useAsk } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FocusedTitle } from '../ui/focused-title.tsx'
import { type CurrentKit, spacedKitId } from './current-kit.ts'
import { EnterKit } from './enter-kit.tsx'

/** Once a year: the paper is still where it was, and can still be read. */
export function CheckKit({ kit }: { readonly kit: CurrentKit | null }) {
  const t = useWords()
  return kit ? (
    <Checking kit={kit} />
  ) : (
    <EmptyState
      title={t('recovery.none.title')}
      text={t('recovery.none.text')}
      action={
        <Button component={Link} href="/recovery">
          {t('recovery.make')}
        </Button>
      }
    />
  )
}

function Checking({ kit: { form, kitId, madeOn } }: { readonly kit: CurrentKit }) {
  const t = useWords()
  const date = useDates()
  const client = useQueryClient()
  const { data: state } = useAsk('app.state', {})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const [done, setDone] = useState(false)

  // Not through React Query, whose mutation cache would remember the kit.
  const check = async (kit: KitOpener) => {
    setBusy(true)
    setError(null)
    try {
      await call('recovery.check', { kit })
      await client.invalidateQueries()
      setDone(true)
    } catch (refusal) {
      setError(refusal as Error)
    } finally {
      setBusy(false)
    }
  }

  if (done) return <Checked />
  return (
    <Stack gap="lg">
      <Text>{t(`recovery.check.text.${form}`)}</Text>
      <Text fw={600}>{t('recovery.which', { kitId: spacedKitId(kitId), date: date(madeOn) })}</Text>
      <EnterKit
        form={form}
        checkIn={state?.preferences.vaultFolder ?? null}
        label={t('recovery.check.check')}
        busy={busy}
        error={error}
        onEntered={(kit) => void check(kit)}
      >
        <Button size="lg" variant="subtle" component={Link} href="/recovery">
          {t('recovery.check.lost')}
        </Button>
      </EnterKit>
    </Stack>
  )
}

function Checked() {
  const t = useWords()
  const date = useDates()
  const { data } = useAsk('recovery.state', {})
  return (
    <Stack gap="lg">
      <FocusedTitle>{t('recovery.checked.title')}</FocusedTitle>
      <Text>{t('recovery.checked.text')}</Text>
      {data?.dueOn && <Text>{t('recovery.done.due', { date: date(data.dueOn) })}</Text>}
      <Group>
        <Button size="lg" component={Link} href="/cases">
          {t('recovery.done.go')}
        </Button>
      </Group>
    </Stack>
  )
}
