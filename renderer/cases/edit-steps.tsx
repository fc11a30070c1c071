import { ActionIcon, Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useRef } from 'react'
import type { SectionName } from '../../shared/cases/sections.ts'
import { useWords } from '../i18n/words.tsx'
import { fieldLabels } from '../journal/field-names.ts'
import classes from './case-page.module.css'
import type { useEditHistory } from './use-edit-history.ts'

interface EditStepsProps {
  readonly steps: Pick<
    ReturnType<typeof useEditHistory<object>>,
    'canUndo' | 'canRedo' | 'last' | 'undo' | 'redo'
  >
  readonly section: SectionName
}

/** The way back through what was just changed, and what the last step back did. */
export function EditSteps({ steps, section }: EditStepsProps) {
  const t = useWords()
  const { canUndo, canRedo, last, undo, redo } = steps
  // Once there they stay, pressed or not: a button that goes away takes the focus along.
  const used = useRef(false)
  used.current ||= canUndo || canRedo
  const [label] = last?.field ? fieldLabels(last.field, section) : []
  return (
    <>
      {used.current && (
        <>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            onClick={undo}
            aria-disabled={!canUndo}
            data-disabled={!canUndo || undefined}
            aria-keyshortcuts="Control+Z"
          >
            {t('cases.form.undo')}
          </Button>
          <ActionIcon
            size={32}
            onClick={redo}
            aria-label={t('cases.form.redo')}
            title={t('cases.form.redo')}
            aria-disabled={!canRedo}
            data-disabled={!canRedo || undefined}
            aria-keyshortcuts="Control+Y"
          >
            <IconArrowForwardUp size={18} aria-hidden />
          </ActionIcon>
        </>
      )}
      <Text size="sm" role="status" className={classes.status}>
        {last && t(`cases.form.${last.way}`, { field: label ? t(label) : t(`cases.section.${section}`) })}
      </Text>
    </>
  )
}
