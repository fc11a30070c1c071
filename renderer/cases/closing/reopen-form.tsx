import { Paper, Stack } from '@mantine/core'
import type { CaseView } from '../../../shared/cases/cases.contract.ts'
import { useWords } from '../../i18n/words.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { TurnTaken } from '../case-history.tsx'
import { TurnFoot } from './turn-foot.tsx'
import { useTurn } from './use-turn.ts'

/** Back to work, with a word on what has changed; how it ended stands above it. */
export function ReopenForm({ view }: { view: CaseView }) {
  const t = useWords()
  const turn = useTurn(view, 'open', t('cases.reopened.done'))
  const ended = view.turns.findLast(({ reasons }) => reasons.length > 0) ?? view.turns.at(-1)
  if (turn.status === 'loading') return null
  return (
    <Stack gap="lg">
      {turn.found && (
        <Paper withBorder p="sm" role="status">
          {t('cases.form.found')}
        </Paper>
      )}
      {ended && (
        <Paper withBorder p="md">
          <TurnTaken turn={ended} />
        </Paper>
      )}
      <div ref={turn.owed}>
        <LongText
          label={t('cases.reopening.note.label')}
          description={t('cases.reopening.note.hint')}
          value={turn.typed.note}
          onChange={(note) => turn.change({ note })}
          minRows={2}
        />
      </div>
      <TurnFoot turn={turn} action={t('cases.reopening.action')} />
    </Stack>
  )
}
