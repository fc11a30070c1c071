import { Anchor, Button, Code, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { isRelaisError, RelaisError } from '../../shared/errors.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { OpenPractice } from '../practice/open-practice.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { useProgress } from '../ui/use-progress.ts'
import { FolderField } from './folder-field.tsx'
import { GateLayout } from './gate-layout.tsx'
import { PassphraseField } from './passphrase-field.tsx'
import { secondsToWait } from './seconds-to-wait.ts'
import classes from './unlock-vault.module.css'
import { useEntry } from './use-entry.ts'
import { useWait } from './use-wait.ts'
import { WaitNotice } from './wait-notice.tsx'
import { hasWaysOut, type OtherWay, WaysOut } from './ways-out.tsx'

interface UnlockVaultProps {
  /** The vault opened last, or just restored; null when one is still to be found. */
  readonly folder: string | null
  readonly suggestedFolder: string
  readonly practiceFolder: string
  readonly canBrowse: boolean
  readonly onCreate: () => void
  /** Without the passphrase, or for a damaged vault: another way in, or around. */
  readonly onOtherWay: (way: OtherWay, folder: string) => void
  readonly onBack?: () => void
}

/** Opens a vault. When it can't, it says why and what to do; it never creates, replaces or deletes anything. */
export function UnlockVault(props: UnlockVaultProps) {
  const { folder, suggestedFolder, practiceFolder, canBrowse, onCreate, onOtherWay, onBack } = props
  const t = useWords()
  const [place, setPlace] = useState(folder ?? suggestedFolder)
  const [finding, setFinding] = useState(folder === null)
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState<'place' | 'passphrase' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const entry = useEntry('vault.unlock')
  const progress = useProgress()
  const wait = useWait()
  const absent = useAbsence(folder, wait.start)
  const error = entry.error ?? (place === folder ? absent : null)
  const notFound = isRelaisError(error, 'vault.not_found')
  const other = (way: OtherWay) => onOtherWay(way, place.trim())

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const lacking = place.trim() === '' ? 'place' : passphrase === '' ? 'passphrase' : null
    setMissing(lacking)
    if (lacking || entry.busy || wait.left > 0) return
    const refusal = await entry.enter({ folder: place.trim(), passphrase, jobId: progress.begin() })
    progress.end()
    if (!refusal) return
    wait.start(await secondsToWait(refusal, place.trim()))
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
                wait.start(0)
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
          {!isRelaisError(error, 'vault.too_soon') && <ErrorNotice error={error} />}
          <WaitNotice wait={wait} />
          <WaysOut folder={place.trim()} error={error} onOtherWay={other} />
          <Group justify="space-between" gap="sm">
            <Button
              type="submit"
              size="lg"
              variant={hasWaysOut(error) ? 'default' : 'filled'}
              loading={entry.busy}
              disabled={wait.left > 0}
            >
              {t('vault.unlock.open')}
            </Button>
            {!finding && (
              <Button variant="subtle" onClick={() => setFinding(true)}>
                {t('vault.unlock.another')}
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed" role="status">
            {entry.busy && progress.percent === null ? t('vault.unlock.busy') : ''}
          </Text>
          <JobProgress label={t('vault.unlock.checking')} job={{ percent: progress.percent }} />
          <Anchor component="button" type="button" onClick={() => other('recover')} className={classes.aside}>
            {t('vault.unlock.forgotten')}
          </Anchor>
          <OpenPractice folder={practiceFolder} aside />
          {(notFound || finding) && (
            <>
              <Anchor
                component="button"
                type="button"
                onClick={() => other('restore')}
                className={classes.aside}
              >
                {t('vault.restore')}
              </Anchor>
              <Anchor component="button" type="button" onClick={onCreate} className={classes.aside}>
                {t('vault.unlock.create')}
              </Anchor>
            </>
          )}
        </Stack>
      </form>
    </GateLayout>
  )
}

/** Tells before anyone types that the vault opened last is not where it was, or that there is a wait to sit out. */
function useAbsence(folder: string | null, startWait: (seconds: number) => void): Error | null {
  const { data } = useAsk('vault.inspect', { folder: folder ?? '.' }, { enabled: folder !== null })
  const seconds = data?.waitSeconds ?? 0
  const start = useRef(startWait)
  useEffect(() => {
    if (seconds > 0) start.current(seconds)
  }, [seconds])
  return data && data.holds !== 'vault' ? new RelaisError('vault.not_found') : null
}
