import type { AppEvents } from '../shared/app/app.contract.ts'
import type { ChannelName, In, Out, Reply } from '../shared/contract.ts'

/** What the shell puts into the page: a function per channel of the contract, a subscription per event. Nothing else. */
declare global {
  interface Window {
    readonly relais: { readonly [K in ChannelName]: (input: In<K>) => Promise<Reply<Out<K>>> }
    readonly relaisEvents: {
      readonly [E in keyof AppEvents]: (listener: (payload: AppEvents[E]) => void) => () => void
    }
  }
}
