import { useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import type { Opener } from '../../shared/vault/opener.ts'
import { backupsBeside } from './backups-folder.ts'
import { ChooseBackup } from './choose-backup.tsx'
import type { ChosenBackup } from './chosen-backup.ts'
import { LookIntoBackup } from './look-into-backup.tsx'
import { PlaceRestored } from './place-restored.tsx'
import { Restored } from './restored.tsx'

interface RestoreBackupProps {
  /** The vault opened last, whose backups may be beside it; null when none is known. */
  readonly folder: string | null
  readonly suggestedFolder: string
  readonly canBrowse: boolean
  readonly onRestored: (into: string) => void
  readonly onBack: () => void
}

type Step =
  | { readonly at: 'choose'; readonly folder: string }
  | { readonly at: 'look'; readonly chosen: ChosenBackup }
  | {
      readonly at: 'place'
      readonly chosen: ChosenBackup
      readonly opener: Opener
      readonly found: Out<'backup.look'>
    }
  | { readonly at: 'done'; readonly into: string; readonly by: Opener['by'] }

/**
 * From a backup to a vault in a folder of its own: choose it, open it to see whose it is and how old, say where it goes.
 * The vault there is, whatever its state, is left as it is. What opens the backup is held by the step that needs it and
 * goes with it.
 */
export function RestoreBackup(props: RestoreBackupProps) {
  const { folder, suggestedFolder, canBrowse, onRestored, onBack } = props
  const [step, setStep] = useState<Step>({
    at: 'choose',
    folder: folder === null ? '' : backupsBeside(folder),
  })
  switch (step.at) {
    case 'choose':
      return (
        <ChooseBackup
          folder={step.folder}
          canBrowse={canBrowse}
          onChoose={(chosen) => setStep({ at: 'look', chosen })}
          onBack={onBack}
        />
      )
    case 'look':
      return (
        <LookIntoBackup
          chosen={step.chosen}
          onOpened={(opener, found) => setStep({ at: 'place', chosen: step.chosen, opener, found })}
          onBack={() => setStep({ at: 'choose', folder: step.chosen.folder })}
        />
      )
    case 'place':
      return (
        <PlaceRestored
          {...step}
          suggestedFolder={suggestedFolder}
          canBrowse={canBrowse}
          onRestored={(into) => setStep({ at: 'done', into, by: step.opener.by })}
          onBack={() => setStep({ at: 'choose', folder: step.chosen.folder })}
        />
      )
    case 'done':
      return <Restored into={step.into} by={step.by} onOpen={() => onRestored(step.into)} />
  }
}
