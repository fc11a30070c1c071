import { Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { RelaisError } from '../../shared/errors.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import type { KitEntryProps } from './kit-entry-props.ts'
import { ShareEntry } from './share-entry.tsx'
import type { ShareRead } from './use-share.ts'

/** The shares as they are printed, and the places in which they are entered, in any order. */
const numbers = [1, 2, 3] as const

/**
 * Two of the three shares, whichever they are; of a kit that was just printed all three, since three people will keep them
 * and nobody would see that the third page can't be read. Each is looked at alone, so that a wrong one is known by its name.
 */
export function SharesEntry({ checkIn, freshKit, onChange, missing }: KitEntryProps) {
  const all = freshKit !== undefined
  const count = all ? numbers.length : 2
  const [shares, setShares] = useState<readonly (ShareRead | null)[]>(() => Array(count).fill(null))
  // Three forms at once would be a wall: of three, the next comes when the one before it is read.
  const [shown, setShown] = useState(all ? 1 : count)
  // Each share is looked at for a while: what the others were when that began is no longer what they are when it ends.
  const latest = useRef(shares)
  const box = useRef<HTMLDivElement>(null)

  // A field that has done its work is gone: the hands go on in the next one, or stay with what was read.
  useEffect(() => {
    // Whoever is elsewhere by then stays there.
    if (shares.every((share) => share === null) || document.activeElement !== document.body) return
    const next = box.current?.querySelector<HTMLElement>('input') ?? box.current?.querySelector('[data-read]')
    if (next instanceof HTMLElement) next.focus()
  }, [shares])

  const take = (place: number, share: ShareRead | null) => {
    latest.current = latest.current.with(place - 1, share)
    setShares(latest.current)
    if (share) setShown((before) => Math.max(before, Math.min(count, place + 1)))
    const read = readOf(latest.current)
    const whole = read.length === count && mismatch(read) === null
    onChange(whole ? { by: 'shares', shares: read.map(({ text }) => text) } : null)
  }

  return (
    <Stack gap="lg" ref={box}>
      {all && <SharesLeft read={readOf(shares)} />}
      {numbers.slice(0, shown).map((place) => (
        <ShareEntry
          key={place}
          place={place}
          checkIn={checkIn}
          freshKit={freshKit}
          missing={missing}
          read={shares[place - 1] ?? null}
          onRead={(share) => take(place, share)}
        />
      ))}
      <ErrorNotice error={mismatch(readOf(shares))} />
    </Stack>
  )
}

/** Which of the three pages are still to be entered. */
function SharesLeft({ read }: { readonly read: readonly ShareRead[] }) {
  const t = useWords()
  const { formatList } = useIntl()
  const left = numbers.filter((number) => read.every(({ index }) => index !== number))
  return (
    <Text fw={600} role="status">
      {t('recovery.shares.left', { count: left.length, shares: formatList(left.map(String)) })}
    </Text>
  )
}

const readOf = (shares: readonly (ShareRead | null)[]): readonly ShareRead[] =>
  shares.filter((share) => share !== null)

/** Why whole shares don't go together, or null. */
function mismatch(read: readonly ShareRead[]): RelaisError | null {
  const distinct = (values: readonly unknown[]) => new Set(values).size
  if (distinct(read.map(({ kitId }) => kitId)) > 1) return new RelaisError('recovery.share_of_another_kit')
  return distinct(read.map(({ index }) => index)) < read.length
    ? new RelaisError('recovery.share_twice')
    : null
}
