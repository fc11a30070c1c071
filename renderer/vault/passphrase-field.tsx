import { PasswordInput, Text } from '@mantine/core'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { useWords } from '../i18n/words.tsx'
import classes from './passphrase-field.module.css'

interface PassphraseFieldProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A passphrase: hidden until one wants to see it, never remembered by the window, with a word when Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, description, value, onChange, error, autoFocus = false, ref } = props
  const t = useWords()
  const [capsLock, setCapsLock] = useState(false)
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <div>
      <PasswordInput
        ref={ref}
        label={label}
        description={description}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        // Mantine says so of its other fields, not of this one.
        aria-invalid={error !== undefined}
        onKeyDown={look}
        onKeyUp={look}
        maxLength={1024}
        autoFocus={autoFocus}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': t('vault.showPassphrase') }}
        classNames={{ visibilityToggle: classes.toggle }}
      />
      <Text size="sm" role="status">
        {capsLock ? t('vault.capsLock') : ''}
      </Text>
    </div>
  )
}
