import { Button, Code, Group, Stack, Text, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { Out } from '../../shared/contract.ts'
import { useWords } from '../i18n/words.tsx'
import { GateLayout } from '../vault/gate-layout.tsx'
import { HarmedCases } from './harmed-cases.tsx'
import classes from './salvage.module.css'
import { SalvageCounts } from './salvage-counts.tsx'

interface SalvageReportProps {
  readonly into: string
  readonly report: Out<'damage.salvage'>
  readonly onOpen: () => void
}

/**
 * The account of a rescue. It is shown once, so it can be printed: it holds counts, case codes and names of sections,
 * never a word of a case, and paper of it says nothing to whoever has no vault.
 */
export function SalvageReport({ into, report, onOpen }: SalvageReportProps) {
  const t = useWords()
  const { kept, lost, cases, identity, lastChangeUncertain } = report
  const whole = lost.length === 0 && cases.length === 0 && identity === 'kept' && !lastChangeUncertain
  // A vault holds no packets when nobody has sent any: that is no news, unless some are lost.
  const worthTelling = kept.filter(({ kind, count }) => count > 0 || lost.some((gone) => gone.kind === kind))
  return (
    <GateLayout title={t('damage.report.title')}>
      <Stack gap="lg" className={classes.report}>
        <div>
          <Text fw={600}>{t(whole ? 'damage.report.whole' : 'damage.report.partial')}</Text>
          <Text mt={4}>{t('damage.report.opens')}</Text>
          <Text mt={4}>{t('damage.report.old')}</Text>
        </div>
        <div className={classes.screen}>
          <Text size="sm" c="dimmed">
            {t('damage.report.place')}
          </Text>
          <Code className={classes.place}>{into}</Code>
        </div>
        <Group gap="sm" className={classes.screen}>
          <Button size="lg" onClick={onOpen}>
            {t('damage.report.open')}
          </Button>
          <Button
            size="lg"
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('damage.report.print')}
          </Button>
        </Group>
        <Text size="sm" className={classes.screen}>
          {t('damage.report.keep')}
        </Text>
        {lastChangeUncertain && <Text>{t('damage.report.lastChange')}</Text>}
        {identity === 'new' && <Text>{t('damage.report.identity')}</Text>}
        <SalvageCounts caption={t('damage.report.kept')} counts={worthTelling} />
        {lost.length > 0 && <SalvageCounts caption={t('damage.report.lost')} counts={lost} />}
        {cases.length > 0 && (
          <section>
            <Title order={2} size="h3">
              {t('damage.report.cases', { count: cases.length })}
            </Title>
            <Text mt={4} mb="sm">
              {t('damage.report.cases.next')}
              {cases.some(({ rebuilt }) => rebuilt) && ` ${t('damage.report.rebuilt.how')}`}
            </Text>
            <HarmedCases cases={cases} />
          </section>
        )}
      </Stack>
    </GateLayout>
  )
}
