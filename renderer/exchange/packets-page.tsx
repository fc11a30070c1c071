import { Stack, Tabs } from '@mantine/core'
import { useState } from 'react'
import { RelaisError } from '../../shared/errors.ts'
import { packetFileLimit, type ReceivedPacket } from '../../shared/exchange/exchange.contract.ts'
import { useAsk } from '../client.ts'
import { useWords } from '../i18n/words.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { Page } from '../ui/page.tsx'
import { toast } from '../ui/toast.ts'
import { PreviewOfCase } from './packet-preview.tsx'
import { PacketProblem } from './packet-problem.tsx'
import { PreviewOfAnswer } from './preview-of-answer.tsx'
import { PreviewOfDirectory } from './preview-of-directory.tsx'
import { ReceivedList } from './received-list.tsx'
import { SentList } from './sent-list.tsx'
import { Settled } from './settled.tsx'
import { type OpenedPacket, useOpenedPacket } from './use-opened-packet.ts'
import { usePageDrop } from './use-page-drop.ts'

type List = 'received' | 'sent'

/** Packets that come in, are looked at and settled; and what became of those that went out. `choosing`: she came to open one. */
export function PacketsPage({ choosing }: { readonly choosing: boolean }) {
  const t = useWords()
  const packet = useOpenedPacket()
  const [list, setList] = useState<List>('received')
  const [done, setDone] = useState<ReceivedPacket | null>(null)
  const { preview } = packet

  const take = {
    limit: packetFileLimit,
    onFile: (bytes: Uint8Array<ArrayBuffer>) => {
      setDone(null)
      packet.open(bytes)
    },
    onTooLarge: () => packet.refuse(new RelaisError('packet.too_large')),
  }
  usePageDrop({ ...take, onUnreadable: () => packet.refuse(new RelaisError('packet.file_unreadable')) })

  const shown = done ?? preview?.settled ?? null
  return (
    // Another key, another arrival: on the way back to the lists the focus goes to the title.
    <Page key={shown || preview ? 'packet' : 'lists'} title={t('exchange.packets')}>
      {shown && (
        <Settled
          packet={shown}
          again={done === null}
          onClose={() => {
            setDone(null)
            packet.close()
          }}
        />
      )}
      {!shown && preview && (
        <Preview
          packet={packet}
          onDone={setDone}
          onNoted={() => {
            setList('sent')
            toast(t('exchange.answer.noted'))
          }}
        />
      )}
      {!shown && !preview && (
        <Stack gap="lg">
          <FileDrop
            label={t('exchange.open')}
            hint={t('exchange.open.hint')}
            accept=".relais"
            wanted={choosing}
            {...take}
          />
          <JobProgress label={t('exchange.opening')} job={packet.opening} />
          <PacketProblem error={packet.opening.error} />
          <Lists list={list} onChange={setList} />
        </Stack>
      )}
    </Page>
  )
}

interface PreviewProps {
  readonly packet: OpenedPacket
  readonly onDone: (packet: ReceivedPacket) => void
  readonly onNoted: () => void
}

function Preview({ packet, onDone, onNoted }: PreviewProps) {
  const { preview, settled, close } = packet
  const decided = (received: ReceivedPacket): void => {
    settled()
    onDone(received)
  }
  switch (preview?.kind) {
    case 'answer':
      return (
        <PreviewOfAnswer
          preview={preview}
          onNoted={() => {
            settled()
            onNoted()
          }}
          onClose={close}
        />
      )
    case 'directory':
      return <PreviewOfDirectory preview={preview} onSettled={decided} onClose={close} />
    case 'case-share':
    case 'hand-over':
      return <PreviewOfCase preview={preview} onSettled={decided} onClose={close} />
    case undefined:
      return null
  }
}

function Lists({ list, onChange }: { readonly list: List; readonly onChange: (list: List) => void }) {
  const t = useWords()
  const received = useAsk('exchange.received', {})
  const sent = useAsk('exchange.sent', {})
  const mine = sent.data?.packets ?? []
  const sentOut = mine.filter(({ kind }) => kind !== 'answer')
  const answers = mine.filter(({ kind }) => kind === 'answer')
  return (
    <>
      <ErrorNotice error={received.error ?? sent.error} />
      {received.data && sent.data && (
        <Tabs value={list} onChange={(next) => onChange(next === 'sent' ? 'sent' : 'received')}>
          <Tabs.List>
            <Tabs.Tab value="received" fw={list === 'received' ? 700 : 400}>
              {t('exchange.received', { count: received.data.packets.length })}
            </Tabs.Tab>
            <Tabs.Tab value="sent" fw={list === 'sent' ? 700 : 400}>
              {t('exchange.sent', { count: sentOut.length })}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="received" pt="md">
            <ReceivedList packets={received.data.packets} answers={answers} />
          </Tabs.Panel>
          <Tabs.Panel value="sent" pt="md">
            <SentList packets={sentOut} />
          </Tabs.Panel>
        </Tabs>
      )}
    </>
  )
}
