import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import { sectionNames } from '../../shared/cases/sections.ts'
import { useAsk, useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { useFresh } from './use-fresh.ts'

/** Cases begun and never saved: they have no code and are in no list, so they stand on top until they are taken up. */
export function UnsavedCases() {
  const t = useWords()
  const confirm = useConfirm()
  const { data } = useAsk('drafts.unsavedCases', {})
  const discard = useChange('drafts.discard')
  useFresh('drafts.unsavedCases')
  const ids = data?.ids ?? []
  if (ids.length === 0) return null

  const forget = async (caseId: string): Promise<void> => {
    const sure = await confirm({
      title: t('cases.unsaved.forget.title'),
      text: t('cases.unsaved.forget.text'),
      action: t('cases.unsaved.forget.action'),
    })
    if (!sure) return
    for (const form of sectionNames) await discard.mutateAsync({ key: { caseId, form } })
  }

  return (
    <Paper component="section" withBorder p="md" mb="lg" aria-labelledby="unsaved-cases">
      <Group justify="space-between" gap="md" align="flex-start">
        <div>
          <Title order={2} size="h4" id="unsaved-cases">
            {t('cases.unsaved.title', { count: ids.length })}
          </Title>
          <Text size="sm">{t('cases.unsaved.text')}</Text>
        </div>
        <Stack gap="xs">
          {ids.map((id, index) => (
            <Group key={id} gap="sm">
              <Button component={Link} href={`/cases/${id}`} variant="light">
                {t('cases.unsaved.resume', { number: index + 1, count: ids.length })}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => void forget(id)}>
                {t('cases.unsaved.forget', { number: index + 1, count: ids.length })}
              </Button>
            </Group>
          ))}
        </Stack>
      </Group>
    </Paper>
  )
}
