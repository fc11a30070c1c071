import { useQueries } from '@tanstack/react-query'
import type { Consent } from '../../shared/cases/consent.ts'
import { organisationsIn } from '../../shared/cases/consent.ts'
import { call, useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'

/** The organisations behind entries of the directory, by their ids; one that is no longer here has none. */
export function useEntryNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['directory.get', { id }],
      queryFn: () => call('directory.get', { id }),
    })),
  })
  return new Map(found.flatMap(({ data }) => (data ? [[data.id, data.organisation]] : [])))
}

/** Everyone whom a consent names, as a person reads it. */
export function useRecipientNames({ members, entries, recipients }: Consent): string[] {
  const t = useWords()
  const { data } = useAsk('members.list', {}, { enabled: members.length > 0 })
  const { data: me } = useAsk('members.me', {}, { enabled: members.length > 0 })
  const organisations = useEntryNames(entries)
  const unknown = t('consent.recipients.unknown')
  return [
    ...members.map((fingerprint) => {
      if (fingerprint === me?.fingerprint) return t('consent.recipients.you')
      const member = data?.members.find((one) => one.fingerprint === fingerprint)
      return member
        ? t('consent.recipients.member', { name: member.name, organisation: member.organisation })
        : unknown
    }),
    ...entries.map((id) => organisations.get(id) ?? unknown),
    ...organisationsIn(recipients).map((name) => name.trim()),
  ]
}
