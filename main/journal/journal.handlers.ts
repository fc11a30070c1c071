import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

const refuse = (): never => {
  throw new RelaisError('app.unexpected')
}

export const journalHandlers: VaultHandlers<'journal'> = {
  'journal.list': refuse,
  'journal.verify': refuse,
}
