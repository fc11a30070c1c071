import {
  type Icon,
  IconArrowsExchange,
  IconBook2,
  IconCalendarEvent,
  IconClockExclamation,
  IconFileText,
  IconHourglass,
  IconMail,
  IconPencil,
  IconShieldCheck,
  IconUserCheck,
} from '@tabler/icons-react'
import { Link } from 'wouter'
import { daysBetween } from '../../shared/dates.ts'
import type { DueKind, TodayItem } from '../../shared/today/today.contract.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import { services } from '../../shared/vocab/services.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { StateBadge, type Tone } from '../ui/state-badge.tsx'
import classes from './today.module.css'

const icons: Readonly<Record<DueKind, Icon>> = {
  step_unanswered: IconHourglass,
  step_expired: IconClockExclamation,
  step_asked_of_me: IconUserCheck,
  consent_ending: IconFileText,
  review_due: IconShieldCheck,
  handover_waiting: IconArrowsExchange,
  meeting: IconCalendarEvent,
  draft: IconPencil,
  packet_to_save: IconMail,
  entries_stale: IconBook2,
}

const tones: Readonly<Record<TodayItem['when'], Tone>> = { late: 'bad', waits: 'wait', arrives: 'neutral' }

/** One thing to do. The whole line is the link to where it is done. */
export function TodayLine({ item, today }: { item: TodayItem; today: string }) {
  const t = useWords()
  const Mark = icons[item.kind]
  const when = useWhen(item, today)
  const about = useAbout(item)
  return (
    <li>
      <Link href={placeOf(item)} className={classes.line}>
        <Mark size={22} stroke={1.6} aria-hidden className={classes.mark} />
        <span className={classes.what}>
          <span className={classes.title}>{t(`today.${wordFor(item)}`, { count: item.count ?? 0 })}</span>
          {about && <span className={classes.about}>{about}</span>}
        </span>
        {when && <StateBadge tone={tones[item.when]}>{when}</StateBadge>}
      </Link>
    </li>
  )
}

/** What has passed its day is told in other words than what is still to come. */
function wordFor({ kind, when }: TodayItem): DueKind | 'step_expected' | 'consent_ended' {
  if (kind === 'step_unanswered' && when === 'arrives') return 'step_expected'
  if (kind === 'consent_ending' && when === 'late') return 'consent_ended'
  return kind
}

/** Where it is done. */
function placeOf({ kind, caseId }: TodayItem): string {
  const inCase = (place: string): string => `/cases/${caseId}/${place}`
  switch (kind) {
    case 'step_unanswered':
    case 'step_expired':
      return inCase('trajectory')
    case 'consent_ending':
      return inCase('consents')
    case 'review_due':
      return inCase('risk')
    case 'step_asked_of_me':
      return inCase('overview')
    case 'draft':
    case 'handover_waiting':
      return `/cases/${caseId}`
    case 'packet_to_save':
      return '/packets'
    case 'meeting':
      return '/meetings'
    case 'entries_stale':
      return '/directory?stale'
  }
}

/** The case by its code, the coded term, the organisation: never a word of what was written. */
function useAbout({ kind, caseCode, caseId, term, organisation }: TodayItem): string {
  const t = useWords()
  const label = useLabels()
  const list = kind === 'consent_ending' ? consentPurposes : services
  const code = caseCode ?? (caseId ? t('today.unnamed') : '')
  return [code, term === null ? '' : label(list, term), organisation].filter(Boolean).join(' · ')
}

function useWhen({ kind, when, on }: TodayItem, today: string): string | null {
  const t = useWords()
  const inWords = useDates()
  if (on === null) return null
  const days = daysBetween(on, today)
  if (when === 'late') return t(kind === 'consent_ending' ? 'today.endedSince' : 'today.lateBy', { days })
  if (when === 'waits') return days < 0 ? t('today.before', { day: inWords(on) }) : t('today.since', { days })
  return days === 0 ? t('today.onTheDay') : t('today.in', { days: -days, day: inWords(on) })
}
