import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

const refuse = (): never => {
  throw new RelaisError('app.unexpected')
}

export const damageHandlers: VaultHandlers<'damage'> = {
  'damage.check': refuse,
  'damage.salvage': refuse,
}
