import { MultiSelect, Text } from '@mantine/core'
import { useState } from 'react'
import type { Consent } from '../../shared/cases/consent.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ShortText } from '../ui/short-text.tsx'
import { useEntryNames } from './recipient-names.ts'

interface ConsentRecipientsProps {
  readonly consent: Consent
  readonly onChange: (part: Partial<Consent>) => void
}

/** Members and organisations of the directory by their names, and any other organisation in words. */
export function ConsentRecipients({ consent, onChange }: ConsentRecipientsProps) {
  const t = useWords()
  const [words, setWords] = useState('')
  const { data: known } = useAsk('members.list', {})
  const { data: me } = useAsk('members.me', {})
  const { data: found } = useAsk('directory.search', { words }, { keepLast: true })
  const chosenEntries = useEntryNames(consent.entries)
  const unknown = t('consent.recipients.unknown')

  const members = new Map(known?.members.map((one) => [one.fingerprint, one]))
  const memberOptions = [...new Set([...members.keys(), ...consent.members])].map((fingerprint) => {
    const member = members.get(fingerprint)
    return {
      value: `${memberMark}${fingerprint}`,
      label: member
        ? t('consent.recipients.member', { name: member.name, organisation: member.organisation })
        : fingerprint === me?.fingerprint
          ? t('consent.recipients.you')
          : unknown,
    }
  })
  const entries = new Map([
    ...consent.entries.map((id): [string, string] => [id, chosenEntries.get(id) ?? unknown]),
    ...(found?.rows ?? []).map(({ id, organisation }): [string, string] => [id, organisation]),
  ])
  const entryOptions = [...entries].map(([id, label]) => ({ value: `${entryMark}${id}`, label }))
  const choose = (values: readonly string[]): void =>
    onChange({ members: under(memberMark, values), entries: under(entryMark, values) })

  const hasKnown = memberOptions.length > 0 || entryOptions.length > 0
  return (
    <>
      {!hasKnown && <Text size="sm">{t(hintOf(consent))}</Text>}
      {hasKnown && (
        <MultiSelect
          label={t('consent.recipients.known')}
          description={t(hintOf(consent))}
          placeholder={t('consent.recipients.known.placeholder')}
          data={[
            { group: t('consent.recipients.members'), items: memberOptions },
            { group: t('consent.recipients.directory'), items: entryOptions },
          ].filter(({ items }) => items.length > 0)}
          value={[
            ...consent.members.map((one) => `${memberMark}${one}`),
            ...consent.entries.map((one) => `${entryMark}${one}`),
          ]}
          onChange={choose}
          searchable
          onSearchChange={setWords}
          hidePickedOptions
          maxValues={60}
          maxDropdownHeight={320}
          nothingFoundMessage={t('consent.recipients.nobodyFound')}
        />
      )}
      <ShortText
        label={t('consent.recipients.words')}
        description={t('consent.recipients.words.hint')}
        value={consent.recipients}
        onChange={(recipients) => onChange({ recipients })}
      />
    </>
  )
}

/** Two kinds of ids in one list. */
const memberMark = 'member:'
const entryMark = 'entry:'

const under = (mark: string, values: readonly string[]): string[] =>
  values.filter((value) => value.startsWith(mark)).map((value) => value.slice(mark.length))

function hintOf({ basis, purpose }: Consent) {
  if (basis === 'legal_ground') return 'consent.recipients.hint.ground'
  if (purpose === 'service_referral') return 'consent.recipients.hint.services'
  return purpose === 'coordination'
    ? 'consent.recipients.hint.coordination'
    : 'consent.recipients.hint.anybody'
}
