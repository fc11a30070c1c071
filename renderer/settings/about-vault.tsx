import { Code, Text } from '@mantine/core'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import { Section } from '../ui/section.tsx'
import classes from './about-vault.module.css'

/** What a person should know of her vault: what protects it, what does not, and where it is. */
export function AboutVault() {
  const t = useWords()
  const { data: state } = useAsk('app.state', {})
  const folder = state?.preferences.vaultFolder ?? null
  return (
    <Section name="about" title={t('settings.nav.about')}>
      <Text>{t('settings.protected')}</Text>
      {folder !== null && (
        <ReadOnly label={t('settings.folder')}>
          <Code className={classes.folder}>{folder}</Code>
        </ReadOnly>
      )}
      {state && <ReadOnly label={t('settings.version')}>{state.version}</ReadOnly>}
    </Section>
  )
}
