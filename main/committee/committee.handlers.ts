import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

export const committeeHandlers: VaultHandlers<'committee'> = {
  'committee.meetings': () => {
    throw new RelaisError('app.unexpected')
  },
  'committee.saveMeeting': () => {
    throw new RelaisError('app.unexpected')
  },
  'committee.removeMeeting': () => {
    throw new RelaisError('app.unexpected')
  },
}
