import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.ts'
import { FolderField } from '../vault/folder-field.tsx'

/** The folder for backups. It counts once the vault has tried to write there, and never by being typed only. */
export function BackupsPlace({ state }: { readonly state: Out<'backup.state'> }) {
  const t = useWords()
  const { data: app } = useAsk('app.state', {})
  const { mutate: set, isPending, error, reset } = useChange('backup.settings')
  const [place, setPlace] = useState(state.folder)
  const wanted = place.trim()
  const { chosen, automatic } = state

  const save = (folder: string | null) =>
    set({ folder, automatic }, { onSuccess: () => toast(t('backup.folder.saved')) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== '' && wanted !== state.folder) save(wanted)
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FolderField
          label={t('backup.folder')}
          description={t('backup.folder.hint')}
          value={place}
          onChange={(next) => {
            setPlace(next)
            reset()
          }}
          canBrowse={app?.canBrowse ?? false}
          {...(wanted === '' && { error: t('vault.folder.missing') })}
        />
        <Text size="sm">{t(chosen ? 'backup.eject' : 'backup.folder.beside')}</Text>
        <ErrorNotice error={error} />
        <Group gap="sm">
          {wanted !== '' && wanted !== state.folder && (
            <Button type="submit" loading={isPending}>
              {t('backup.folder.use')}
            </Button>
          )}
          {chosen && (
            <Button variant="default" loading={isPending} onClick={() => save(null)}>
              {t('backup.folder.back')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
