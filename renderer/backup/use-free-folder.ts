import { useEffect, useLayoutEffect, useState } from 'react'
import { call } from '../client.ts'

/** Beyond that many vaults side by side, a person chooses a place herself. */
const mostTries = 20

/** `vault`, then `vault-2`, `vault-3`…: the first of them that is empty or not there. */
export async function findFreeFolder(
  base: string,
  isFree: (folder: string) => Promise<boolean>,
): Promise<string | null> {
  for (let number = 1; number <= mostTries; number += 1) {
    const folder = number === 1 ? base : `${base}-${number}`
    if (await isFree(folder)) return folder
  }
  return null
}

const isFree = (folder: string): Promise<boolean> =>
  call('vault.inspect', { folder }).then(
    ({ holds }) => holds === 'nothing',
    () => false,
  )

/** What a `FolderField` takes, but for its words. */
interface FreeFolder {
  readonly value: string
  onChange(folder: string): void
  onFocus(): void
  onBlur(): void
}

/**
 * A folder for the vault to come, which the person may change. It is looked for, since the usual place mostly holds the
 * very vault that is to be replaced. What is found does not come into a field that somebody is in, where it would end up
 * before or after what she writes: it waits until she has left it empty.
 */
export function useFreeFolder(base: string): FreeFolder {
  const [folder, setFolder] = useState('')
  const [found, setFound] = useState<string | null>(null)
  const [within, setWithin] = useState(false)
  const [written, setWritten] = useState(false)
  useEffect(() => {
    let wanted = true
    void findFreeFolder(base, isFree).then((free) => wanted && setFound(free))
    return () => {
      wanted = false
    }
  }, [base])
  // With the very draw that brings it: a moment later, somebody may be in the field.
  useLayoutEffect(() => {
    if (found !== null && !within && !written) setFolder(found)
  }, [found, within, written])
  return {
    value: folder,
    onChange: (next) => {
      setWritten(true)
      setFolder(next)
    },
    onFocus: () => setWithin(true),
    onBlur: () => setWithin(false),
  }
}
