import { Text } from '@mantine/core'
import type { ServiceNeed } from '../../../shared/cases/sections.ts'
import { dayOf } from '../../../shared/dates.ts'
import { isServiceGap, serviceOutcomes } from '../../../shared/vocab/referral.ts'
import { services } from '../../../shared/vocab/services.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeSelect } from '../../ui/code-select.tsx'
import { useTerms } from '../../ui/code-terms.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ItemList } from '../../ui/item-list.tsx'
import { ShortText } from '../../ui/short-text.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { type FieldsProps, isShown } from './fields.ts'

/** As many as the section takes. */
const needsLimit = 100

/** What she needs, service by service, and what became of it: asked for, or why not. */
export function ServicesFields({ body, onChange }: FieldsProps<'services'>) {
  const t = useWords()
  const words = useTerms()
  const [first] = body.items
  if (!onChange && !first) return null
  return (
    <ItemList<ServiceNeed>
      label={t('cases.services.items')}
      description={t('cases.services.items.hint')}
      items={body.items}
      {...(onChange && { onChange: (items: ServiceNeed[]) => onChange({ items }) })}
      nameOf={({ service }) => words(services, service)}
      markOf={(need) => <NeedMark need={need} />}
      max={needsLimit}
      adding={(add) => (
        <CodeSelect
          label={t('cases.services.add')}
          description={t('cases.services.add.hint')}
          list={services}
          except={body.items.map(({ service }) => service)}
          value={null}
          onChange={(service) => service !== null && add(newNeed(service))}
        />
      )}
    >
      {(need, set) => <Need need={need} set={set} />}
    </ItemList>
  )
}

const newNeed = (service: string): ServiceNeed => ({
  id: crypto.randomUUID(),
  service,
  outcome: null,
  on: null,
  note: '',
})

/** A gap in services is named as one: it is what the coalition pleads for. Her own choice never is. */
function NeedMark({ need }: { need: ServiceNeed }) {
  const t = useWords()
  if (need.outcome === null) return <StateBadge tone="neutral">{t('cases.services.undecided')}</StateBadge>
  if (isServiceGap(need.outcome)) return <StateBadge tone="wait">{t('cases.services.gap')}</StateBadge>
  return null
}

interface NeedProps {
  readonly need: ServiceNeed
  readonly set: ((part: Partial<ServiceNeed>) => void) | undefined
}

function Need({ need, set }: NeedProps) {
  const t = useWords()
  const readOnly = !set
  const decided = need.outcome !== null
  return (
    <>
      {isShown(readOnly, need.outcome) && (
        <CodeSelect
          label={t('cases.services.outcome')}
          list={serviceOutcomes}
          value={need.outcome}
          onChange={(outcome) => set?.({ outcome, on: need.on ?? (outcome && dayOf(Date.now())) })}
          readOnly={readOnly}
        />
      )}
      {set && need.outcome === 'referred' && <Text size="sm">{t('cases.services.referred')}</Text>}
      {isShown(readOnly, need.on) && (decided || need.on !== null) && (
        <DayField
          label={t('cases.services.on')}
          value={need.on}
          max={dayOf(Date.now())}
          onChange={(on) => set?.({ on })}
          clearable
          readOnly={readOnly}
        />
      )}
      {isShown(readOnly, need.note) && (decided || need.note !== '') && (
        <ShortText
          label={t('cases.services.note')}
          description={t('cases.services.note.hint')}
          value={need.note}
          onChange={(note) => set?.({ note })}
          readOnly={readOnly}
        />
      )}
    </>
  )
}
