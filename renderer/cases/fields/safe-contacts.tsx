import { Text } from '@mantine/core'
import { IconBan, IconCheck, IconClock } from '@tabler/icons-react'
import type { SafeContact } from '../../../shared/cases/sections.ts'
import { contactMeans, contactPeople, contactSafety } from '../../../shared/vocab/contacts.ts'
import { useLocale, useWords } from '../../i18n/words.tsx'
import { useTerms } from '../../ui/code-terms.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import classes from './safe-contacts.module.css'

/** The unsafe ones before all: whoever reads one line only must read that one. */
const order = ['not_safe', 'only_at_times', 'safe']
const rank = ({ safety }: SafeContact): number =>
  safety !== null && order.includes(safety) ? order.indexOf(safety) : order.length

/** Whom to reach and how, and above all whom not to: with a word, a sign and a place of its own. */
export function SafeContacts({ contacts }: { readonly contacts: readonly SafeContact[] }) {
  const t = useWords()
  const words = useTerms()
  const locale = useLocale()
  if (contacts.length === 0) return null
  return (
    <div>
      <Text fw={600} size="sm" mb={6}>
        {t('cases.wishes.contacts')}
      </Text>
      <ul className={classes.list}>
        {contacts
          .toSorted((one, other) => rank(one) - rank(other))
          .map((contact, index) => (
            <li key={contact.id} className={classes.contact} data-safety={contact.safety}>
              <div className={classes.head}>
                {contact.safety !== null && <SafetyMark safety={contact.safety} />}
                <Text component="span" fw={600}>
                  {contact.who === null
                    ? t('cases.wishes.contact', { position: index + 1 })
                    : words(contactPeople, contact.who)}
                </Text>
                {contact.means.length > 0 && (
                  <Text component="span">
                    {contact.means.map((means) => words(contactMeans, means)).join(' · ')}
                  </Text>
                )}
              </div>
              {contact.safety === 'not_safe' && (
                <Text size="sm">{contactSafety.not_safe.definition?.[locale]}</Text>
              )}
              {[contact.when, contact.note].filter(Boolean).map((text) => (
                <Text key={text} size="sm" dir="auto" className={classes.words}>
                  {text}
                </Text>
              ))}
            </li>
          ))}
      </ul>
    </div>
  )
}

const marks = {
  safe: { tone: 'good', Icon: IconCheck },
  only_at_times: { tone: 'wait', Icon: IconClock },
  not_safe: { tone: 'bad', Icon: IconBan },
} as const

/** Whether it is safe, in a word and with a sign. */
export function SafetyMark({ safety }: { readonly safety: string }) {
  const words = useTerms()
  const mark = Object.hasOwn(marks, safety) ? marks[safety as keyof typeof marks] : null
  return (
    <StateBadge tone={mark?.tone ?? 'neutral'}>
      <span className={classes.mark}>
        {mark && <mark.Icon size={18} aria-hidden />}
        {words(contactSafety, safety)}
      </span>
    </StateBadge>
  )
}
