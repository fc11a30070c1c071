import { RelaisError } from '../../shared/errors.ts'
import type { VaultHandlers } from '../vault/handler.ts'

export const directoryHandlers: VaultHandlers<'directory'> = {
  'directory.search': () => {
    throw new RelaisError('app.unexpected')
  },
  'directory.get': () => {
    throw new RelaisError('app.unexpected')
  },
  'directory.save': () => {
    throw new RelaisError('app.unexpected')
  },
  'directory.remove': () => {
    throw new RelaisError('app.unexpected')
  },
  'directory.markChecked': () => {
    throw new RelaisError('app.unexpected')
  },
  'directory.previewCsv': () => {
    throw new RelaisError('app.unexpected')
  },
  'directory.importCsv': () => {
    throw new RelaisError('app.unexpected')
  },
  'directory.csvFile': () => {
    throw new RelaisError('app.unexpected')
  },
  'directory.seal': () => {
    throw new RelaisError('app.unexpected')
  },
}
