import { useEffect, useState } from 'react'
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

/**
 * A folder for the vault to come, which the person may change. It is looked for, since the usual place mostly holds the
 * very vault that is to be replaced.
 */
export function useFreeFolder(base: string): readonly [string, (folder: string) => void] {
  const [folder, setFolder] = useState('')
  useEffect(() => {
    let wanted = true
    void findFreeFolder(base, isFree).then((found) => {
      // What was typed meanwhile stays.
      if (wanted && found !== null) setFolder((typed) => typed || found)
    })
    return () => {
      wanted = false
    }
  }, [base])
  return [folder, setFolder]
}
