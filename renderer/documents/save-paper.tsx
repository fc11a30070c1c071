import { Button, Stack, Text } from '@mantine/core'
import { IconFileArrowRight } from '@tabler/icons-react'
import type { DocumentChoice } from '../../shared/documents/documents.contract.ts'
import { useChange } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { SavedPath } from '../members/saved-path.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import classes from './documents.module.css'

interface SavePaperProps {
  readonly choice: DocumentChoice
  /** The paper on screen is the one that was chosen. */
  readonly ready: boolean
  readonly complete: boolean
}

/** What paper means, then the one action; afterwards where it is and what to do with it. */
export function SavePaper({ choice, ready, complete }: SavePaperProps) {
  const t = useWords()
  const print = useChange('documents.print')
  const path = print.data?.path ?? null
  return (
    <Stack gap="md">
      <div className={classes.leaves}>
        <IconFileArrowRight size={22} aria-hidden className={classes.icon} />
        <div>
          <Text fw={600}>{t('documents.leaves.title')}</Text>
          <Text mt={4}>{t('documents.leaves.text')}</Text>
        </div>
      </div>
      {!complete && <Text size="sm">{t('documents.incomplete')}</Text>}
      <Button
        w="fit-content"
        aria-disabled={!ready || print.isPending}
        data-disabled={!ready || print.isPending || undefined}
        onClick={() => {
          if (ready && !print.isPending) print.mutate(choice)
        }}
      >
        {t('documents.save')}
      </Button>
      <ErrorNotice error={print.error} />
      <div role="status">{print.isPending && <Text>{t('documents.saving')}</Text>}</div>
      <SavedPath label={t('documents.saved')} path={path} />
      {path !== null && <Text>{t('documents.saved.next')}</Text>}
    </Stack>
  )
}
