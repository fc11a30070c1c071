import { Checkbox, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { fromWire } from '../../shared/errors.ts'
import { useAsk, useChange } from '../client.ts'
import { useInstants, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import { Section } from '../ui/section.tsx'
import { BackUpNow } from './back-up-now.tsx'
import classes from './backup-settings.module.css'
import { BackupsPlace } from './backups-place.tsx'

type State = Out<'backup.state'>

/** Where backups go, whether they make themselves, the last one, and what none of them protects from. */
export function BackupSettings() {
  const t = useWords()
  const { data: state, error } = useAsk('backup.state', {})
  // Typed, and not yet in use: a backup made meanwhile would go elsewhere than the person thinks.
  const [typed, setTyped] = useState<string | null>(null)
  const differs = typed !== null && typed.trim() !== state?.folder
  return (
    <Section name="backup" title={t('backup.title')} intro={t('backup.intro')}>
      <ErrorNotice error={error} />
      {state && (
        <>
          <LastBackup state={state} />
          <BackupsPlace state={state} typed={typed} onType={setTyped} />
          <BackUpNow
            first={differs ? t('backup.now.folderFirst', { use: t('backup.folder.use') }) : undefined}
          />
          <Automatic state={state} />
        </>
      )}
      <Limits />
    </Section>
  )
}

function LastBackup({ state: { last, changed, problem } }: { readonly state: State }) {
  const t = useWords()
  const { at, ago } = useInstants()
  return (
    <>
      {problem !== null && (
        <div>
          <Text fw={600} mb="xs">
            {t('backup.problem')}
          </Text>
          <ErrorNotice error={fromWire({ code: problem, params: {} })} />
        </div>
      )}
      <ReadOnly label={t('backup.last')}>
        {last === null ? (
          <Text>{t('backup.last.none')}</Text>
        ) : (
          <>
            <Text>{t('backup.last.when', { date: at(last.madeAt), age: ago(last.madeAt) })}</Text>
            <Text size="sm" c="dimmed" className={classes.path}>
              {t('backup.last.where', { name: last.name, folder: last.folder })}
            </Text>
            <Text size="sm">{t(changed ? 'backup.changed' : 'backup.unchanged')}</Text>
          </>
        )}
      </ReadOnly>
    </>
  )
}

function Automatic({ state: { automatic, chosen, folder } }: { readonly state: State }) {
  const t = useWords()
  const { mutate: set, isPending, error } = useChange('backup.settings')
  return (
    <Stack gap="sm">
      <Checkbox
        label={t('backup.automatic')}
        description={t('backup.automatic.hint')}
        checked={automatic}
        disabled={isPending}
        onChange={(event) => set({ folder: chosen ? folder : null, automatic: event.currentTarget.checked })}
      />
      <ErrorNotice error={error} />
    </Stack>
  )
}

const limits = ['computer', 'passphrase', 'destroyed'] as const

/** Said where one decides: a backup that is trusted for more than it does is worse than none. */
function Limits() {
  const t = useWords()
  return (
    <div>
      <Text fw={600}>{t('backup.limits')}</Text>
      <List mt={4} spacing={4}>
        {limits.map((limit) => (
          <List.Item key={limit}>{t(`backup.limit.${limit}`)}</List.Item>
        ))}
      </List>
    </div>
  )
}
