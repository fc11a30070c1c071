import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import type { SectionName } from '../../shared/cases/sections.ts'
import type { Step } from '../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../shared/referrals/trajectory.ts'
import { stepStates } from '../../shared/vocab/referral.ts'
import { services } from '../../shared/vocab/services.ts'
import { useLabels, useWords } from '../i18n/words.tsx'
import type { Choice } from './choice.ts'

type Chosen = Pick<Choice, 'sections' | 'stepIds'>

interface ChooseContentProps {
  /** Those that hold something; an empty section has nothing to send. */
  readonly sections: readonly SectionName[]
  readonly steps: readonly Step[]
  /** Who may not be told a section, in words; empty when it may go. */
  readonly stoppedFor: (section: SectionName) => string
  readonly value: Chosen
  readonly onChange: (value: Chosen) => void
}

/** Which sections and which steps leave: only as much as the recipient needs. */
export function ChooseContent({ sections, steps, stoppedFor, value, onChange }: ChooseContentProps) {
  const t = useWords()
  const label = useLabels()
  const count = value.sections.length + value.stepIds.length
  const allowed = sections.filter((name) => stoppedFor(name) === '')
  const all = count === allowed.length + steps.length
  if (sections.length + steps.length === 0) return <Text>{t('exchange.content.none')}</Text>
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('exchange.content.text')}
      </Text>
      {sections.length > 0 && (
        <Checkbox.Group
          label={t('exchange.sections')}
          value={[...value.sections]}
          onChange={(chosen) =>
            onChange({ ...value, sections: allowed.filter((name) => chosen.includes(name)) })
          }
        >
          <Stack gap="xs" mt="xs">
            {sections.map((name) => (
              <Checkbox
                key={name}
                value={name}
                label={t(`cases.section.${name}`)}
                disabled={stoppedFor(name) !== ''}
                description={
                  stoppedFor(name) === ''
                    ? undefined
                    : t('exchange.section.uncovered', { names: stoppedFor(name) })
                }
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {steps.length > 0 && (
        <Checkbox.Group
          label={t('exchange.steps')}
          value={[...value.stepIds]}
          onChange={(stepIds) => onChange({ ...value, stepIds })}
        >
          <Stack gap="xs" mt="xs">
            {steps.map((step) => (
              <Checkbox
                key={step.id}
                value={step.id}
                label={label(services, step.service)}
                description={[step.organisation, label(stepStates, stateOf(step))]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            onChange(
              all ? { sections: [], stepIds: [] } : { sections: allowed, stepIds: steps.map(({ id }) => id) },
            )
          }
        >
          {t(all ? 'exchange.chooseNone' : 'exchange.chooseAll')}
        </Button>
      </Group>
    </Stack>
  )
}
