import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { Link } from 'wouter'
import type { DirectoryEntry, EntryView } from '../../shared/directory/directory.contract.ts'
import { entryDetails } from '../../shared/directory/directory.contract.ts'
import { seenOf } from '../../shared/directory/seen.ts'
import { useAsk, useChange } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { useNames } from '../members/use-names.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { SaveButton } from '../ui/save-button.tsx'
import { toast } from '../ui/toast.ts'
import { EntryFacts } from './entry-facts.tsx'

interface SettleRivalProps {
  readonly view: EntryView
  readonly rival: DirectoryEntry
}

/** Two texts of one entry, each written without the other. Neither is lost before somebody has chosen. */
export function SettleRival({ view, rival }: SettleRivalProps) {
  const t = useWords()
  const inWords = useDates()
  const authorOf = useAuthors()
  const save = useChange('directory.save')
  const keep = ({ id, ...entry }: DirectoryEntry): Promise<void> =>
    // Not `mutate`, which forgets what comes after when this is taken away by the answer itself.
    save.mutateAsync({ id, details: entryDetails.strip().parse(entry), seen: seenOf(view) }).then(
      () => {
        toast(t('directory.rival.settled'))
        // What was pressed is gone: the keyboard goes on from the title.
        document.querySelector('h1')?.focus()
      },
      // The notice says it.
      () => undefined,
    )
  return (
    <Paper component="section" withBorder p="md" aria-label={t('directory.rival.title')}>
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t('directory.rival.title')}
          </Title>
          <Text size="sm">{t('directory.rival.text')}</Text>
        </div>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          {[view, rival].map((one) => {
            const by = t('directory.rival.by', { name: authorOf(one.author), day: inWords(one.updatedOn) })
            return (
              <Stack key={one === view ? 'here' : 'rival'} gap="sm">
                <Title order={3} size="h4">
                  {by}
                </Title>
                <EntryFacts details={one} unlike={one === view ? rival : view} />
                <SaveButton
                  variant="default"
                  w="fit-content"
                  busy={save.isPending}
                  aria-label={t('directory.rival.keep.of', { by })}
                  onClick={() => void keep(one)}
                >
                  {t('directory.rival.keep')}
                </SaveButton>
              </Stack>
            )
          })}
        </SimpleGrid>
        <Group>
          <Button component={Link} href={`/directory/${view.id}/edit`} variant="default">
            {t('directory.rival.both')}
          </Button>
        </Group>
        <ErrorNotice error={save.error} />
      </Stack>
    </Paper>
  )
}

/** Who wrote an entry, by the name on her card. */
function useAuthors(): (fingerprint: string) => string {
  const nameOf = useNames()
  const me = useAsk('members.me', {})
  const members = useAsk('members.list', {})
  return (fingerprint) => {
    if (me.data?.fingerprint === fingerprint) return me.data.name
    return nameOf(members.data?.members.find((one) => one.fingerprint === fingerprint)?.name ?? '')
  }
}
