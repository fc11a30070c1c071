import { Button, Group, Stack, Text } from '@mantine/core'
import { IconSend, IconTableExport } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { SavedPath } from '../members/saved-path.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

/** The directory on its way out: sealed for members, or in the clear for a spreadsheet, after a warning. */
export function ExportDirectory({ all }: { readonly all: number }) {
  const t = useWords()
  const confirm = useConfirm()
  const save = useChange('directory.saveCsv')
  const start = async (): Promise<void> => {
    const sure = await confirm({
      title: t('directory.export.title'),
      text: t('directory.export.text', { count: all }),
      action: t('directory.export.action'),
    })
    if (sure) save.mutate({})
  }
  return (
    <Stack component="section" gap="sm" mt="xl" aria-label={t('directory.share')}>
      <Text c="dimmed" size="sm">
        {t('directory.share.text')}
      </Text>
      <Group gap="sm">
        <Button
          component={Link}
          href="/directory/send"
          variant="default"
          leftSection={<IconSend size={18} aria-hidden />}
        >
          {t('directory.send')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTableExport size={18} aria-hidden />}
          loading={save.isPending}
          onClick={() => void start()}
        >
          {t('directory.export')}
        </Button>
      </Group>
      <ErrorNotice error={save.error} />
      <SavedPath label={t('directory.export.saved')} path={save.data?.path ?? null} />
    </Stack>
  )
}
