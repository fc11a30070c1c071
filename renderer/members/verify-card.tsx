import { Button, Group, List, Modal, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Locale } from '../../shared/app/app.contract.ts'
import { dayOf } from '../../shared/dates.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import { useAsk, useChange } from '../client.ts'
import { useLocale, useWords } from '../i18n/words.tsx'
import { DayField } from '../ui/day-field.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { toast } from '../ui/toast.ts'
import { FingerprintWords } from './fingerprint-words.tsx'

interface VerifyCardProps {
  /** Whose card; null when nobody's is being verified. */
  readonly member: Member | null
  readonly onClose: () => void
}

/** Two people compare their cards by voice: the only way in which a card comes to be trusted. */
export function VerifyCard({ member, onClose }: VerifyCardProps) {
  const t = useWords()
  return (
    <Modal
      opened={member !== null}
      onClose={onClose}
      title={member && t('members.verify.title', { name: member.name, organisation: member.organisation })}
      size="xl"
      closeButtonProps={{ 'aria-label': t('members.close') }}
    >
      {member && <Verifying member={member} onDone={onClose} />}
    </Modal>
  )
}

function Verifying({ member, onDone }: { readonly member: Member; readonly onDone: () => void }) {
  const t = useWords()
  const today = dayOf(Date.now())
  const [on, setOn] = useState<string | null>(today)
  const verify = useChange('members.verify')
  const { fingerprint, name } = member
  const save = () => {
    if (on === null) return
    verify.mutate(
      { fingerprint, on },
      {
        onSuccess: () => {
          toast(t('members.verified', { name }))
          onDone()
        },
      },
    )
  }
  return (
    <Stack gap="sm">
      <List type="ordered" spacing={2} size="sm">
        <List.Item>{t('members.verify.step1')}</List.Item>
        <List.Item>{t('members.verify.step2')}</List.Item>
        <List.Item>{t('members.verify.step3')}</List.Item>
      </List>
      <BothCards member={member} />
      <Group align="flex-end" justify="space-between">
        <DayField label={t('members.verify.on')} value={on} onChange={setOn} max={today} />
        <Button disabled={on === null || on > today} loading={verify.isPending} onClick={save}>
          {t('members.verify.done')}
        </Button>
      </Group>
      <ErrorNotice error={verify.error} />
    </Stack>
  )
}

/** Her words large, mine at hand for when she reads them. The two screens may not speak the same language. */
function BothCards({ member }: { readonly member: Member }) {
  const t = useWords()
  const own = useLocale()
  const [language, setLanguage] = useState<Locale>(own)
  const { data: me } = useAsk('members.me', {})
  const hers = t('members.words', { name: member.name })
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text fw={600}>{hers}</Text>
        <SegmentedControl
          aria-label={t('members.verify.language')}
          size="xs"
          value={language}
          onChange={setLanguage}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Group>
      <FingerprintWords label={hers} words={member.words[language]} language={language} large />
      {me && (
        <details>
          <summary>{t('members.verify.mine')}</summary>
          <FingerprintWords label={t('members.mine.words')} words={me.words[language]} language={language} />
        </details>
      )}
    </Stack>
  )
}
