import { useWords } from '../i18n/words.tsx'
import { Phases } from '../ui/phases.tsx'

const phases = ['choose', 'look', 'hand'] as const
export type SendPhase = (typeof phases)[number]

/** Where one stands on the way from choosing to handing over. */
export function SendPhases({ at }: { readonly at: SendPhase }) {
  const t = useWords()
  return (
    <Phases
      label={t('exchange.phases')}
      phases={phases.map((phase) => ({ name: phase, label: t(`exchange.phase.${phase}`) }))}
      at={at}
    />
  )
}
