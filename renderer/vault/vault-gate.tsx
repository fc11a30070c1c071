import { useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { RestoreBackup } from '../backup/restore-backup.tsx'
import { SalvageVault } from '../damage/salvage-vault.tsx'
import { CreateVault } from './create-vault.tsx'
import { RecoverVault } from './recover-vault.tsx'
import { UnlockVault } from './unlock-vault.tsx'
import type { OtherWay } from './ways-out.tsx'
import { Welcome } from './welcome.tsx'

/** `folder` null: still to be found. */
type Step =
  | { readonly at: 'welcome' | 'create' }
  | { readonly at: 'unlock' | 'restore'; readonly folder: string | null }
  | { readonly at: 'recover' | 'salvage'; readonly folder: string }

/** What stands before the vault: create one, open one, or find another way to what was in it. */
export function VaultGate({ state }: { state: Out<'app.state'> }) {
  const { suggestedFolder, practiceFolder, canBrowse, preferences } = state
  const { vaultFolder } = preferences
  const first: Step = vaultFolder === null ? { at: 'welcome' } : { at: 'unlock', folder: vaultFolder }
  const [step, setStep] = useState<Step>(first)
  const back = () => setStep(first)
  const unlock = (folder: string | null) => setStep({ at: 'unlock', folder })
  const where = { suggestedFolder, canBrowse }

  switch (step.at) {
    case 'create':
      return <CreateVault {...where} onOpen={unlock} onBack={back} />
    case 'unlock':
      return (
        <UnlockVault
          {...where}
          key={step.folder}
          folder={step.folder}
          practiceFolder={practiceFolder}
          onCreate={() => setStep({ at: 'create' })}
          onOtherWay={(way: OtherWay, folder) => setStep({ at: way, folder })}
          {...(step.folder !== vaultFolder && { onBack: back })}
        />
      )
    case 'recover':
      return (
        <RecoverVault
          folder={step.folder}
          onRestore={() => setStep({ at: 'restore', folder: step.folder })}
          onBack={() => unlock(step.folder)}
        />
      )
    case 'restore':
      return (
        <RestoreBackup
          {...where}
          folder={step.folder}
          onRestored={unlock}
          onBack={step.folder === null ? back : () => unlock(step.folder)}
        />
      )
    case 'salvage':
      return (
        <SalvageVault
          {...where}
          folder={step.folder}
          onSalvaged={unlock}
          onBack={() => unlock(step.folder)}
        />
      )
    case 'welcome':
      return (
        <Welcome
          practiceFolder={practiceFolder}
          onCreate={() => setStep({ at: 'create' })}
          onOpen={() => unlock(null)}
          onRestore={() => setStep({ at: 'restore', folder: null })}
        />
      )
  }
}
