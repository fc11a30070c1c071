import { Group, Text } from '@mantine/core'

interface PhasesProps {
  readonly label: string
  readonly phases: readonly { readonly name: string; readonly label: string }[]
  readonly at: string
}

/** Where one stands on the way through a few steps. */
export function Phases({ label, phases, at }: PhasesProps) {
  return (
    <Group component="ol" aria-label={label} gap="xl" m={0} mb="md" p={0} style={{ listStyle: 'none' }}>
      {phases.map((phase, index) => (
        <Text
          component="li"
          key={phase.name}
          aria-current={phase.name === at ? 'step' : undefined}
          fw={phase.name === at ? 700 : 400}
          c={phase.name === at ? undefined : 'dimmed'}
        >
          {index + 1}. {phase.label}
        </Text>
      ))}
    </Group>
  )
}
