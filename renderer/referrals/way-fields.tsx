import { Select } from '@mantine/core'
import { foldName } from '../../shared/cases/consent.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import { stepChannels } from '../../shared/vocab/referral.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { CodeSelect } from '../ui/code-select.tsx'
import type { TypedDetails } from './use-step-draft.ts'

interface WayFieldsProps {
  readonly details: TypedDetails
  readonly onChange: (part: Partial<TypedDetails>) => void
}

/** How it is asked: of a member by packet, of those without Relais by letter, by phone or in person. */
export function WayFields({ details, onChange }: WayFieldsProps) {
  const t = useWords()
  const { data } = useAsk('members.list', {})
  const members = data?.members ?? []
  const known = members.find(({ fingerprint }) => fingerprint === details.member)
  return (
    <>
      {(members.length > 0 || details.member !== null) && (
        <Select
          label={t('referrals.member')}
          description={t('referrals.member.hint')}
          placeholder={t('referrals.member.none')}
          data={[
            ...members.map(({ fingerprint, name, organisation }) => ({
              value: fingerprint,
              label: t('referrals.member.option', { name, organisation }),
            })),
            ...(details.member !== null && !known
              ? [{ value: details.member, label: t('referrals.member.unknown') }]
              : []),
          ]}
          value={details.member}
          onChange={(member) => {
            const chosen = members.find(({ fingerprint }) => fingerprint === member)
            onChange({
              member,
              ...(details.organisation === '' && chosen && { organisation: chosen.organisation }),
              ...withMember(details.channel, member !== null),
            })
          }}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('ui.clear'), tabIndex: 0, 'aria-hidden': false }}
        />
      )}
      <CodeSelect
        label={t('referrals.channel')}
        list={stepChannels}
        value={details.channel}
        onChange={(channel) => onChange({ channel })}
      />
    </>
  )
}

/** A packet goes to a member and to nobody else; what was chosen for another reason stays. */
function withMember(channel: string | null, isMember: boolean): Partial<TypedDetails> {
  if (isMember && (channel === null || channel === 'letter')) return { channel: 'packet' }
  return !isMember && channel === 'packet' ? { channel: null } : {}
}

/**
 * What follows from naming an organisation: the only member who works there, if she has Relais, and with her the packet;
 * for one of the directory where nobody has it, the letter. Null when there is nothing to suggest.
 */
export function suggestedWay(
  {
    organisation,
    entryId,
    member,
    channel,
  }: Pick<TypedDetails, 'organisation' | 'entryId' | 'member' | 'channel'>,
  members: readonly Member[],
): Partial<TypedDetails> | null {
  if (member !== null || channel !== null || organisation.trim() === '') return null
  const name = foldName(organisation)
  const there = members.filter((one) => foldName(one.organisation) === name)
  const [only] = there
  if (only && there.length === 1) return { member: only.fingerprint, channel: 'packet' }
  return there.length === 0 && entryId !== null ? { channel: 'letter' } : null
}
