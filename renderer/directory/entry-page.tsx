import { Button, Group, Stack } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { EntryView } from '../../shared/directory/directory.contract.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { SaveButton } from '../ui/save-button.tsx'
import { toast } from '../ui/toast.ts'
import { CapacityMark } from './capacity-mark.tsx'
import { CheckedMark } from './checked-mark.tsx'
import { EntryFacts } from './entry-facts.tsx'
import { EntryForm } from './entry-form.tsx'
import { SettleRival } from './settle-rival.tsx'

interface EntryPageProps {
  readonly id: string
  readonly editing: boolean
}

/** One service: all that is known of it, or the form to change it. */
export function EntryPage({ id, editing }: EntryPageProps) {
  const t = useWords()
  const { data: view, error } = useAsk('directory.get', { id })
  return (
    <Page
      title={view?.organisation ?? t('directory.entry')}
      back={
        editing && view
          ? { to: `/directory/${id}`, label: t('directory.backToEntry') }
          : { to: '/directory', label: t('directory.title') }
      }
      narrow={editing}
    >
      {!view && <ErrorNotice error={error} />}
      {view && (editing ? <EntryForm view={view} /> : <Entry view={view} />)}
    </Page>
  )
}

/** A service that nobody has written down yet. */
export function NewEntryPage() {
  const t = useWords()
  return (
    <Page title={t('directory.new')} back={{ to: '/directory', label: t('directory.title') }} narrow>
      <EntryForm view={null} />
    </Page>
  )
}

function Entry({ view }: { readonly view: EntryView }) {
  const t = useWords()
  const [, go] = useLocation()
  const confirm = useConfirm()
  const mark = useChange('directory.markChecked')
  const remove = useChange('directory.remove')
  const takeOut = async (): Promise<void> => {
    const sure = await confirm({
      title: t('directory.remove.title'),
      text: t('directory.remove.text', { name: view.organisation }),
      action: t('directory.remove.action'),
    })
    if (!sure) return
    // Not `mutate`, which forgets what comes after when the entry is taken away by the answer itself.
    await remove.mutateAsync({ id: view.id }).then(
      () => {
        toast(t('directory.removed'))
        go('/directory')
      },
      // The notice says it.
      () => undefined,
    )
  }
  return (
    <Stack gap="xl">
      <Group gap="sm">
        <CheckedMark entry={view} />
        <CapacityMark capacity={view.capacity} />
      </Group>
      <Group gap="sm">
        <SaveButton
          variant={view.stale ? 'filled' : 'default'}
          leftSection={<IconCheck size={18} aria-hidden />}
          busy={mark.isPending}
          onClick={() => mark.mutate({ id: view.id }, { onSuccess: () => toast(t('directory.checkedNow')) })}
        >
          {t('directory.checkNow')}
        </SaveButton>
        <Button
          component={Link}
          href={`/directory/${view.id}/edit`}
          variant={view.stale ? 'default' : 'filled'}
        >
          {t('directory.edit')}
        </Button>
      </Group>
      {view.rival && <SettleRival view={view} rival={view.rival} />}
      <EntryFacts details={view} />
      <ErrorNotice error={mark.error ?? remove.error} />
      <Group>
        <SaveButton variant="subtle" color="gray" busy={remove.isPending} onClick={() => void takeOut()}>
          {t('directory.remove')}
        </SaveButton>
      </Group>
    </Stack>
  )
}
