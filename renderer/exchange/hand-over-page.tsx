import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, dayOf, type PlainDate } from '../../shared/dates.ts'
import type { SentPacket } from '../../shared/exchange/exchange.contract.ts'
import type { Member } from '../../shared/members/members.contract.ts'
import { isMine } from '../cases/case-header.tsx'
import { call } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { canReceive } from '../members/member-lists.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useJob } from '../ui/use-job.ts'
import { isInTime, usualDays } from './choice.ts'
import { Unready } from './choose-recipients.tsx'
import { DraftsWaiting } from './drafts-waiting.tsx'
import { Gaps } from './gaps.tsx'
import { HandoverMeaning } from './handover-meaning.tsx'
import { type Composed, Look } from './look.tsx'
import { Part } from './part.tsx'
import { Sealed } from './sealed.tsx'
import { type Loaded, NotToSend, SendFrame } from './send-frame.tsx'
import { SendPhases } from './send-phases.tsx'
import { Until } from './until.tsx'
import { useCoverage } from './use-coverage.ts'

/** What the consents are asked for when a case changes hands: docs/adr/0024. */
const purpose = 'coordination'

/** The case itself goes to one colleague, who becomes responsible for it: not a copy, and not a page that looks like one. */
export function HandOverPage({ caseId }: { readonly caseId: string }) {
  const [packet, setPacket] = useState<SentPacket | null>(null)
  const client = useQueryClient()
  const sealed = (made: SentPacket): void => {
    setPacket(made)
    void client.invalidateQueries()
  }
  return (
    <SendFrame caseId={caseId} what="handover">
      {(loaded) => {
        // From the moment it is sealed the case is on its way, and this page still has its file to give.
        if (packet) return <Handed packet={packet} />
        return isMine(loaded.view) ? (
          <HandingOver {...loaded} onSealed={sealed} />
        ) : (
          <NotToSend view={loaded.view} />
        )
      }}
    </SendFrame>
  )
}

const Handed = ({ packet }: { readonly packet: SentPacket }) => (
  <>
    <SendPhases at="hand" />
    <Sealed packet={packet} drafts={0} />
  </>
)

interface HandingOverProps extends Loaded {
  readonly onSealed: (packet: SentPacket) => void
}

function HandingOver({ view, members, onSealed }: HandingOverProps) {
  const t = useWords()
  const today = dayOf(Date.now())
  const [to, setTo] = useState<string | null>(null)
  const [expiresOn, setExpiresOn] = useState<PlainDate | null>(addDays(today, usualDays))
  const [composed, setComposed] = useState<Composed | null>(null)
  const sealing = useJob()
  const recipients = to === null ? [] : [to]
  const coverage = useCoverage(view.id, { purpose, recipients, stepIds: [] }, true)
  const { gaps, drafts } = coverage.data ?? { gaps: [], drafts: [] }
  const stopped = gaps.length + drafts.length > 0
  const input = { caseId: view.id, purpose, recipients, sections: [], stepIds: [], handover: true }
  const compose = useMutation({ mutationFn: () => call('exchange.compose', input), gcTime: 0 })
  const member = members.find(({ fingerprint }) => fingerprint === to)
  const complete = member !== undefined && isInTime(expiresOn, today)

  if (composed && member && expiresOn !== null) {
    return (
      <>
        <SendPhases at="look" />
        <Look
          caseId={view.id}
          kind="hand-over"
          composed={composed}
          recipients={[member]}
          left={[]}
          expiresOn={expiresOn}
          sealing={sealing}
          onBack={() => setComposed(null)}
          onSeal={() =>
            sealing.run(async (jobId) =>
              onSealed(await call('exchange.seal', { ...input, expiresOn, jobId })),
            )
          }
        />
      </>
    )
  }
  return (
    <>
      <SendPhases at="choose" />
      <Stack>
        <HandoverMeaning side="giving" name={member?.name ?? t('exchange.handover.someone')} />
        <Part title={t('exchange.handover.to')}>
          <ChooseOne members={members} value={to} onChange={setTo} />
        </Part>
        <Until today={today} value={expiresOn} onChange={setExpiresOn} />
        <div role="status">
          <Stack gap="sm">
            <Gaps caseId={view.id} gaps={gaps} members={members} />
            <DraftsWaiting caseId={view.id} drafts={drafts} />
          </Stack>
        </div>
        <ErrorNotice error={compose.error ?? coverage.error} />
        <Group justify="flex-end">
          {stopped && (
            <Text size="sm" c="dimmed">
              {t('exchange.handover.stopped')}
            </Text>
          )}
          <Button
            disabled={!complete || !coverage.current || stopped}
            loading={compose.isPending}
            onClick={() => compose.mutate(undefined, { onSuccess: setComposed })}
          >
            {t('exchange.handover.look')}
          </Button>
        </Group>
      </Stack>
    </>
  )
}

interface ChooseOneProps {
  readonly members: readonly Member[]
  readonly value: string | null
  readonly onChange: (fingerprint: string) => void
}

/** One colleague, among those who can receive. */
function ChooseOne({ members, value, onChange }: ChooseOneProps) {
  const t = useWords()
  const ready = members.filter(canReceive)
  return (
    <Stack gap="sm">
      {ready.length === 0 && <Text>{t('exchange.recipients.none')}</Text>}
      {ready.length > 0 && (
        <Radio.Group label={t('exchange.handover.to.label')} value={value ?? ''} onChange={onChange}>
          <Stack gap="xs" mt="xs">
            {ready.map(({ fingerprint, name, organisation }) => (
              <Radio key={fingerprint} value={fingerprint} label={name} description={organisation} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Unready members={members} />
    </Stack>
  )
}
