import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { idleMinutes } from '../../shared/app/app.contract.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Section } from '../ui/section.tsx'
import { EraseKeys } from './erase-keys.tsx'
import classes from './lock-settings.module.css'

/** When the vault locks by itself, and what many wrong passphrases do to it. */
export function LockSettings() {
  const t = useWords()
  const { data: state } = useAsk('app.state', {})
  const { mutate: prefer, error } = useChange('app.setPreferences')
  return (
    <Section name="lock" title={t('vault.lock.title')} intro={t('vault.lock.intro')}>
      <ErrorNotice error={error} />
      {state && (
        <IdleMinutes
          value={state.preferences.idleMinutes}
          onChange={(minutes) => prefer({ idleMinutes: minutes })}
        />
      )}
      <EraseKeys />
    </Section>
  )
}

const [shortest, longest] = [idleMinutes.minValue ?? 1, idleMinutes.maxValue ?? 30]

/** Minutes until the vault locks by itself. There is no “never”: a screen left open is the likeliest leak. */
function IdleMinutes({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  const t = useWords()
  const [typed, setTyped] = useState<number | string>(value)
  return (
    <NumberInput
      label={t('vault.lock.idle')}
      description={t('vault.lock.idle.hint', { minutes: value })}
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
