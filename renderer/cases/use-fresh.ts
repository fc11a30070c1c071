import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ChannelName } from '../../shared/contract.ts'

/** Asks a channel again when the screen opens: drafts are put away without a change being announced. */
export function useFresh(channel: ChannelName): void {
  const client = useQueryClient()
  useEffect(() => void client.invalidateQueries({ queryKey: [channel] }), [client, channel])
}
