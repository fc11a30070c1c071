import { Button, FileButton, Stack, Text } from '@mantine/core'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { RelaisError } from '../../shared/errors.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from './error-notice.tsx'
import classes from './file-drop.module.css'

interface FileDropProps {
  readonly label: string
  readonly hint: string
  /** As in HTML: `.relais,application/octet-stream`. */
  readonly accept: string
  /** Largest size that is read, in bytes. */
  readonly limit: number
  readonly onFile: (bytes: Uint8Array<ArrayBuffer>) => void
  readonly onTooLarge: () => void
  /** For whoever came here to choose a file: the focus goes to the button. */
  readonly wanted?: boolean
}

/**
 * Takes one file, chosen with the button or dropped around it. Its size is looked at before a single byte is read.
 */
export function FileDrop({ label, hint, accept, limit, onFile, onTooLarge, wanted = false }: FileDropProps) {
  const t = useWords()
  const [over, setOver] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const choose = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (wanted) choose.current?.focus()
  }, [wanted])

  const take = (file: File | null | undefined): void => {
    setError(null)
    if (!file) return
    if (file.size > limit) onTooLarge()
    else
      file.arrayBuffer().then(
        (buffer) => onFile(new Uint8Array(buffer)),
        () => setError(new RelaisError('packet.file_unreadable')),
      )
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }

  return (
    <Stack gap="sm">
      <fieldset
        aria-label={label}
        className={classes.area}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Text fw={600}>{label}</Text>
        <Text c="dimmed">{over ? t('ui.dropFile') : hint}</Text>
        <FileButton onChange={take} accept={accept}>
          {(button) => (
            <Button variant="default" mt="sm" ref={choose} {...button}>
              {t('ui.chooseFile')}
            </Button>
          )}
        </FileButton>
      </fieldset>
      <ErrorNotice error={error} />
    </Stack>
  )
}
