import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../i18n/words.tsx'
import classes from './entry.module.css'
import type { KitEntryProps } from './kit-entry-props.ts'
import { codeGroups, grouped, readCode } from './reading.ts'

/** The code of a kit. A group that is not as printed is named as soon as it is typed, not at the end. */
export function CodeEntry({ onChange, missing }: Pick<KitEntryProps, 'onChange' | 'missing'>) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const { groups, whole, wrong } = readCode(typed)
  const error =
    wrong !== null
      ? t('recovery.code.wrong', { group: wrong })
      : missing && !whole
        ? t('recovery.code.missing')
        : undefined

  const take = (next: string, atEnd: boolean) => {
    // Dashes are put in only while one types at the end: elsewhere the caret would jump.
    const code = atEnd && next.length > typed.length ? grouped(next) : next
    setTyped(code)
    onChange(readCode(code).whole ? { by: 'code', code } : null)
  }

  return (
    <div>
      <TextInput
        label={t('recovery.code')}
        description={t('recovery.code.hint')}
        value={typed}
        onChange={({ currentTarget: { value, selectionEnd } }) => take(value, selectionEnd === value.length)}
        error={error}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        classNames={{ input: classes.code }}
      />
      <Text size="sm" role="status" mt={4}>
        {whole
          ? t('recovery.code.whole')
          : typed !== '' && wrong === null
            ? t('recovery.code.groups', { groups, total: codeGroups })
            : ''}
      </Text>
    </div>
  )
}
