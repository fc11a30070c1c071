import { Button, TextInput } from '@mantine/core'
import { call } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import classes from './folder-field.module.css'

interface FolderFieldProps {
  readonly label: string
  readonly description: string
  readonly value: string
  readonly onChange: (folder: string) => void
  readonly canBrowse: boolean
  readonly error?: string
  readonly autoFocus?: boolean
  readonly onFocus?: () => void
  readonly onBlur?: () => void
}

/** A folder of this computer: typed or, where the shell has native dialogs, chosen. */
export function FolderField(props: FolderFieldProps) {
  const { label, description, value, onChange, canBrowse, error, autoFocus = false, onFocus, onBlur } = props
  const t = useWords()
  const browse = async () => {
    const { folder } = await call('app.chooseFolder', {})
    if (folder !== null) onChange(folder)
  }
  return (
    <div className={classes.row}>
      <TextInput
        label={label}
        description={description}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        autoFocus={autoFocus}
        {...(onFocus && { onFocus })}
        {...(onBlur && { onBlur })}
        spellCheck={false}
        autoComplete="off"
        className={classes.field}
      />
      {canBrowse && (
        <Button variant="default" onClick={() => void browse()}>
          {t('vault.browse')}
        </Button>
      )}
    </div>
  )
}
