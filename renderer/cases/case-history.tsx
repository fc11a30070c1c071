import { Stack, Text, Title } from '@mantine/core'
import type { CaseTurnTaken } from '../../shared/cases/cases.contract.ts'
import { closingChecklist, closingReasons } from '../../shared/vocab/closing.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { CodeChecks } from '../ui/code-checks.tsx'
import { LongText } from '../ui/long-text.tsx'
import classes from './case-page.module.css'

/** Closings and reopenings, the newest first, each with its reasons and what was said. Nothing while there are none. */
export function CaseHistory({ turns }: { turns: readonly CaseTurnTaken[] }) {
  const t = useWords()
  if (turns.length === 0) return null
  return (
    <Stack component="section" gap="md" aria-labelledby="overview-history" className={classes.overview}>
      <Title order={2} size="h3" id="overview-history">
        {t('cases.history')}
      </Title>
      <ol className={classes.turns}>
        {turns
          .map((turn, index) => ({ turn, index }))
          .reverse()
          .map(({ turn, index }) => (
            <li key={index}>
              <TurnTaken turn={turn} />
            </li>
          ))}
      </ol>
    </Stack>
  )
}

const nothing = () => undefined

/** One turn: what it was and when, then its reasons, what was gone through and the note, as far as there are any. */
export function TurnTaken({ turn }: { turn: CaseTurnTaken }) {
  const t = useWords()
  const inWords = useDates()
  const { to, on, reasons, checklist, note } = turn
  return (
    <Stack gap="sm">
      <Text fw={600}>{t(`cases.turned.${to}`, { day: inWords(on) })}</Text>
      {reasons.length > 0 && (
        <CodeChecks
          label={t('cases.closing.reasons.read')}
          list={closingReasons}
          value={reasons}
          onChange={nothing}
          readOnly
        />
      )}
      {checklist.length > 0 && (
        <CodeChecks
          label={t('cases.closing.checklist.read')}
          list={closingChecklist}
          value={checklist}
          onChange={nothing}
          readOnly
        />
      )}
      {note.trim() !== '' && (
        <LongText label={t('cases.closing.note.read')} value={note} onChange={nothing} readOnly />
      )}
    </Stack>
  )
}
