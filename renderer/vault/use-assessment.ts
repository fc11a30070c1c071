import { useEffect, useState } from 'react'
import type { PassphraseAssessment } from '../../shared/vault/vault.contract.ts'
import { call } from '../client.ts'

/** Long enough not to weigh every letter, short enough to follow the typing. */
const pauseMilliseconds = 150

/** Weighs a passphrase while it is typed. Not through React Query: its cache would remember every beginning of it. */
export function useAssessment(passphrase: string, hints: readonly string[]): PassphraseAssessment | null {
  const [assessment, setAssessment] = useState<PassphraseAssessment | null>(null)
  const known = JSON.stringify(hints)
  useEffect(() => {
    // The first answer takes a second, while the dictionaries are built: ask before anyone waits for it.
    call('vault.assessPassphrase', { passphrase: '' }).catch(() => undefined)
  }, [])
  useEffect(() => {
    let stale = false
    if (passphrase === '') {
      setAssessment(null)
      return
    }
    const timer = setTimeout(() => {
      call('vault.assessPassphrase', { passphrase, hints: JSON.parse(known) as string[] }).then(
        (result) => !stale && setAssessment(result),
        () => !stale && setAssessment(null),
      )
    }, pauseMilliseconds)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [passphrase, known])
  return assessment
}
