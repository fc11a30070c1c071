import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

const refuse = (): never => {
  throw new RelaisError('app.unexpected')
}

export const recoveryHandlers: VaultHandlers<'recovery'> = {
  'recovery.state': refuse,
  'recovery.begin': refuse,
  'recovery.confirm': refuse,
  'recovery.abandon': refuse,
  'recovery.check': refuse,
  'recovery.checkShare': refuse,
  'recovery.recover': refuse,
}
