import { Anchor, Box, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Member } from '../../shared/members/members.contract.ts'
import { useLocale, useWords } from '../i18n/words.tsx'
import { canReceive, longList, membersFound } from '../members/member-lists.ts'
import { TrustBadge } from '../members/trust-badge.tsx'

interface ChooseRecipientsProps {
  readonly members: readonly Member[]
  /** Fingerprints. */
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
}

/** Who receives. Those who cannot are named too, with the reason and the way to mend it. */
export function ChooseRecipients({ members, value, onChange }: ChooseRecipientsProps) {
  const t = useWords()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const ready = membersFound(members.filter(canReceive), search, locale)
  const readyCount = members.filter(canReceive).length
  return (
    <Stack gap="sm">
      {readyCount === 0 && <Text>{t('exchange.recipients.none')}</Text>}
      {readyCount > longList && (
        <TextInput
          label={t('members.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {readyCount > 0 && (
        <Checkbox.Group
          label={t('exchange.recipients.label')}
          description={t('exchange.recipients.chosen', { count: value.length })}
          value={[...value]}
          onChange={onChange}
        >
          <Box mah="20rem" p={4} mt="xs" style={{ overflowY: 'auto' }}>
            <Stack gap="xs">
              {ready.map(({ fingerprint, name, organisation }) => (
                <Checkbox key={fingerprint} value={fingerprint} label={name} description={organisation} />
              ))}
              {ready.length === 0 && <Text c="dimmed">{t('members.noneFound')}</Text>}
            </Stack>
          </Box>
        </Checkbox.Group>
      )}
      {readyCount > 1 && search === '' && (
        <Group>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange(value.length === readyCount ? [] : ready.map((one) => one.fingerprint))}
          >
            {t(value.length === readyCount ? 'exchange.chooseNone' : 'exchange.chooseAll')}
          </Button>
        </Group>
      )}
      <Unready members={members} />
    </Stack>
  )
}

/** Those of the members who can't receive, each with the reason, and the way to where that is mended. */
export function Unready({ members }: { readonly members: readonly Member[] }) {
  const t = useWords()
  const locale = useLocale()
  const unready = membersFound(
    members.filter((member) => !canReceive(member)),
    '',
    locale,
  )
  if (members.length > 0 && unready.length === 0) return null
  return (
    <Stack gap="xs">
      {unready.length > 0 && (
        <Text size="sm" fw={600}>
          {t('exchange.recipients.unready', { count: unready.length })}
        </Text>
      )}
      {unready.length > 0 && (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {unready.map((member) => (
            <Group component="li" key={member.fingerprint} gap="xs">
              <Text size="sm">
                {member.name}, {member.organisation}
              </Text>
              <TrustBadge member={member} />
            </Group>
          ))}
        </Stack>
      )}
      <Anchor component={Link} href="/members" size="sm">
        {t('exchange.toMembers')}
      </Anchor>
    </Stack>
  )
}
