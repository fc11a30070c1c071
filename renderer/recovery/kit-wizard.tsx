import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Kit } from '../../shared/recovery/recovery.contract.ts'
import type { KitOpener } from '../../shared/vault/opener.ts'
import type { KitForm } from '../../shared/vault/vault.contract.ts'
import { call } from '../client.ts'
import { useLocale, useWords } from '../i18n/words.tsx'
import { useLeaveGuard } from '../ui/leave-guard.tsx'
import { ChooseForm } from './choose-form.tsx'
import type { CurrentKit } from './current-kit.ts'
import { EnterBack } from './enter-back.tsx'
import { KitMade } from './kit-made.tsx'
import type { Occasion } from './occasion.ts'
import { PrintKit } from './print-kit.tsx'
import { WizardPhases } from './wizard-phases.tsx'

/** The kit is here, in this state alone, while it is made: no cache remembers it, and it is gone with its last screen. */
type Phase =
  | { readonly at: 'choose' }
  | { readonly at: 'print' | 'enter'; readonly kit: Kit }
  | { readonly at: 'done'; readonly form: KitForm }

interface KitWizardProps {
  readonly occasion: Occasion
  readonly current: CurrentKit | null
}

/** Choose, print, enter back from paper: only then does a kit count. */
export function KitWizard({ occasion, current }: KitWizardProps) {
  const t = useWords()
  const locale = useLocale()
  const client = useQueryClient()
  const [phase, setPhase] = useState<Phase>({ at: 'choose' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const begun = phase.at === 'print' || phase.at === 'enter'
  useLeaveGuard(
    begun
      ? {
          title: t(current === null ? 'recovery.leave.title' : 'recovery.leave.title.renew'),
          text: t(current === null ? 'recovery.leave.text' : 'recovery.leave.text.renew'),
          action: t('recovery.leave.action'),
        }
      : null,
  )
  useAbandon(begun)

  const attempt = async (work: () => Promise<Phase>) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      setPhase(await work())
    } catch (refusal) {
      setError(refusal as Error)
    } finally {
      setBusy(false)
    }
  }
  const begin = (form: KitForm) =>
    attempt(async () => ({ at: 'print', kit: await call('recovery.begin', { form, locale }) }))
  const confirm = (kit: KitOpener, current: string, form: KitForm) =>
    attempt(async () => {
      await call('recovery.confirm', { kit, current })
      await client.invalidateQueries()
      return { at: 'done', form }
    })
  const go = (next: Phase) => {
    setError(null)
    setPhase(next)
  }

  return (
    <>
      <WizardPhases at={phase.at} />
      {phase.at === 'choose' && (
        <ChooseForm
          occasion={occasion}
          current={current}
          busy={busy}
          error={error}
          onChoose={(form) => void begin(form)}
        />
      )}
      {phase.at === 'print' && (
        <PrintKit kit={phase.kit} onPrinted={() => go({ at: 'enter', kit: phase.kit })} />
      )}
      {phase.at === 'enter' && (
        <EnterBack
          kit={phase.kit}
          busy={busy}
          error={error}
          onEntered={(entered, current) => void confirm(entered, current, phase.kit.form)}
          onBack={() => go({ at: 'print', kit: phase.kit })}
        />
      )}
      {phase.at === 'done' && <KitMade form={phase.form} occasion={occasion} />}
    </>
  )
}

/** A kit that was begun and never entered back is forgotten with this screen, by the vault too. */
function useAbandon(begun: boolean): void {
  const left = useRef(begun)
  left.current = begun
  useEffect(
    () => () => {
      if (left.current) void call('recovery.abandon', {}).catch(() => undefined)
    },
    [],
  )
}
