import { useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { CreateVault } from './create-vault.tsx'
import { UnlockVault } from './unlock-vault.tsx'
import { Welcome } from './welcome.tsx'

type Step = { readonly at: 'welcome' | 'create' } | { readonly at: 'unlock'; readonly folder: string | null }

/** What stands before the vault: create one, open one, or be told why neither can be. */
export function VaultGate({ state }: { state: Out<'app.state'> }) {
  const { suggestedFolder, canBrowse, preferences } = state
  const { vaultFolder } = preferences
  const first: Step = vaultFolder === null ? { at: 'welcome' } : { at: 'unlock', folder: vaultFolder }
  const [step, setStep] = useState<Step>(first)
  const back = () => setStep(first)

  if (step.at === 'create') {
    return (
      <CreateVault
        suggestedFolder={suggestedFolder}
        canBrowse={canBrowse}
        onOpen={(folder) => setStep({ at: 'unlock', folder })}
        onBack={back}
      />
    )
  }
  if (step.at === 'unlock') {
    return (
      <UnlockVault
        key={step.folder}
        folder={step.folder}
        suggestedFolder={suggestedFolder}
        canBrowse={canBrowse}
        onCreate={() => setStep({ at: 'create' })}
        {...(vaultFolder === null && { onBack: back })}
      />
    )
  }
  return (
    <Welcome
      onCreate={() => setStep({ at: 'create' })}
      onOpen={() => setStep({ at: 'unlock', folder: null })}
    />
  )
}
