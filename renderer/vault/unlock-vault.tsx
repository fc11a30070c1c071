import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FolderField } from './folder-field.tsx'
import { GateLayout } from './gate-layout.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import classes from './unlock-vault.module.css'
import { useEntry } from './use-entry.ts'

interface UnlockVaultProps {
  /** The vault opened last; null when one is still to be found. */
  readonly folder: string | null
  readonly suggestedFolder: string
  readonly canBrowse: boolean
  readonly onCreate: () => void
  readonly onBack?: () => void
}

/** Opens a vault. When it can't, it says why and what to do; it never creates, replaces or deletes anything. */
export function UnlockVault({ folder, suggestedFolder, canBrowse, onCreate, onBack }: UnlockVaultProps) {
  const t = useWords()
  const [place, setPlace] = useState(folder ?? suggestedFolder)
  const [finding, setFinding] = useState(folder === null)
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState<'place' | 'passphrase' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const entry = useEntry('vault.unlock')
  const absent = useAbsence(folder)
  const error = entry.error ?? (place === folder ? absent : null)
  const notFound = isRelaisError(error, 'vault.not_found')

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const lacking = place.trim() === '' ? 'place' : passphrase === '' ? 'passphrase' : null
    setMissing(lacking)
    if (lacking || entry.busy) return
    if (await entry.enter({ folder: place.trim(), passphrase })) return
    field.current?.focus()
    field.current?.select()
  }

  return (
    <GateLayout title={t('vault.unlock.title')} {...(onBack && { onBack })}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {finding ? (
            <FolderField
              label={t('vault.unlock.folder')}
              description={t('vault.unlock.folder.hint')}
              value={place}
              onChange={(next) => {
                setPlace(next)
                entry.forgetError()
              }}
              canBrowse={canBrowse}
              autoFocus={folder !== null}
              {...(missing === 'place' && { error: t('vault.folder.missing') })}
            />
          ) : (
            <div>
              <Text size="sm" c="dimmed">
                {t('vault.unlock.place')}
              </Text>
              <Code className={classes.place}>{place}</Code>
            </div>
          )}
          <PassphraseField
            ref={field}
            label={t('vault.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            autoFocus={folder !== null}
            {...(missing === 'passphrase' && { error: t('vault.passphrase.missing') })}
          />
          <ErrorNotice error={error} />
          <Group justify="space-between" gap="sm">
            <Button type="submit" size="lg" loading={entry.busy}>
              {t('vault.unlock.open')}
            </Button>
            {!finding && (
              <Button variant="subtle" onClick={() => setFinding(true)}>
                {t('vault.unlock.another')}
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed" role="status">
            {entry.busy ? t('vault.unlock.busy') : ''}
          </Text>
          {(notFound || finding) && (
            <Button variant="subtle" onClick={onCreate} className={classes.create}>
              {t('vault.unlock.create')}
            </Button>
          )}
        </Stack>
      </form>
    </GateLayout>
  )
}

/** Tells before anyone types that the vault opened last is not where it was. */
function useAbsence(folder: string | null): Error | null {
  const { data } = useAsk('vault.inspect', { folder: folder ?? '.' }, { enabled: folder !== null })
  return data && data.holds !== 'vault' ? new RelaisError('vault.not_found') : null
}
