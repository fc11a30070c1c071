import { Button, Group, Text } from '@mantine/core'
import { Link } from 'wouter'
import { dayOf } from '../../shared/dates.ts'
import { useAsk } from '../client.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ReadOnly } from '../ui/read-only-text.tsx'
import { Section } from '../ui/section.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { spacedKitId } from './current-kit.ts'

/** Which kit opens the vault if the passphrase is lost, and whether it is time to look at its paper. */
export function RecoverySettings() {
  const t = useWords()
  const date = useDates()
  const { data, error } = useAsk('recovery.state', {})
  const kit = data?.kit ?? null
  const due = data?.dueOn != null && data.dueOn <= dayOf(Date.now())
  const state = kit === null ? 'missing' : due ? 'due' : 'fine'
  return (
    <Section name="recovery" title={t('recovery.settings.title')} intro={t('recovery.settings.intro')}>
      <ErrorNotice error={error} />
      {data && (
        <div>
          <StateBadge tone={state === 'fine' ? 'good' : 'wait'}>{t(`recovery.state.${state}`)}</StateBadge>
        </div>
      )}
      {kit && (
        <Group gap="xl" align="flex-start">
          <ReadOnly label={t('recovery.settings.form')}>{t(`recovery.form.${kit.form}`)}</ReadOnly>
          <ReadOnly label={t('recovery.settings.kitId')}>{spacedKitId(kit.kitId)}</ReadOnly>
          <ReadOnly label={t('recovery.settings.madeOn')}>{date(kit.madeOn)}</ReadOnly>
          <ReadOnly label={t('recovery.settings.checkedOn')}>{date(kit.checkedOn)}</ReadOnly>
          {data?.dueOn && <ReadOnly label={t('recovery.settings.dueOn')}>{date(data.dueOn)}</ReadOnly>}
        </Group>
      )}
      {data && kit === null && <Text>{t('recovery.none.text')}</Text>}
      {data && (
        <Group gap="sm">
          {kit && (
            <Button variant={due ? 'filled' : 'default'} component={Link} href="/recovery/check">
              {t('recovery.settings.check')}
            </Button>
          )}
          <Button variant={kit ? 'default' : 'filled'} component={Link} href="/recovery">
            {t(kit ? 'recovery.settings.renew' : 'recovery.make')}
          </Button>
        </Group>
      )}
    </Section>
  )
}
