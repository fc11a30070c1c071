import { Anchor, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { ConsentGap } from '../../shared/cases/consent-match.ts'
import { consentPurposes } from '../../shared/vocab/consent.ts'
import { services } from '../../shared/vocab/services.ts'
import { versionsOf } from '../cases/section-state.ts'
import { useAsk } from '../client.ts'
import { useDates, useLabels, useWords } from '../i18n/words.tsx'
import classes from './consent.module.css'
import { useSectionTitles } from './section-names.ts'

interface ConsentGapNoticeProps {
  readonly gap: ConsentGap
  readonly caseId: string
  /** Whom it can't go to, where there are several. */
  readonly recipient?: string
}

/** Why something can't leave, what comes nearest, and the way to put it right. */
export function ConsentGapNotice({ gap, caseId, recipient }: ConsentGapNoticeProps) {
  const t = useWords()
  const label = useLabels()
  const inWords = useDates()
  const reason = useReason(gap)
  const { data } = useAsk('cases.get', { id: caseId })
  const consents = versionsOf(data?.sections ?? [], 'consents').flatMap(({ body }) => body.items)
  const nearest = consents.find(({ id }) => id === gap.consentId)
  const isGiverMissing = gap.gap === 'given_by' && nearest?.givenBy === 'not_noted'
  return (
    <div className={classes.notice} data-gap={gap.gap}>
      <IconHandStop size={22} aria-hidden className={classes.icon} />
      <div>
        {recipient !== undefined && (
          <Text size="sm">
            <bdi>{t('consent.gap.title', { name: recipient })}</bdi>
          </Text>
        )}
        <Text fw={600}>{isGiverMissing ? t('consent.gap.given_by.notNoted') : reason}</Text>
        <Text mt={4}>{t(isGiverMissing ? 'consent.gap.given_by.notNoted.fix' : fixOf(gap))}</Text>
        {nearest && (
          <Text size="sm" mt={4}>
            {t('consent.gap.nearest', {
              purpose: label(consentPurposes, nearest.purpose),
              day: inWords(nearest.withdrawnOn ?? nearest.givenOn),
            })}
          </Text>
        )}
        <Anchor component={Link} href={`/cases/${caseId}/consents`} mt={4} display="inline-block">
          {t('consent.gap.go')}
        </Anchor>
      </div>
    </div>
  )
}

/** Without a service there is nothing to add to a consent: it is the step that is missing. */
const fixOf = ({ gap, service }: ConsentGap) =>
  gap === 'other_service' && service === null
    ? ('consent.gap.other_service.none.fix' as const)
    : (`consent.gap.${gap}.fix` as const)

function useReason({ gap, service, sections }: ConsentGap): string {
  const t = useWords()
  const label = useLabels()
  const titles = useSectionTitles()
  if (gap === 'other_service' && service !== null) {
    return t('consent.gap.other_service.named', { service: label(services, service) })
  }
  if (gap === 'withheld' && sections.length > 0) {
    return t('consent.gap.withheld.sections', { sections: titles(sections) })
  }
  return t(`consent.gap.${gap}`, { sections: titles(sections) })
}
