import { useWords } from '../i18n/words.tsx'

/** The name of a person as it is shown: she whose card was taken out of this vault has none left in it. */
export function useNames(): (name: string) => string {
  const t = useWords()
  return (name) => (name === '' ? t('members.noCard') : name)
}
