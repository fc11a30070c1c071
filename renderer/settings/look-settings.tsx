import { SegmentedControl, Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Section } from '../ui/section.tsx'
import { LanguageChoice } from './language-choice.tsx'

/** The words and the light of the window. */
export function LookSettings() {
  const t = useWords()
  const { data: state } = useAsk('app.state', {})
  const { mutate: prefer, error } = useChange('app.setPreferences')
  return (
    <Section name="look" title={t('settings.nav.look')}>
      <ErrorNotice error={error} />
      <Choice label={t('settings.language')}>
        {(labelledBy) => <LanguageChoice labelledBy={labelledBy} />}
      </Choice>
      {state && (
        <Choice label={t('settings.colorScheme')}>
          {(labelledBy) => (
            <SegmentedControl
              aria-labelledby={labelledBy}
              value={state.preferences.colorScheme}
              onChange={(colorScheme) => prefer({ colorScheme })}
              data={[
                { value: 'auto', label: t('settings.colorScheme.auto') },
                { value: 'light', label: t('settings.colorScheme.light') },
                { value: 'dark', label: t('settings.colorScheme.dark') },
              ]}
            />
          )}
        </Choice>
      )}
    </Section>
  )
}

function Choice({ label, children }: { label: string; children: (labelledBy: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <Text id={id} fw={600} mb={6}>
        {label}
      </Text>
      {children(id)}
    </div>
  )
}
