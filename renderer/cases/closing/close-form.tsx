import { Anchor, Paper, Stack, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { CaseView } from '../../../shared/cases/cases.contract.ts'
import type { NamedSection } from '../../../shared/cases/sections.ts'
import { closingChecklist, closingReasons } from '../../../shared/vocab/closing.ts'
import { useWords } from '../../i18n/words.tsx'
import { CodeChecks } from '../../ui/code-checks.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { Section } from '../../ui/section.tsx'
import classes from '../case-page.module.css'
import { isEmptySection, versionsOf } from '../section-state.ts'
import { StillOpen } from './still-open.tsx'
import { TurnFoot } from './turn-foot.tsx'
import { useTurn } from './use-turn.ts'

/** The end of a follow-up: what it leaves open, why it ends, what was gone through. Only a reason is asked for. */
export function CloseForm({ view }: { view: CaseView }) {
  const t = useWords()
  const turn = useTurn(view, 'closed', t('cases.closed.done'))
  const { reasons, checklist, note } = turn.typed
  const answered = versionsOf(view.sections, 'feedback').some((one) => !isEmptySection(one as NamedSection))
  if (turn.status === 'loading') return null
  return (
    <>
      {turn.found && (
        <Paper withBorder p="sm" mb="lg" role="status">
          {t('cases.form.found')}
        </Paper>
      )}
      <Section name="closing-open" title={t('cases.closing.open')} intro={t('cases.closing.open.intro')}>
        <StillOpen view={view} />
      </Section>
      <div className={classes.part} ref={turn.owed}>
        <CodeChecks
          label={t('cases.closing.reasons.label')}
          description={t('cases.closing.reasons.hint')}
          list={closingReasons}
          value={reasons}
          onChange={(next) => turn.change({ reasons: next })}
        />
      </div>
      <Stack gap="sm" className={classes.part}>
        <CodeChecks
          label={t('cases.closing.checklist.label')}
          description={t('cases.closing.checklist.hint')}
          list={closingChecklist}
          value={checklist}
          onChange={(next) => turn.change({ checklist: next })}
        />
        <Text size="sm">
          {t(answered ? 'cases.closing.feedback.there' : 'cases.closing.feedback.none')}{' '}
          <Anchor component={Link} href={`/cases/${view.id}/feedback`} underline="always">
            {t(answered ? 'cases.closing.feedback.read' : 'cases.closing.feedback.write')}
          </Anchor>
        </Text>
      </Stack>
      <div className={classes.part}>
        <LongText
          label={t('cases.closing.note.label')}
          description={t('cases.closing.note.hint')}
          value={note}
          onChange={(next) => turn.change({ note: next })}
          minRows={2}
        />
      </div>
      {/* Of the whole page, not of its last part: what it says is in sight from the reasons on. */}
      <TurnFoot turn={turn} action={t('cases.closing.action')} />
    </>
  )
}
