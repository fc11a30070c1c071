import { Button, Group } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useWords } from '../../i18n/words.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SaveButton } from '../../ui/save-button.tsx'
import classes from '../case-page.module.css'
import { DraftState, isWaiting } from '../draft-state.tsx'
import type { Turn } from './use-turn.ts'

/** What ends the form: where the words are, the way back, and the one thing to do. */
export function TurnFoot({ turn, action }: { turn: Turn; action: string }) {
  const t = useWords()
  useHotkeys([['mod+S', () => void turn.take()]], [])
  return (
    // What stands against it is in the foot, which is always in sight: the shortcut works from anywhere on the page.
    <div className={classes.formFoot}>
      <div className={classes.footNotice}>
        <ErrorNotice error={turn.error} />
      </div>
      <DraftState status={turn.status} />
      <Group gap="sm" ml="auto">
        <Button variant="subtle" color="gray" onClick={() => void turn.discard()}>
          {t(isWaiting(turn.status) ? 'cases.closing.discard' : 'ui.cancel')}
        </Button>
        <SaveButton onClick={() => void turn.take()} busy={turn.saving} aria-keyshortcuts="Control+S">
          {action}
        </SaveButton>
      </Group>
    </div>
  )
}
