import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { type KitForm, kitForm } from '../../shared/vault/vault.contract.ts'
import { useDates, useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import classes from './choose-form.module.css'
import { type CurrentKit, spacedKitId } from './current-kit.ts'
import type { Occasion } from './occasion.ts'

interface ChooseFormProps {
  readonly occasion: Occasion
  readonly current: CurrentKit | null
  readonly busy: boolean
  readonly error: Error | null
  readonly onChoose: (form: KitForm) => void
}

/** Why a kit, then one page or three: what each can do, and what each risks. */
export function ChooseForm({ occasion, current, busy, error, onChoose }: ChooseFormProps) {
  const t = useWords()
  const date = useDates()
  const [form, setForm] = useState<KitForm>(current?.form ?? 'code')
  return (
    <Stack gap="lg">
      <Text>{t(`recovery.why.${occasion}`)}</Text>
      {current && (
        <Text>
          {t('recovery.replaces', { kitId: spacedKitId(current.kitId), date: date(current.madeOn) })}
        </Text>
      )}
      <Radio.Group<KitForm> label={t('recovery.form')} value={form} onChange={setForm}>
        <Stack gap="sm" mt="sm">
          {kitForm.options.map((option) => (
            <div key={option} className={classes.option} data-chosen={option === form || undefined}>
              <Radio
                value={option}
                label={t(`recovery.form.${option}`)}
                description={t(`recovery.form.${option}.what`)}
                classNames={{ label: classes.label, description: classes.what }}
              />
              <Text className={classes.risk}>{t(`recovery.form.${option}.risk`)}</Text>
            </div>
          ))}
        </Stack>
      </Radio.Group>
      <ErrorNotice error={error} />
      <Group justify="space-between" gap="sm" className={classes.foot}>
        <Button size="lg" loading={busy} onClick={() => onChoose(form)}>
          {t('recovery.begin')}
        </Button>
        <Button variant="subtle" component={Link} href="/cases">
          {t('recovery.later')}
        </Button>
      </Group>
    </Stack>
  )
}
