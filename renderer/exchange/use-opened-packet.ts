import { useEffect, useRef, useState } from 'react'
import type { PacketPreview } from '../../shared/exchange/exchange.contract.ts'
import { call } from '../client.ts'
import { type Job, useJob } from '../ui/use-job.ts'

export interface OpenedPacket {
  readonly opening: Job
  /** What is in the packet, as long as this page shows it and not a moment longer. */
  readonly preview: PacketPreview | null
  open(bytes: Uint8Array<ArrayBuffer>): void
  /** A file that was refused before it was read. */
  refuse(error: Error): void
  /** Ends the preview without a decision. */
  close(): void
  /** The packet was accepted or refused: the vault has already let go of it. */
  settled(): void
}

/**
 * A packet opened to be looked at. Its content lives in this component and in the vault process only; leaving the page
 * makes both forget it.
 */
export function useOpenedPacket(): OpenedPacket {
  const opening = useJob()
  const [preview, setPreview] = useState<PacketPreview | null>(null)
  /** The packet that the vault holds open for this page. */
  const held = useRef<string | null>(null)
  const here = useRef(false)

  const settled = (): void => {
    held.current = null
    setPreview(null)
  }
  const close = (): void => {
    forget(held.current)
    settled()
  }
  const open = (bytes: Uint8Array<ArrayBuffer>): void => {
    close()
    opening.run(async (jobId, isCancelled) => {
      const opened = await call('exchange.open', { bytes, jobId })
      if (isCancelled() || !here.current) return forget(opened.packetId)
      held.current = opened.packetId
      setPreview(opened)
    })
  }

  const refuse = (error: Error): void => {
    close()
    opening.refuse(error)
  }

  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      forget(held.current)
    }
  }, [])

  return { opening, preview, open, refuse, close, settled }
}

function forget(packetId: string | null): void {
  if (packetId !== null) void call('exchange.forget', { packetId }).catch(() => undefined)
}
