import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

const refuse = (): never => {
  throw new RelaisError('app.unexpected')
}

export const noticesHandlers: VaultHandlers<'notices'> = {
  'notices.list': refuse,
  'notices.dismiss': refuse,
}
