import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

export const documentsHandlers: VaultHandlers<'documents'> = {
  'documents.compose': () => {
    throw new RelaisError('app.unexpected')
  },
  'documents.page': () => {
    throw new RelaisError('app.unexpected')
  },
}
