import { Button, Group, Stack, Text } from '@mantine/core'
import { type ErrorCode, isRelaisError } from '../../shared/errors.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'

/** What can be done where the passphrase does not do it. */
export type OtherWay = 'recover' | 'restore' | 'salvage'

/** Which of them may help, by what is wrong with the vault. The likeliest first. */
const waysOut: Readonly<Partial<Record<ErrorCode, readonly OtherWay[]>>> = {
  'vault.key_file_missing': ['recover', 'restore'],
  'vault.key_file_damaged': ['recover', 'restore'],
  'vault.database_missing': ['restore'],
  'vault.database_damaged': ['restore', 'salvage'],
  'vault.mismatch': ['restore'],
  'vault.keys_erased': ['restore'],
}

/** Whether something else than trying again may help. */
export const hasWaysOut = (error: Error | null): boolean => waysOf(error).length > 0

const waysOf = (error: Error | null): readonly OtherWay[] =>
  (isRelaisError(error) && waysOut[error.code]) || []

interface WaysOutProps {
  readonly folder: string
  readonly error: Error | null
  readonly onOtherWay: (way: OtherWay) => void
}

/** For a vault that is damaged: where to go from here. Nothing of it is changed by any of these. */
export function WaysOut({ folder, error, onOtherWay }: WaysOutProps) {
  const t = useWords()
  const all = waysOf(error)
  const { data, isPending } = useAsk('vault.inspect', { folder }, { enabled: all.includes('recover') })
  // Not offered to whoever has no kit; a vault that can't be looked at may still have one.
  const ways = data?.kit === null ? all.filter((way) => way !== 'recover') : all
  if (ways.length === 0 || (all.includes('recover') && isPending)) return null
  return (
    <Stack gap="xs">
      <Text size="sm">{t('vault.waysOut')}</Text>
      <Group gap="sm">
        {ways.map((way, index) => (
          <Button key={way} variant={index === 0 ? 'filled' : 'default'} onClick={() => onOtherWay(way)}>
            {t(`vault.way.${way}`)}
          </Button>
        ))}
      </Group>
    </Stack>
  )
}
