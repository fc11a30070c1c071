import { Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { RelaisError } from '../../shared/errors.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import type { KitEntryProps } from './kit-entry-props.ts'
import { ShareEntry } from './share-entry.tsx'
import type { ShareRead } from './use-share.ts'

type Shares = readonly [ShareRead | null, ShareRead | null]

/** Two of the three shares, whichever they are. Each is looked at alone, so that a wrong one is known by its name. */
export function SharesEntry({ checkIn, onChange, missing }: KitEntryProps) {
  const [[first, second], setShares] = useState<Shares>([null, null])
  // Each share is looked at for a while: what the other was when that began is no longer what it is when it ends.
  const latest = useRef<Shares>([null, null])
  const box = useRef<HTMLDivElement>(null)

  // A field that has done its work is gone: the hands go on in the next one, or stay with what was read.
  useEffect(() => {
    // Whoever is elsewhere by then stays there.
    if ((!first && !second) || document.activeElement !== document.body) return
    const next = box.current?.querySelector<HTMLElement>('input') ?? box.current?.querySelector('[data-read]')
    if (next instanceof HTMLElement) next.focus()
  }, [first, second])

  const take = (place: 1 | 2, read: ShareRead | null) => {
    const [one, other] =
      place === 1 ? ([read, latest.current[1]] as const) : ([latest.current[0], read] as const)
    latest.current = [one, other]
    setShares(latest.current)
    onChange(
      one && other && mismatch(one, other) === null ? { by: 'shares', shares: [one.text, other.text] } : null,
    )
  }

  return (
    <Stack gap="lg" ref={box}>
      <ShareEntry
        place={1}
        checkIn={checkIn}
        missing={missing}
        read={first}
        onRead={(read) => take(1, read)}
      />
      <ShareEntry
        place={2}
        checkIn={checkIn}
        missing={missing}
        read={second}
        onRead={(read) => take(2, read)}
      />
      <ErrorNotice error={first && second && mismatch(first, second)} />
    </Stack>
  )
}

/** Why two whole shares don't go together, or null. */
function mismatch(one: ShareRead, other: ShareRead): RelaisError | null {
  if (one.kitId !== other.kitId) return new RelaisError('recovery.share_of_another_kit')
  return one.index === other.index ? new RelaisError('recovery.share_twice') : null
}
