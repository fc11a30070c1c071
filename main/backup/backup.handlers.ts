import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

const refuse = (): never => {
  throw new RelaisError('app.unexpected')
}

export const backupHandlers: VaultHandlers<'backup'> = {
  'backup.state': refuse,
  'backup.settings': refuse,
  'backup.now': refuse,
  'backup.list': refuse,
  'backup.look': refuse,
  'backup.restore': refuse,
}
