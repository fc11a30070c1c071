import { Anchor, Stack } from '@mantine/core'
import { Link } from 'wouter'
import { type ErrorCode, isRelaisError } from '../../shared/errors.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

const memberCodes: readonly ErrorCode[] = [
  'packet.unknown_sender',
  'packet.unverified_sender',
  'packet.sender_card_expired',
]

/** Why a packet was refused, with the way to Members when that is where it is mended. */
export function PacketProblem({ error }: { readonly error: Error | null }) {
  const t = useWords()
  const mendedInMembers = isRelaisError(error) && memberCodes.includes(error.code)
  return (
    <Stack gap="xs">
      <ErrorNotice error={error} />
      {mendedInMembers && (
        <Anchor component={Link} href="/members">
          {t('exchange.toMembers')}
        </Anchor>
      )}
    </Stack>
  )
}
