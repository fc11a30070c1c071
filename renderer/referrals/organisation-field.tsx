import { Autocomplete, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { EntryView } from '../../shared/directory/directory.contract.ts'
import { versionsOf } from '../cases/section-state.ts'
import { useAsk } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import classes from './referrals.module.css'
import type { TypedDetails } from './use-step-draft.ts'

/** Entries that are offered at a time: what one looks through without losing the thread. */
const offered = 8

interface OrganisationFieldProps {
  readonly caseId: string
  readonly details: TypedDetails
  readonly onChange: (part: Partial<TypedDetails>) => void
}

/**
 * Whom it is asked of: typed freely, or taken from the directory, where those that give this service in her region and in
 * one of her languages come first.
 */
export function OrganisationField({ caseId, details, onChange }: OrganisationFieldProps) {
  const t = useWords()
  const found = useFittingEntries(caseId, details)
  // Two entries of one name would be one suggestion: the first of them stands for both until it is opened.
  const named = new Map(found.rows.toReversed().map((entry) => [entry.organisation, entry]))
  const names = found.rows.map(({ organisation }) => organisation)
  return (
    <div>
      <Autocomplete
        label={t('referrals.organisation')}
        description={t(
          found.inDirectory ? 'referrals.organisation.directory' : 'referrals.organisation.hint',
        )}
        data={[...new Set(names)].slice(0, offered)}
        // The vault has searched already, accents aside.
        filter={({ options }) => options}
        value={details.organisation}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(organisation) => onChange({ organisation, entryId: named.get(organisation)?.id ?? null })}
      />
      {found.wider && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('referrals.organisation.wider')}
        </Text>
      )}
      {details.entryId !== null && <ChosenEntry id={details.entryId} />}
    </div>
  )
}

interface Fitting {
  readonly rows: readonly EntryView[]
  /** Whether there is a directory at all. */
  readonly inDirectory: boolean
  /** Nobody fits her region and languages: these are all who give the service. */
  readonly wider: boolean
}

function useFittingEntries(caseId: string, { service, organisation, entryId }: TypedDetails): Fitting {
  const { data: view } = useAsk('cases.get', { id: caseId })
  const [profile] = versionsOf(view?.sections ?? [], 'profile')
  const { region = null, languages = [] } = profile?.body ?? {}
  const asked = {
    // One that was chosen is not searched for: the others stay there to be chosen instead.
    words: entryId === null ? organisation.trim().slice(0, 200) : '',
    services: service === null ? [] : [service],
  }
  const hers = { regions: region === null || region === 'unknown' ? [] : [region], languages }
  const fitting = useAsk('directory.search', { ...asked, ...hers }, { keepLast: true })
  const isNarrow = hers.regions.length > 0 || languages.length > 0
  const nobody = isNarrow && fitting.data?.total === 0 && asked.words === ''
  const all = useAsk('directory.search', asked, { enabled: nobody, keepLast: true })
  return {
    rows: (nobody ? all.data : fitting.data)?.rows ?? [],
    inDirectory: (fitting.data?.all ?? 0) > 0,
    wider: nobody && (all.data?.total ?? 0) > 0,
  }
}

/** What the directory says that one has to know before asking. */
function ChosenEntry({ id }: { id: string }) {
  const t = useWords()
  const inWords = useDates()
  const { data: entry } = useAsk('directory.get', { id })
  if (!entry) return null
  const facts = [entry.conditions, entry.hours, entry.phone].filter(Boolean)
  return (
    <div className={classes.entry}>
      {facts.map((fact) => (
        <Text size="sm" key={fact} className={classes.fact}>
          {fact}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {entry.checkedOn === null
          ? t('referrals.entry.neverChecked')
          : t(entry.stale ? 'referrals.entry.stale' : 'referrals.entry.checked', {
              day: inWords(entry.checkedOn),
            })}{' '}
        <Link href={`/directory/${id}`}>{t('referrals.entry.open')}</Link>
      </Text>
    </div>
  )
}
