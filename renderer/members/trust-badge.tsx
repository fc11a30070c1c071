import { Group } from '@mantine/core'
import type { Member } from '../../shared/members/members.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { StateBadge } from '../ui/state-badge.tsx'

/** What a card is good for, in words: whether it was verified in person, and whether it is over. */
export function TrustBadge({ member }: { readonly member: Member }) {
  const t = useWords()
  const date = useDates()
  return (
    <Group gap="xs">
      {member.trust === 'verified' ? (
        <StateBadge tone="good">{t('members.trust.verified')}</StateBadge>
      ) : (
        <StateBadge tone="wait">{t('members.trust.unverified')}</StateBadge>
      )}
      {member.expired && (
        <StateBadge tone="bad">{t('members.expiredOn', { date: date(member.validUntil) })}</StateBadge>
      )}
    </Group>
  )
}
