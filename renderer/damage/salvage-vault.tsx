import { useState } from 'react'
import type { Out } from '../../shared/contract.ts'
import { SalvageForm } from './salvage-form.tsx'
import { SalvageReport } from './salvage-report.tsx'

interface SalvageVaultProps {
  /** The damaged vault. */
  readonly folder: string
  readonly suggestedFolder: string
  readonly canBrowse: boolean
  readonly onSalvaged: (into: string) => void
  readonly onBack: () => void
}

interface Salvaged {
  readonly into: string
  readonly report: Out<'damage.salvage'>
}

/** What is readable of a damaged vault goes into a new one; then what was kept and what was lost, to the last case. */
export function SalvageVault({ onSalvaged, ...form }: SalvageVaultProps) {
  const [salvaged, setSalvaged] = useState<Salvaged | null>(null)
  if (salvaged === null) {
    return <SalvageForm {...form} onDone={(into, report) => setSalvaged({ into, report })} />
  }
  return <SalvageReport {...salvaged} onOpen={() => onSalvaged(salvaged.into)} />
}
