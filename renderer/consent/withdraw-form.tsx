import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import type { Consent } from '../../shared/cases/consent.ts'
import { dayOf } from '../../shared/dates.ts'
import { services } from '../../shared/vocab/services.ts'
import { useAsk } from '../client.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import { DayField } from '../ui/day-field.tsx'
import classes from './consent.module.css'
import { useSectionTitles } from './section-names.ts'
import { type Departure, departuresUnder } from './what-went-out.ts'

interface WithdrawFormProps {
  readonly consent: Consent
  readonly caseId: string | null
  readonly onWithdraw: (day: string) => void
  readonly onCancel: () => void
}

/** Before a withdrawal is noted: what has already left, since nothing brings it back. */
export function WithdrawForm({ consent, caseId, onWithdraw, onCancel }: WithdrawFormProps) {
  const t = useWords()
  const titleId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const today = dayOf(Date.now())
  const [day, setDay] = useState(today)
  useEffect(() => title.current?.focus(), [])
  const fits = day <= today && day >= consent.givenOn
  return (
    <Stack component="section" gap="md" className={classes.part} aria-labelledby={titleId}>
      <div>
        <Title order={5} id={titleId} ref={title} tabIndex={-1} className={classes.form}>
          {t('consent.withdraw.title')}
        </Title>
        <Text size="sm">{t('consent.withdraw.text')}</Text>
      </div>
      <DayField
        label={t('consent.withdraw.on')}
        value={day}
        min={consent.givenOn}
        max={today}
        onChange={(next) => next && setDay(next)}
      />
      {caseId !== null && <WentOut consent={consent} caseId={caseId} />}
      <Group gap="xs">
        <Button color="red" disabled={!fits} onClick={() => onWithdraw(day)}>
          {t('consent.withdraw.do')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('consent.withdraw.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function WentOut({ consent, caseId }: { readonly consent: Consent; readonly caseId: string }) {
  const t = useWords()
  const inWordsOf = useDepartures()
  const { data: sent } = useAsk('exchange.sent', {})
  const { data: referrals } = useAsk('referrals.list', { caseId })
  const { data: members } = useAsk('members.list', {})
  if (!sent || !referrals || !members) return null
  const departures = departuresUnder(consent, {
    packets: sent.packets.filter((packet) => packet.caseId === caseId),
    steps: referrals.steps,
  })
  return (
    <div>
      <Text fw={600} size="sm">
        {t('consent.went.title')}
      </Text>
      {departures.length === 0 ? (
        <Text size="sm">{t('consent.went.none')}</Text>
      ) : (
        <>
          <ul className={classes.list}>
            {departures.map((one) => (
              <li key={one.key}>
                <Text size="sm">{inWordsOf(one)}</Text>
              </li>
            ))}
          </ul>
          <Text size="sm">{t('consent.went.text')}</Text>
        </>
      )}
    </div>
  )
}

function useDepartures(): (departure: Departure) => string {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const titles = useSectionTitles()
  return (departure) => {
    const day = inWords(departure.on)
    if (departure.is === 'packet') {
      const { sections } = departure
      const names = departure.names.join(', ')
      return sections.length > 0
        ? t('consent.went.packet.sections', { day, names, sections: titles(sections) })
        : t('consent.went.packet', { day, names })
    }
    const service = label(services, departure.service)
    return departure.organisation === ''
      ? t('consent.went.step', { day, service })
      : t('consent.went.step.to', { day, service, organisation: departure.organisation })
  }
}
