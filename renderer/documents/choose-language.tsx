import { Group, Radio, Text } from '@mantine/core'
import type { Locale } from '../../shared/app/app.contract.ts'
import { useLocale, useWords } from '../i18n/words.tsx'

interface ChooseLanguageProps {
  readonly value: Locale
  readonly onChange: (value: Locale) => void
}

/** The language of the paper, which may not be that of the screen. */
export function ChooseLanguage({ value, onChange }: ChooseLanguageProps) {
  const t = useWords()
  const screen = useLocale()
  return (
    <Radio.Group<Locale>
      label={t('documents.language')}
      description={t('documents.language.hint')}
      value={value}
      onChange={onChange}
    >
      <Group gap="xl" mt="sm">
        <Radio value="fr" label={t('documents.language.fr')} />
        <Radio value="en" label={t('documents.language.en')} />
      </Group>
      <Text size="sm" mt="xs" role="status">
        {value === screen ? '' : t('documents.language.other')}
      </Text>
    </Radio.Group>
  )
}
