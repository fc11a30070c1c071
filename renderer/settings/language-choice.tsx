import { SegmentedControl } from '@mantine/core'
import { useChange } from '../client.ts'
import { useLocale, useWords } from '../i18n/words.tsx'

/** French or English, at once. */
export function LanguageChoice({ labelledBy }: { labelledBy?: string }) {
  const t = useWords()
  const locale = useLocale()
  const { mutate: prefer } = useChange('app.setPreferences')
  return (
    <SegmentedControl
      {...(labelledBy ? { 'aria-labelledby': labelledBy } : { 'aria-label': t('settings.language') })}
      value={locale}
      onChange={(next) => prefer({ locale: next })}
      data={[
        { value: 'fr', label: <span lang="fr">{t('settings.french')}</span> },
        { value: 'en', label: <span lang="en">{t('settings.english')}</span> },
      ]}
    />
  )
}
