import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type ErrorCode, isRelaisError } from '../../shared/errors.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FolderField } from './folder-field.tsx'
import { GateLayout } from './gate-layout.tsx'
import { NewPassphraseFields } from './new-passphrase-fields.tsx'
import { type NewVault, type NewVaultField, problemsOf } from './new-vault.ts'
import { useAssessment } from './use-assessment.ts'
import { useEntry } from './use-entry.ts'

interface CreateVaultProps {
  readonly suggestedFolder: string
  readonly canBrowse: boolean
  /** There is a vault in that folder already: open it instead. */
  readonly onOpen: (folder: string) => void
  readonly onBack: () => void
}

/** Characters of a name; what is pasted beyond them is cut, which is said. */
const longest = 80

/** Refusals that are about the folder, shown beside it. */
const folderCodes: readonly ErrorCode[] = [
  'vault.already_exists',
  'vault.folder_not_empty',
  'vault.folder_unwritable',
  'vault.folder_unsuitable',
]

/** Creates a vault and the identity in it. What is missing is said beside its field, once one has tried. */
export function CreateVault({ suggestedFolder, canBrowse, onOpen, onBack }: CreateVaultProps) {
  const t = useWords()
  const [vault, setVault] = useState<NewVault>({
    name: '',
    organisation: '',
    sector: null,
    passphrase: '',
    repeated: '',
    folder: suggestedFolder,
  })
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const [, go] = useLocation()
  // The kit comes next: the day it is needed is too late to make one.
  const entry = useEntry('vault.create', { onOpen: () => go('/recovery/first') })
  const assessment = useAssessment(vault.passphrase, [vault.name, vault.organisation])
  const problems = problemsOf(vault, assessment)
  const aboutFolder = isRelaisError(entry.error) && folderCodes.includes(entry.error.code)

  // After a try that could not be: to the first field that has something to say.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])

  const change = <F extends NewVaultField>(field: F) => {
    return (value: NewVault[F]) => {
      setVault((before) => ({ ...before, [field]: value }))
      if (field === 'folder') entry.forgetError()
    }
  }
  const told = (field: NewVaultField) => {
    const problem = tries > 0 ? problems[field] : undefined
    return problem ? { error: t(problem) } : {}
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTries(tries + 1)
    const { name, organisation, sector, passphrase, folder } = vault
    if (Object.keys(problems).length > 0 || sector === null || entry.busy) return
    await entry.enter({ folder: folder.trim(), passphrase, identity: { name, organisation, sector } })
  }

  return (
    <GateLayout title={t('vault.create.title')} onBack={onBack}>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="lg">
          <Text c="dimmed">{t('vault.create.intro')}</Text>
          <TextInput
            label={t('vault.create.name')}
            description={t(vault.name.length < longest ? 'vault.create.name.hint' : 'vault.create.longest', {
              longest,
            })}
            value={vault.name}
            onChange={(event) => change('name')(event.currentTarget.value)}
            maxLength={longest}
            spellCheck={false}
            autoComplete="off"
            {...told('name')}
          />
          <TextInput
            label={t('vault.create.organisation')}
            description={vault.organisation.length < longest ? null : t('vault.create.longest', { longest })}
            value={vault.organisation}
            onChange={(event) => change('organisation')(event.currentTarget.value)}
            maxLength={longest}
            spellCheck={false}
            autoComplete="off"
            {...told('organisation')}
          />
          <CodeSelect
            label={t('vault.create.sector')}
            list={coalitionSectors}
            value={vault.sector}
            onChange={change('sector')}
            {...told('sector')}
          />
          <NewPassphraseFields
            label={t('vault.passphrase')}
            repeatLabel={t('vault.create.repeat')}
            value={vault}
            onChange={(field, value) => change(field)(value)}
            assessment={assessment}
            problems={tries > 0 ? problems : {}}
          />
          <FolderField
            label={t('vault.create.folder')}
            description={t('vault.create.folder.hint')}
            value={vault.folder}
            onChange={change('folder')}
            canBrowse={canBrowse}
            {...told('folder')}
          />
          {aboutFolder && <ErrorNotice error={entry.error} />}
          {isRelaisError(entry.error, 'vault.already_exists') && (
            <Button variant="default" onClick={() => onOpen(vault.folder.trim())}>
              {t('vault.create.openIt')}
            </Button>
          )}
          <Paper withBorder p="md">
            <Title order={2} size="h4">
              {t('vault.create.kit.title')}
            </Title>
            <Text mt={4}>{t('vault.create.kit')}</Text>
          </Paper>
          {!aboutFolder && <ErrorNotice error={entry.error} />}
          <div>
            <Button type="submit" size="lg" fullWidth loading={entry.busy}>
              {t('vault.create.create')}
            </Button>
            <Text size="sm" c="dimmed" role="status" mt="xs">
              {entry.busy ? t('vault.create.busy') : ''}
            </Text>
          </div>
        </Stack>
      </form>
    </GateLayout>
  )
}
