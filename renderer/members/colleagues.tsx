import { ActionIcon, Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconSearch, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Member } from '../../shared/members/members.contract.ts'
import { coalitionSectors } from '../../shared/vocab/members.ts'
import { useChange } from '../client.ts'
import { useDates, useLabels, useLocale, useWords } from '../i18n/words.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.ts'
import { longList, membersFound } from './member-lists.ts'
import { TrustBadge } from './trust-badge.tsx'

interface ColleaguesProps {
  readonly members: readonly Member[]
  readonly onVerify: (member: Member) => void
}

/** The people whose card is here, and how far each card is trusted. */
export function Colleagues({ members, onVerify }: ColleaguesProps) {
  const t = useWords()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const remove = useRemoval()
  if (members.length === 0) {
    return <EmptyState title={t('members.empty.title')} text={t('members.empty.text')} />
  }
  const found = membersFound(members, search, locale)
  return (
    <Stack component="section" aria-labelledby="colleagues" gap="sm">
      <Title order={2} size="h4" id="colleagues">
        {t('members.colleagues', { count: members.length })}
      </Title>
      {members.length > longList && (
        <TextInput
          label={t('members.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ErrorNotice error={remove.error} />
      <Text size="sm" c="dimmed" role="status">
        {found.length === 0 && t('members.noneFound')}
      </Text>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {found.map((member) => (
          <Colleague
            key={member.fingerprint}
            member={member}
            onVerify={() => onVerify(member)}
            onRemove={() => remove.ask(member)}
          />
        ))}
      </Stack>
    </Stack>
  )
}

function useRemoval() {
  const t = useWords()
  const confirm = useConfirm()
  const { mutate, error } = useChange('members.remove')
  const ask = async ({ fingerprint, name }: Member): Promise<void> => {
    const sure = await confirm({
      title: t('members.remove.title', { name }),
      text: t('members.remove.text'),
      action: t('members.remove.action'),
    })
    if (sure) mutate({ fingerprint }, { onSuccess: () => toast(t('members.removed')) })
  }
  return { ask, error }
}

interface ColleagueProps {
  readonly member: Member
  readonly onVerify: () => void
  readonly onRemove: () => void
}

function Colleague({ member, onVerify, onRemove }: ColleagueProps) {
  const t = useWords()
  const label = useLabels()
  const date = useDates()
  const { name, organisation, sector, trust, verifiedOn, validUntil, expired } = member
  const verb = t(trust === 'verified' ? 'members.verifyAgain' : 'members.verify')
  return (
    <Paper component="li" withBorder px="md" py="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2} style={{ flex: '1 1 18rem', minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{name}</Text>
            <TrustBadge member={member} />
          </Group>
          <Text size="sm">{organisation}</Text>
          <Text size="sm" c="dimmed">
            {label(coalitionSectors, sector)}
            {' · '}
            {expired ? t('members.expired.next') : t('members.validUntil', { date: date(validUntil) })}
          </Text>
          <Text size="sm" c="dimmed">
            {verifiedOn === null
              ? t('members.trust.unverified.means')
              : t('members.verifiedOn', { date: date(verifiedOn) })}
          </Text>
        </Stack>
        <Group gap={4} wrap="nowrap">
          <Button
            variant={trust === 'verified' ? 'subtle' : 'light'}
            size="compact-md"
            aria-label={t('members.actionOn', { action: verb, name })}
            onClick={onVerify}
          >
            {verb}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('members.actionOn', { action: t('members.remove.action'), name })}
            onClick={onRemove}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
    </Paper>
  )
}
