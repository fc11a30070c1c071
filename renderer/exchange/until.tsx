import { addDays, type PlainDate } from '../../shared/dates.ts'
import { useWords } from '../i18n/words.tsx'
import { DayField } from '../ui/day-field.tsx'
import { longestDays } from './choice.ts'
import { Part } from './part.tsx'

interface UntilProps {
  readonly today: PlainDate
  readonly value: PlainDate | null
  readonly onChange: (day: PlainDate | null) => void
}

/** The day after which the packet opens no more. */
export function Until({ today, value, onChange }: UntilProps) {
  const t = useWords()
  return (
    <Part title={t('exchange.expiry')}>
      <DayField
        label={t('exchange.expiry.label')}
        description={t('exchange.expiry.text', { days: longestDays })}
        value={value}
        onChange={onChange}
        min={today}
        max={addDays(today, longestDays)}
      />
    </Part>
  )
}
