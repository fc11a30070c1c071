import { useWords } from '../i18n/words.tsx'
import { Phases } from '../ui/phases.tsx'

const phases = ['choose', 'print', 'enter', 'done'] as const
type WizardPhase = (typeof phases)[number]

/** Where one stands on the way to a kit that counts. */
export function WizardPhases({ at }: { readonly at: WizardPhase }) {
  const t = useWords()
  return (
    <Phases
      label={t('recovery.phases')}
      phases={phases.map((phase) => ({ name: phase, label: t(`recovery.phase.${phase}`) }))}
      at={at}
    />
  )
}
