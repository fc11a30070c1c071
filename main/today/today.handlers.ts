import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

export const todayHandlers: VaultHandlers<'today'> = {
  'today.list': () => {
    throw new RelaisError('app.unexpected')
  },
}
