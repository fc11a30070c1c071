import { Box, SimpleGrid, Text } from '@mantine/core'
import type { Locale } from '../../shared/app/app.contract.ts'

interface FingerprintWordsProps {
  readonly label: string
  /** The twelve words, in the order in which they are read. */
  readonly words: readonly string[]
  /** The language of the words, for a voice that reads the screen aloud. */
  readonly language: Locale
  /** Large enough to be read over a table or a phone. */
  readonly large?: boolean
}

/** Twelve numbered words in rows of three: errors rise with length, so one reads and checks a row at a time. */
export function FingerprintWords({ label, words, language, large = false }: FingerprintWordsProps) {
  const numbered = words.map((word, at) => ({ number: at + 1, word }))
  return (
    <SimpleGrid
      component="ol"
      aria-label={label}
      lang={language}
      cols={3}
      spacing={large ? 'lg' : 'xs'}
      verticalSpacing={4}
      m={0}
      p={0}
      style={{ listStyle: 'none' }}
    >
      {numbered.map(({ number, word }) => (
        <Box component="li" key={number} style={{ whiteSpace: 'nowrap' }}>
          <Text span size={large ? 'sm' : 'xs'} c="dimmed">
            {number}.{' '}
          </Text>
          <Text span size={large ? 'xl' : 'sm'} fw={600}>
            {word}
          </Text>
        </Box>
      ))}
    </SimpleGrid>
  )
}
