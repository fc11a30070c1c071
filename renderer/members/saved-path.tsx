import { Text } from '@mantine/core'

/** Where a file was put. The place is announced as it appears; nothing shows for someone who changed her mind. */
export function SavedPath({ label, path }: { readonly label: string; readonly path: string | null }) {
  return (
    <div role="status">
      {path !== null && (
        <Text size="sm">
          {label} <span style={{ overflowWrap: 'anywhere', fontWeight: 600 }}>{path}</span>
        </Text>
      )}
    </div>
  )
}
