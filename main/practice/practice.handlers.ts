import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

export const practiceHandlers: VaultHandlers<'practice'> = {
  'practice.create': () => {
    throw new RelaisError('app.unexpected')
  },
  'practice.state': () => {
    throw new RelaisError('app.unexpected')
  },
}
