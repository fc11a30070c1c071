import { Group, Text } from '@mantine/core'
import { useWords } from '../i18n/words.tsx'

const phases = ['choose', 'look', 'hand'] as const
export type SendPhase = (typeof phases)[number]

/** Where one stands on the way from choosing to handing over. */
export function SendPhases({ at }: { readonly at: SendPhase }) {
  const t = useWords()
  return (
    <Group
      component="ol"
      aria-label={t('exchange.phases')}
      gap="xl"
      m={0}
      mb="md"
      p={0}
      style={{ listStyle: 'none' }}
    >
      {phases.map((phase, index) => (
        <Text
          component="li"
          key={phase}
          aria-current={phase === at ? 'step' : undefined}
          fw={phase === at ? 700 : 400}
          c={phase === at ? undefined : 'dimmed'}
        >
          {index + 1}. {t(`exchange.phase.${phase}`)}
        </Text>
      ))}
    </Group>
  )
}
