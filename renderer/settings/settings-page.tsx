import { Code, Divider, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { idleMinutes } from '../../shared/app/app.contract.ts'
import type { Out } from '../../shared/contract.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import { LanguageChoice } from './language-choice.tsx'
import classes from './settings-page.module.css'

/** What a person may choose of the window, and what she should know of her vault. */
export function SettingsPage() {
  const t = useWords()
  const { data: state } = useAsk('app.state', {})
  return (
    <Page title={t('settings.title')} narrow>
      {state && <Settings state={state} />}
    </Page>
  )
}

function Settings({ state: { preferences, version } }: { state: Out<'app.state'> }) {
  const t = useWords()
  const { mutate: prefer, error } = useChange('app.setPreferences')
  return (
    <Stack gap="xl">
      <ErrorNotice error={error} />
      <Choice label={t('settings.language')}>
        {(labelledBy) => <LanguageChoice labelledBy={labelledBy} />}
      </Choice>
      <Choice label={t('settings.colorScheme')}>
        {(labelledBy) => (
          <SegmentedControl
            aria-labelledby={labelledBy}
            value={preferences.colorScheme}
            onChange={(colorScheme) => prefer({ colorScheme })}
            data={[
              { value: 'auto', label: t('settings.colorScheme.auto') },
              { value: 'light', label: t('settings.colorScheme.light') },
              { value: 'dark', label: t('settings.colorScheme.dark') },
            ]}
          />
        )}
      </Choice>
      <IdleMinutes value={preferences.idleMinutes} onChange={(minutes) => prefer({ idleMinutes: minutes })} />
      <Divider />
      <Stack gap="md">
        <Title order={2}>{t('settings.vault')}</Title>
        <Text>{t('settings.protected')}</Text>
        {preferences.vaultFolder !== null && (
          <ReadOnly label={t('settings.folder')}>
            <Code className={classes.folder}>{preferences.vaultFolder}</Code>
          </ReadOnly>
        )}
        <ReadOnly label={t('settings.version')}>{version}</ReadOnly>
      </Stack>
    </Stack>
  )
}

function Choice({ label, children }: { label: string; children: (labelledBy: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <Text id={id} fw={600} mb={6}>
        {label}
      </Text>
      {children(id)}
    </div>
  )
}

const [shortest, longest] = [idleMinutes.minValue ?? 1, idleMinutes.maxValue ?? 30]

/** Minutes until the vault locks by itself. There is no “never”: a screen left open is the likeliest leak. */
function IdleMinutes({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  const t = useWords()
  const [typed, setTyped] = useState<number | string>(value)
  return (
    <NumberInput
      label={t('settings.idle')}
      description={t('settings.idle.hint', { minutes: value })}
      value={typed}
      onChange={(next) => {
        setTyped(next)
        const minutes = idleMinutes.safeParse(next)
        if (minutes.success) onChange(minutes.data)
      }}
      onBlur={() => setTyped(value)}
      min={shortest}
      max={longest}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      classNames={{ wrapper: classes.short }}
    />
  )
}
