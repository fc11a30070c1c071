import { Alert, Anchor, Text } from '@mantine/core'
import { Link } from 'wouter'
import { useWords } from '../i18n/words.tsx'
import type { Coverage } from './choice.ts'

interface DraftsWaitingProps {
  readonly caseId: string
  readonly drafts: Coverage['drafts']
}

/** Where words were begun that would not go along with the case, each with the way there. */
export function DraftsWaiting({ caseId, drafts }: DraftsWaitingProps) {
  const t = useWords()
  if (drafts.length === 0) return null
  return (
    <Alert title={t('error.packet.drafts_waiting')}>
      <Text size="sm">{t('error.packet.drafts_waiting.next')}</Text>
      <ul style={{ margin: '0.5rem 0 0', paddingInlineStart: '1.25rem' }}>
        {drafts
          .map((form) => (form === 'step' ? 'trajectory' : form))
          .map((place) => (
            <li key={place}>
              <Anchor component={Link} href={`/cases/${caseId}/${place}`} size="sm">
                {t(`cases.section.${place}`)}
              </Anchor>
            </li>
          ))}
      </ul>
    </Alert>
  )
}
