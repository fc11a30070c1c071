import { capacities } from '../../shared/vocab/directory.ts'
import { useLabels } from '../i18n/words.tsx'
import { StateBadge, type Tone } from '../ui/state-badge.tsx'

const tones: Readonly<Record<string, Tone>> = { available: 'good', waiting_list: 'wait', full: 'bad' }

/** Whether there was room when it was last asked. */
export function CapacityMark({ capacity }: { readonly capacity: string | null }) {
  const label = useLabels()
  if (capacity === null || capacity === 'unknown') return null
  return <StateBadge tone={tones[capacity] ?? 'neutral'}>{label(capacities, capacity)}</StateBadge>
}
