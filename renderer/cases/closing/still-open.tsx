import { Anchor, Text } from '@mantine/core'
import { Link } from 'wouter'
import type { CaseView } from '../../../shared/cases/cases.contract.ts'
import { type Consent, consentState } from '../../../shared/cases/consent.ts'
import { dayOf } from '../../../shared/dates.ts'
import type { Step } from '../../../shared/referrals/referrals.contract.ts'
import { stateOf } from '../../../shared/referrals/trajectory.ts'
import { waitsOn } from '../../../shared/referrals/waiting.ts'
import { consentPurposes } from '../../../shared/vocab/consent.ts'
import { stepStates } from '../../../shared/vocab/referral.ts'
import { services } from '../../../shared/vocab/services.ts'
import { useAsk } from '../../client.ts'
import { useDates, useLabels, useWords } from '../../i18n/words.tsx'
import classes from '../case-page.module.css'
import { versionsOf } from '../section-state.ts'

/** Steps that wait for someone and consents that still run. Closing is not held up by them; they are named. */
export function StillOpen({ view }: { view: CaseView }) {
  const t = useWords()
  const { data } = useAsk('referrals.list', { caseId: view.id })
  const today = dayOf(Date.now())
  const steps = (data?.steps ?? []).filter((step) => waitsOn(step) !== 'nobody')
  const consents = versionsOf(view.sections, 'consents')
    .flatMap(({ body }) => body.items)
    .filter((consent) => consentState(consent, today) === 'running')
  if (!data) return null
  if (steps.length === 0 && consents.length === 0) return <Text>{t('cases.closing.open.nothing')}</Text>
  return (
    <>
      {steps.length > 0 && (
        <div>
          <Anchor component={Link} href={`/cases/${view.id}/trajectory`}>
            {t('cases.closing.open.steps', { count: steps.length })}
          </Anchor>
          <ul className={classes.plainList}>
            {steps.map((step) => (
              <OpenStep key={step.id} step={step} />
            ))}
          </ul>
        </div>
      )}
      {consents.length > 0 && (
        <div>
          <Anchor component={Link} href={`/cases/${view.id}/consents`}>
            {t('cases.closing.open.consents', { count: consents.length })}
          </Anchor>
          <ul className={classes.plainList}>
            {consents.map((consent) => (
              <RunningConsent key={consent.id} consent={consent} />
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function OpenStep({ step }: { step: Step }) {
  const t = useWords()
  const label = useLabels()
  const asked = [label(services, step.service), step.organisation].filter(Boolean).join(', ')
  return <li>{t('cases.closing.open.step', { asked, state: label(stepStates, stateOf(step)) })}</li>
}

function RunningConsent({ consent }: { consent: Consent }) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const named = consent.services.map((service) => label(services, service)).join(', ')
  const plain = label(consentPurposes, consent.purpose)
  const purpose =
    named === '' ? plain : t('cases.closing.open.consentFor', { purpose: plain, services: named })
  return (
    <li>
      {consent.endsOn === null
        ? t('cases.closing.open.consent', { purpose })
        : t('cases.closing.open.consentUntil', { purpose, day: inWords(consent.endsOn) })}
    </li>
  )
}
