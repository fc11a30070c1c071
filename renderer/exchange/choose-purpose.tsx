import { Radio, Stack } from '@mantine/core'
import { offeredCodes } from '../../shared/vocab/code-list.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import { useLabels, useWords } from '../i18n/words.tsx'

/** Figures are counted, never sent as a case. */
const purposes = offeredCodes(consentPurposes).filter((code) => code !== 'statistics')

interface ChoosePurposeProps {
  readonly value: string | null
  readonly onChange: (purpose: string) => void
}

/** What it is sent for, first of all: what the person agreed to is agreed to for a purpose. */
export function ChoosePurpose({ value, onChange }: ChoosePurposeProps) {
  const t = useWords()
  const label = useLabels()
  return (
    <Radio.Group
      label={t('exchange.purpose.label')}
      description={t('exchange.purpose.text')}
      value={value ?? ''}
      onChange={onChange}
    >
      <Stack gap="xs" mt="xs">
        {purposes.map((code) => (
          <Radio key={code} value={code} label={label(consentPurposes, code)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
