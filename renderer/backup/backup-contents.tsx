import { List } from '@mantine/core'
import type { Out } from '../../shared/contract.ts'
import { useWords } from '../i18n/words.tsx'

const counted = ['cases', 'steps', 'members', 'packets'] as const

/** What a backup was found to hold when it was opened and counted. */
export function BackupContents({ contents }: { readonly contents: Out<'backup.look'>['contents'] }) {
  const t = useWords()
  return (
    <List>
      {counted.map((kind) => (
        <List.Item key={kind}>{t(`backup.contents.${kind}`, { count: contents[kind] })}</List.Item>
      ))}
    </List>
  )
}
