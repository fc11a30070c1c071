import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLocale, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import classes from './entry.module.css'
import { printedWords, shareWords, wordsBeginning } from './reading.ts'
import { type ShareRead, useShare } from './use-share.ts'

interface ShareEntryProps {
  /** In which order it is entered; which of the three it is, the share itself says. */
  readonly place: number
  readonly checkIn: string | null
  readonly freshKit: string | undefined
  readonly missing: boolean
  readonly read: ShareRead | null
  readonly onRead: (share: ShareRead | null) => void
}

/** One share, word by word: four letters and a space are enough. Words already typed are there to be put right. */
export function ShareEntry({ place, checkIn, freshKit, missing, read, onRead }: ShareEntryProps) {
  const t = useWords()
  const share = useShare({ checkIn, freshKit, onRead })
  const box = useRef<HTMLFieldSetElement>(null)
  const [begun, setBegun] = useState(0)
  // Also when the button that was pressed is gone.
  useEffect(() => {
    if (begun > 0) box.current?.querySelector('input')?.focus()
  }, [begun])
  const again = () => {
    share.again()
    setBegun((before) => before + 1)
  }
  return (
    <fieldset ref={box} className={classes.share}>
      <legend className={classes.legend}>{t('recovery.share', { place })}</legend>
      {read ? (
        <Group gap="sm" role="status" tabIndex={-1} data-read className={classes.read}>
          <IconCircleCheck size={22} aria-hidden className={classes.good} />
          <Text fw={600}>
            {t(checkIn === null ? 'recovery.share.whole' : 'recovery.share.right', { index: read.index })}
          </Text>
          <Again onAgain={again} />
        </Group>
      ) : (
        <Stack gap="sm">
          <WordInput typing={share} missing={missing} />
          <TypedWords typing={share} />
          {!share.error && <UnknownWord words={share.words} />}
          <ErrorNotice error={share.error} />
          {(share.error || share.words.length > 0) && (
            <div>
              <Again onAgain={again} />
            </div>
          )}
        </Stack>
      )}
    </fieldset>
  )
}

function Again({ onAgain }: { readonly onAgain: () => void }) {
  const t = useWords()
  return (
    <Button variant="subtle" size="compact-md" onClick={onAgain}>
      {t('recovery.share.again')}
    </Button>
  )
}

type Typing = ReturnType<typeof useShare>

function WordInput({
  typing: { words, at, busy, take, correct },
  missing,
}: {
  typing: Typing
  missing: boolean
}) {
  const t = useWords()
  const locale = useLocale()
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const before = words.slice(0, at)
  const found = wordsBeginning(typed, before, locale)
  const only = found.length === 1 ? found[0] : undefined
  // A word to put right takes the field, as whoever pressed it or was told of it wants to type.
  useEffect(() => {
    if (at < words.length) field.current?.focus()
  }, [at, words.length])

  const accept = (text: string) => {
    setTyped('')
    take(text)
  }
  const keys = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && typed !== '') {
      event.preventDefault()
      accept(only ?? typed)
    } else if (event.key === 'Backspace' && typed === '' && at > 0) {
      correct(at - 1)
    }
  }
  return (
    <div>
      <TextInput
        ref={field}
        label={t('recovery.share.word', { number: Math.min(at + 1, shareWords), total: shareWords })}
        description={t('recovery.share.hint')}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          // Several words at once, or a scanned code: pasted, or from a reader that types.
          if (/\S[\s,]+\S/.test(value) || /^relais-share:.{40}/i.test(value)) accept(value)
          else setTyped(value)
        }}
        onKeyDown={keys}
        disabled={busy}
        error={missing ? t('recovery.share.missing') : undefined}
        maxLength={1000}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        classNames={{ input: classes.word }}
      />
      <Text size="sm" role="status" mt={4} className={classes.completion}>
        {only
          ? t('recovery.share.completes', { word: only })
          : typed.length >= 4 && found.length === 0
            ? t('recovery.share.unknown')
            : ''}
      </Text>
    </div>
  )
}

/** The first word that is not of the list: it can be put right before the share is whole. */
function UnknownWord({ words }: { readonly words: readonly string[] }) {
  const t = useWords()
  const locale = useLocale()
  const number = printedWords(words, locale).findIndex(({ known }) => !known) + 1
  return (
    <Text size="sm" role="status">
      {number > 0 ? t('recovery.share.notInList', { number }) : ''}
    </Text>
  )
}

function TypedWords({ typing: { words, at, correct } }: { typing: Typing }) {
  const t = useWords()
  const locale = useLocale()
  if (words.length === 0) return null
  const numbered = printedWords(words, locale).map((word, index) => ({ ...word, index }))
  return (
    <ol className={classes.words} aria-label={t('recovery.share.typed')}>
      {numbered.map(({ word, known, index }) => (
        <li key={index}>
          <button
            type="button"
            className={classes.typed}
            data-wrong={!known || undefined}
            aria-current={index === at ? 'true' : undefined}
            aria-label={t(known ? 'recovery.share.correct' : 'recovery.share.correctUnknown', {
              number: index + 1,
              word,
            })}
            onClick={() => correct(index)}
          >
            <span className={classes.number}>{index + 1}.</span> {word}
          </button>
        </li>
      ))}
    </ol>
  )
}
