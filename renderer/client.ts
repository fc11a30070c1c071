import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { ChannelName, In, Out } from '../shared/contract.ts'
import { fromWire } from '../shared/errors.ts'

/**
 * One call through the contract.
 * @throws RelaisError with the code that the other side gave
 */
export async function call<K extends ChannelName>(channel: K, input: In<K>): Promise<Out<K>> {
  const reply = await window.relais[channel](input)
  if (!reply.ok) throw fromWire(reply.error)
  return reply.out
}

/** There is no network: nothing is ever “offline”, and a refused call is not made again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

interface AskOptions {
  readonly enabled?: boolean
  /** Goes on showing the last answer while the next one comes. */
  readonly keepLast?: boolean
}

/** Reads through the contract, and reads again after any change. */
export function useAsk<K extends ChannelName>(
  channel: K,
  input: In<K>,
  { enabled = true, keepLast = false }: AskOptions = {},
): UseQueryResult<Out<K>, Error> {
  return useQuery<Out<K>, Error>({
    queryKey: [channel, input],
    queryFn: () => call(channel, input),
    enabled,
    ...(keepLast && { placeholderData: keepPreviousData }),
  })
}

/** Changes through the contract. The vault is local and fast: after a change everything shown is asked again. */
export function useChange<K extends ChannelName>(channel: K): UseMutationResult<Out<K>, Error, In<K>> {
  const client = useQueryClient()
  return useMutation<Out<K>, Error, In<K>>({
    mutationKey: [channel],
    mutationFn: (input) => call(channel, input),
    onSuccess: () => client.invalidateQueries(),
  })
}
