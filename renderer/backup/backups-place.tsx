import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useRef } from 'react'
import type { Out } from '../../shared/contract.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.ts'
import { FolderField } from '../vault/folder-field.tsx'

interface BackupsPlaceProps {
  readonly state: Out<'backup.state'>
  /** What was typed and is not in use; null for nothing. */
  readonly typed: string | null
  readonly onType: (folder: string | null) => void
}

/** The folder for backups. It counts once the vault has tried to write there, and never by being typed only. */
export function BackupsPlace({ state, typed, onType }: BackupsPlaceProps) {
  const t = useWords()
  const { data: app } = useAsk('app.state', {})
  const { mutate: set, isPending, error, reset } = useChange('backup.settings')
  const form = useRef<HTMLFormElement>(null)
  const place = typed ?? state.folder
  const wanted = place.trim()
  const differs = wanted !== state.folder
  const { chosen, automatic } = state

  const settle = () => {
    onType(null)
    // The button that was pressed goes.
    form.current?.querySelector('input')?.focus()
  }

  const save = (folder: string | null) =>
    set(
      { folder, automatic },
      {
        onSuccess: () => {
          toast(t('backup.folder.saved'))
          settle()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted !== '' && differs) save(wanted)
  }

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <FolderField
          label={t('backup.folder')}
          description={t('backup.folder.hint')}
          value={place}
          onChange={(next) => {
            onType(next)
            reset()
          }}
          canBrowse={app?.canBrowse ?? false}
          {...(wanted === '' && { error: t('vault.folder.missing') })}
        />
        <Text size="sm">{t(chosen ? 'backup.eject' : 'backup.folder.beside')}</Text>
        <ErrorNotice error={error} />
        <Group gap="sm">
          {wanted !== '' && differs && (
            <Button type="submit" loading={isPending}>
              {t('backup.folder.use')}
            </Button>
          )}
          {differs && (
            <Button
              variant="default"
              onClick={() => {
                reset()
                settle()
              }}
            >
              {t('ui.cancel')}
            </Button>
          )}
          {!differs && chosen && (
            <Button variant="default" loading={isPending} onClick={() => save(null)}>
              {t('backup.folder.back')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
